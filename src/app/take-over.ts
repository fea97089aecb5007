import { drawingKey } from '../chart/kinds/scene-of.ts';
import { isSessionDate } from '../core/units.ts';
import type { Island } from './dashboard.tsx';
import { ISLANDS, OF_STATISTICS } from './dashboard.tsx';
import type { ChartHandle } from './chart-handle.ts';
import { showStanding } from './fault-notice.ts';
import { keepPlaces } from './keep-places.ts';
import { CHART_NAMES, rangeSaid } from '../words/en/chart-voice.ts';
import { nameChart } from './name-chart.ts';
import type { LiveDrawing } from './parts/live-drawings.tsx';
import type { DashboardState } from './state/dashboard-state.ts';

interface Page {
  readonly figure: HTMLElement;
  readonly standing: Readonly<Record<Island, Element>>;
  readonly fresh: Readonly<Record<Island, Element>>;
  readonly chart: ChartHandle;
}

/** Sessions of the market that has most of them in sight. */
function sessionsIn({ model }: DashboardState): number {
  return Math.max(0, ...model.series.map(({ from, to }) => to - from));
}

/** The page as React takes it over and keeps it. */
export interface TakenPage {
  /** Key of the drawing that stands in the page. */
  readonly standingDrawing: string;
  /** Called before the browser paints each state that was drawn; `isWhole`: every part of the page shows it. */
  readonly onDrawn: (state: DashboardState, isWhole: boolean) => void;
  /** The page as it is taken by another study: every drawing so far is of the one before. */
  readonly forAnotherStudy: () => TakenPage;
  /** A part of the statistics is drawn. */
  readonly onArrival: () => void;
  /** A drawing that is not in the page is finished. */
  readonly onFinished: (drawing: LiveDrawing) => void;
  /** A drawing broke off: the one that stands in the page stays, and waits for it no longer. */
  readonly onDrawingFault: () => void;
  /** Puts the page back as it came, with a notice in it. */
  readonly giveBack: (notice: Element) => void;
}

/**
 * The first state whose drawing is there puts the fresh islands in place of the standing ones; from then on each
 * change tells the controller what the chart now shows. The drawing that came with the page stays until another one
 * is wanted.
 */
export function takeOver({ figure, standing, fresh, chart }: Page): TakenPage {
  const baked = figure.querySelector<HTMLElement>('.mr-drawing');
  const standingDrawing = baked?.dataset['drawing'] ?? '';
  const finished = new Map<string, Pick<LiveDrawing, 'holder'> & Partial<LiveDrawing>>();
  if (baked !== null && standingDrawing !== '') finished.set(standingDrawing, { holder: baked });
  let isOver = false;
  let isBroken = false;
  let arrived = 0;
  let latest: { state: DashboardState; isWhole: boolean } | null = null;
  let shown = standingDrawing;
  let theme: string | null = null;
  let choice = '';
  let pinned: string | null = null;
  let isFirst = true;
  /** The range follows an event that the address names: no step of its own for Back. */
  let isRevealing = false;

  chart.listen({
    onPin: (event) => {
      pinned = event;
      if (latest !== null && latest.state.view.event !== event) latest.state.setView({ event });
    },
    onRange: (from, to) => {
      if (latest !== null && isSessionDate(from) && isSessionDate(to)) {
        const range = { kind: 'between', from, to } as const;
        latest.state.setView({ range }, isRevealing ? 'replace' : 'push');
      }
    },
  });

  const swap = (): void => {
    replace(ISLANDS.filter((name) => !OF_STATISTICS.includes(name)));
    document.documentElement.classList.remove('other-view', 'other-range');
    isOver = true;
    // An event that was opened before is open in the entries that stand there now.
    if (pinned !== null) chart.controller().redraw();
    arrive();
  };
  /** Puts fresh islands in place of the standing ones of the same content. */
  const replace = (names: readonly Island[]): void => {
    const pick = (all: Page['fresh']): Record<string, Element> =>
      Object.fromEntries(names.map((name) => [name, all[name]]));
    const giveBack = keepPlaces(pick(standing), pick(fresh));
    for (const name of names) standing[name].replaceWith(fresh[name]);
    giveBack();
  };
  /** The parts of the statistics, together, once all of them are there. */
  const arrive = (): void => {
    if (!isOver || arrived < OF_STATISTICS.length || fresh.reaction.isConnected) return;
    replace(OF_STATISTICS);
    document.documentElement.classList.remove('other-reaction');
  };

  /** Puts the drawing of a state into the page; false where it is not finished yet. */
  const place = ({ model }: DashboardState): boolean => {
    if (model.series.length === 0) return true;
    const key = drawingKey(model);
    if (key === shown) return true;
    const drawing = finished.get(key);
    // One that was given up has lost what it held.
    if (drawing === undefined || drawing.holder.childElementCount === 0) return false;
    figure.querySelector('.mr-drawing')?.replaceWith(drawing.holder);
    shown = key;
    choice = '';
    chart.controller().refresh(drawing.scene);
    return true;
  };

  const settle = (): void => {
    if (latest === null) return;
    const { state, isWhole } = latest;
    const { view, model, statuses } = state;
    const isLoading = statuses.some((status) => status.state === 'loading');
    const isPlaced = place(state);
    const isWaiting = !isPlaced && !isBroken;
    if (!isOver && (!isWhole || isWaiting || (model.series.length === 0 && isLoading))) return;
    if (!isOver) swap();
    if (!isPlaced) return;
    if (figure.dataset['chart'] !== view.chart) {
      figure.dataset['chart'] = view.chart;
      nameChart(document, view.chart);
      if (!isFirst) chart.controller().say(CHART_NAMES[view.chart]);
    }
    figure.classList.toggle('is-empty', model.series.length === 0 && !isLoading);
    const wanted = { range: view.range, base: view.base, scale: view.scale };
    const asked = JSON.stringify(wanted);
    if (asked !== choice && model.series.length > 0) {
      const standingChoice = choice === '' ? JSON.stringify(chart.controller().shown()?.choice) : choice;
      choice = asked;
      if (standingChoice !== asked || shown !== standingDrawing) {
        const { show, say, shown: drawn } = chart.controller();
        const before = JSON.stringify(drawn()?.choice.range);
        void show(wanted).then(() => {
          if (!isFirst && JSON.stringify(view.range) !== before)
            say(rangeSaid(state.formats.number(sessionsIn(state))));
        });
      }
    }
    if (theme !== view.theme) document.documentElement.dataset['theme'] = theme = view.theme;
    if (view.event === pinned) {
      isFirst = false;
      return;
    }
    if (isFirst && view.event === null && pinned !== null) {
      isFirst = false;
      // The reader pinned an event before the page was taken over: it stays, and the address learns of it.
      state.setView({ event: pinned }, 'replace');
      return;
    }
    isFirst = false;
    pinned = view.event;
    isRevealing = true;
    chart.controller().pin(pinned);
    isRevealing = false;
  };

  const page: TakenPage = {
    standingDrawing,
    forAnotherStudy: () => {
      finished.clear();
      shown = '';
      choice = '';
      return { ...page, standingDrawing: '' };
    },
    onArrival: () => {
      arrived += 1;
      arrive();
    },
    onDrawn: (state, isWhole) => {
      latest = { state, isWhole };
      settle();
    },
    onFinished: (drawing) => {
      finished.set(drawing.key, drawing);
      settle();
    },
    onDrawingFault: () => {
      isBroken = true;
      settle();
    },
    giveBack: (notice) => {
      for (const name of ISLANDS) if (fresh[name].isConnected) fresh[name].replaceWith(standing[name]);
      standing.notices.replaceChildren(notice);
      showStanding(document);
      if (baked === null || shown === standingDrawing) return;
      figure.querySelector('.mr-drawing')?.replaceWith(baked);
      chart.controller().refresh();
    },
  };
  return page;
}
