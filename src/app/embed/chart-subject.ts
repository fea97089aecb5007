import { writeUrl } from '../../chart/view/url.ts';
import { defaultView, type View } from '../../chart/view/view.ts';
import type { EmbedSubject, FrameLoading } from '../../embed/embed-subject.ts';
import type { FrameTheme } from '../../embed/frame-address.ts';
import { type FrameContent, frameHeight } from '../../embed/frame-height.ts';
import { kinds } from '../../chart/kinds/kinds.ts';
import type { Panels } from '../../embed/stage-height.ts';
import type { PictureWords } from '../../embed/picture.ts';
import { headline } from '../../chart/sentences/headline.ts';
import type { DashboardState } from '../state/dashboard-state.ts';
import { altOf, captionOf, CHART_TITLES, findingOf } from './picture-words.ts';

/** Width at which a finished picture is shown, in CSS pixels. */
const PICTURE_WIDTH = 680;

/** Parameters of a view's address that a frame's address does not have: its path or the build says them. */
const ELSEWHERE = ['study', 'chart', 'theme', 'source'];

/** Whether the build has made pictures and a finished frame of the view: the default one of its kind of chart. */
export function isBaked(state: DashboardState): boolean {
  const { view, study } = state;
  const plain: View = { ...defaultView(study), chart: view.chart, theme: view.theme, event: view.event };
  return writeUrl(view, study) === writeUrl(plain, study);
}

/** What decides how tall a frame of a state's chart is. */
export function frameContentOf(state: DashboardState): FrameContent {
  const { model, available, formats } = state;
  const { what, source } = captionOf(model, formats);
  return {
    panels: panelsOf(model),
    lead: findingOf(model, available, formats),
    caption: `${what} ${source} Explore the chart`,
  };
}

/** How the panels of a model's chart stand. */
function panelsOf(model: DashboardState['model']): Panels {
  const panels = kinds[model.view.chart].panels(model);
  const isMultiple = panels.some(({ around }) => around !== undefined);
  return { arrangement: isMultiple ? 'multiple' : panels.length > 1 ? 'stacked' : 'single', count: panels.length };
}

/** The words of a picture of a state's chart. */
export function pictureWordsOf(state: DashboardState): PictureWords {
  const { study, model, view, available, formats } = state;
  const { what, source } = captionOf(model, formats);
  return {
    title: `${CHART_TITLES[view.chart]} · ${study.title}`,
    lead: headline(study, available, formats),
    caption: what,
    source,
    alt: altOf(model, available, formats),
    language: study.language,
  };
}

/** What the reader chose for the frame. */
export interface FrameChoice {
  readonly theme: FrameTheme;
  readonly loading: FrameLoading;
  /** Width in CSS pixels of the column that it will stand in. */
  readonly column: number;
}

/** The chart of a state as other people's pages can show it, from a site whose folder is at `site`. */
export function chartSubject(
  state: DashboardState,
  site: string,
  page: string,
  { theme, loading, column }: FrameChoice,
): EmbedSubject {
  const { study, view } = state;
  const { title, alt } = pictureWordsOf(state);
  const folder = new URL(`embed/${study.id}/${view.chart}/`, site);
  const frame = new URL(folder);
  for (const [name, value] of new URLSearchParams(writeUrl(view, study))) {
    if (!ELSEWHERE.includes(name)) frame.searchParams.set(name, value);
  }
  if (theme !== 'host') frame.searchParams.set('theme', theme);
  const picture = (name: string) => ({
    png: new URL(`${name}.png`, folder).href,
    png2x: new URL(`${name}-2x.png`, folder).href,
    svg: new URL(`${name}.svg`, folder).href,
  });
  return {
    title,
    alt,
    study: study.id,
    chart: view.chart,
    theme,
    frame: frame.href,
    page,
    script: new URL('market-reaction.js', site).href,
    pictures: isBaked(state) ? { light: picture('light'), dark: picture('dark') } : null,
    pictureWidth: PICTURE_WIDTH,
    frameHeight: frameHeight(frameContentOf(state), column),
    loading,
  };
}
