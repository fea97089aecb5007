import { createElement } from 'react';
import { altOf, CHART_TITLES, findingOf } from '../embed/picture-words.ts';
import { dashboardState } from '../state/dashboard-model.ts';
import type { DashboardState } from '../state/dashboard-state.ts';
import { defaultView, type View } from '../../chart/view/view.ts';
import { exchanges } from '../../core/exchanges/registry.ts';
import type { InstrumentId, PriceSeries } from '../../core/series.ts';
import type { Study } from '../../core/study.ts';
import { bakeChart } from './bake-chart.ts';
import { frameTemplate } from './frame-template.ts';

/** Stands for the style rules, which the page is put together without: nothing is laid out there. */
const STYLE = '/* style */';

/** Style rules, to stand in a page. */
export interface FrameStyle {
  readonly rules: string;
  /** Address of the typeface that they name; null where they name none. */
  readonly font: string | null;
}

/** Makes a page of a text, lets `work` have it, and takes it away again: jsdom in Node, the browser's own elsewhere. */
export type InPage = <Result>(html: string, work: (page: Document) => Promise<Result>) => Promise<Result>;

/** Addresses that a frame page names, relative to it. */
export interface FrameAddresses {
  /** The site's folder, ending in a slash; null for a page that belongs to no site: what would lead there is no link. */
  readonly root: string | null;
  readonly start: string;
  readonly script: string | null;
  readonly liveScript: string | null;
  /** The page's style rules, with addresses that hold in the page. */
  readonly style: FrameStyle;
  /** Further elements of the head. */
  readonly head: string;
  readonly latest: string;
  readonly version: string;
  readonly isFrozen: boolean;
}

/** The state of a study's chart as it is baked: the default view but for what is asked, in the study's language. */
export function bakedState(
  study: Study,
  available: ReadonlyMap<InstrumentId, PriceSeries>,
  asked: Partial<View>,
  root: string,
): DashboardState {
  const view = { ...defaultView(study), ...asked };
  const [first] = study.defaultInstruments;
  const exchange = study.instruments.find(({ id }) => id === first)?.exchange;
  const state = dashboardState({
    study,
    pageStudy: '',
    view,
    problems: [],
    available,
    statuses: [],
    // Nobody's zone is known here: a zone that is shown anyway adds no line.
    readerZone: exchange === undefined ? 'UTC' : exchanges[exchange].zone,
    mode: 'baked',
    setView: () => undefined,
    retry: () => undefined,
    desk: null,
  });
  return { ...state, hrefOf: (change) => `${root}${state.hrefOf(change).replace(/^\.\//, '')}` };
}

/** The page of a framed chart, complete with scripts off: drawing, caption, source, events and table. */
export function bakeFrame(state: DashboardState, addresses: FrameAddresses, inPage: InPage): Promise<string> {
  const { study, model, view, available, formats } = state;
  const template = frameTemplate({
    ...addresses,
    root: addresses.root ?? '',
    language: study.language,
    title: `${CHART_TITLES[view.chart]} · ${study.title}`,
    description: altOf(model, available, formats),
    study: study.id,
    chart: view.chart,
    centre: study.centre,
    style: STYLE,
    font: addresses.style.font,
  });
  return inPage(template, async (page) => {
    const { FrameParts, FRAME_PLACES } = await import('../embed/frame-parts.tsx');
    const places = Object.fromEntries(
      FRAME_PLACES.map((name) => {
        const place = page.querySelector(`[data-place="${name}"]`);
        if (place === null) throw new Error(`the frame page has no place for "${name}"`);
        return [name, place];
      }),
    ) as Record<(typeof FRAME_PLACES)[number], Element>;
    const finish = await bakeChart(page, model, createElement(FrameParts, { state, places }));
    const summary = page.querySelector(`.mr-event[data-event="${study.centre}"] .event-summary`);
    page.querySelector('.mr-strip-words')?.append(...(summary?.cloneNode(true).childNodes ?? []));
    // The entry in the list is the heading; its copy is none.
    page.querySelector('.mr-strip-words h3')?.setAttribute('role', 'none');
    for (const twin of page.querySelectorAll('.mr-strip-words [id]')) twin.removeAttribute('id');
    if (addresses.root === null) unlink(page);
    for (const link of page.querySelectorAll('a[href]')) {
      link.setAttribute('target', '_blank');
      link.setAttribute('rel', 'noopener');
    }
    const html = `<!doctype html>\n${page.documentElement.outerHTML}\n`.replace(STYLE, () => addresses.style.rules);
    finish();
    return html;
  });
}

/** Leaves of links into the site their words, and nothing of those that only lead there. */
function unlink(page: Document): void {
  for (const link of page.querySelectorAll('.explore')) link.remove();
  for (const link of page.querySelectorAll('a[href]')) {
    if (!/^https?:/.test(link.getAttribute('href') ?? '')) link.replaceWith(...link.childNodes);
  }
}

/** What a page, a picture and an answer to a preview say about a chart. */
export function wordsOf(state: DashboardState): { title: string; finding: string; alt: string } {
  const { study, model, view, available, formats } = state;
  return {
    title: `${CHART_TITLES[view.chart]} · ${study.title}`,
    finding: findingOf(model, available, formats),
    alt: altOf(model, available, formats),
  };
}
