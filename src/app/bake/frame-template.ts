import { xml } from '../../embed/xml.ts';

/** What the page around a framed chart says and names. All addresses are relative to the page, but for the canonical ones. */
export interface FrameTemplate {
  readonly language: string;
  readonly title: string;
  readonly description: string;
  /** From the page to the site's folder: "../../../". */
  readonly root: string;
  readonly study: string;
  readonly chart: string;
  /** Id of the event that the study is about. */
  readonly centre: string;
  /** Style rules, written into the page so that nothing has to be waited for. */
  readonly style: string;
  /** Address of its typeface, asked for at once so that the page is laid out once; null where it has none. */
  readonly font: string | null;
  /** What runs before anything is painted, and loads the page's script when it is time. */
  readonly start: string;
  /** Address of the page's script, and of what draws a chart that is not in the page; null where not built. */
  readonly script: string | null;
  readonly liveScript: string | null;
  /** Further elements of the head: discovery, previews. */
  readonly head: string;
  /** Address of the file that names the newest version of the chart. */
  readonly latest: string;
  /** Name of this version, and whether the page keeps it for good. */
  readonly version: string;
  readonly isFrozen: boolean;
}

/** A frame page without its chart: the places that its parts are put into. */
export function frameTemplate(frame: FrameTemplate): string {
  const script = frame.script === null ? '' : ` data-script="${xml(frame.script)}"`;
  const live = frame.liveScript === null ? '' : ` data-live="${xml(frame.liveScript)}"`;
  const font =
    frame.font === null
      ? ''
      : `<link rel="preload" as="font" type="font/woff2" crossorigin href="${xml(frame.font)}">\n`;
  const version = ` data-latest="${xml(frame.latest)}" data-version="${frame.version}"${frame.isFrozen ? ' data-frozen' : ''}`;
  return `<!doctype html>
<html lang="${xml(frame.language)}" data-root="${frame.root}" data-study="${frame.study}" data-chart="${frame.chart}"${script}${live}${version}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${font}<title>${xml(frame.title)}</title>
<meta name="description" content="${xml(frame.description)}">
<link rel="icon" href="data:,">
${frame.head}<script>${frame.start}</script>
<style>${frame.style}</style>
</head>
<body>
<div class="fit">
<p class="lead" id="lead"><span class="lead-long" data-place="lead"></span><span class="lead-short" data-place="short"></span></p>
<figure class="mr-figure fit-figure" data-chart="${frame.chart}">
<div class="stage-box"><div class="mr-stage" role="group" tabindex="0" aria-label="${xml(frame.title)}" aria-describedby="lead caption"><div class="mr-drawing"></div></div></div>
<div class="mr-strip" data-event="${xml(frame.centre)}"><div class="mr-strip-words"></div><button type="button" data-mr-action="more">more</button></div>
<button type="button" class="about" popovertarget="caption" aria-label="Source">ⓘ</button>
<figcaption class="foot" id="caption" popover><div data-place="caption"></div></figcaption>
<script type="application/json" class="mr-data"></script>
</figure>
<div class="foot links">
<details><summary>Events and table</summary><div class="more"><div class="more-list"><div data-place="events"></div><div class="table-scroll" tabindex="0" role="region" aria-label="Table of the chart" data-place="table"></div></div></div></details><span class="ranges"></span></div>
</div>
</body>
</html>
`;
}
