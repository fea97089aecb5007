import type { SizeClass } from '../chart/chart-data.ts';
import { isSessionDate } from '../core/units.ts';
import type { Island } from './dashboard.tsx';
import { ISLANDS } from './dashboard.tsx';
import type { ChartHandle } from './chart-handle.ts';
import { keepPlaces } from './keep-places.ts';
import type { DashboardState } from './state/dashboard-state.ts';
import { chartDataFor } from './state/drawing-cache.ts';

interface Hands {
  readonly figure: HTMLElement;
  readonly standing: Readonly<Record<Island, Element>>;
  readonly fresh: Readonly<Record<Island, Element>>;
  readonly chart: ChartHandle;
}

/** What was drawn, and whether every part of the page shows it. */
export type Drawn = (state: DashboardState, size: SizeClass, isWhole: boolean) => void;

/** Whether a drawing is finished: every panel has its marks. */
function isDrawn(drawing: Element, state: DashboardState): boolean {
  if (state.model.series.length === 0) return state.statuses.every((status) => status.state !== 'loading');
  const panels = [...drawing.querySelectorAll('.mr-range:not([hidden]) .mr-panel')];
  return panels.length > 0 && panels.every((panel) => panel.querySelector('.mr-marks') !== null);
}

/**
 * Answers what is to be called after each drawing. The first finished one puts
 * the fresh islands in place of the standing ones; from then on each change
 * tells the controller what the chart now shows.
 */
export function takeOver(hands: Hands): Drawn {
  const { figure, standing, fresh, chart } = hands;
  let isOver = false;
  let latest: DashboardState | null = null;
  let shown: unknown = null;
  let pinned: string | null = null;

  chart.listen({
    onPin: (event) => {
      pinned = event;
      if (latest !== null && latest.view.event !== event) latest.setView({ event });
    },
    onBrush: (from, to) => {
      if (latest !== null && isSessionDate(from) && isSessionDate(to)) {
        latest.setView({ range: { kind: 'between', from, to } });
      }
    },
  });

  const swap = (): void => {
    const giveBack = keepPlaces(standing, fresh);
    for (const name of ISLANDS) standing[name].replaceWith(fresh[name]);
    giveBack();
    document.documentElement.classList.remove('other-view', 'other-reaction');
    // What stands in the page speaks of the baked drawing; from now on the controller is handed what is drawn.
    figure.querySelector('.mr-data')?.remove();
    isOver = true;
  };

  const settle = (state: DashboardState, size: SizeClass, isWhole: boolean): void => {
    if (!isOver) {
      if (!isWhole || !isDrawn(fresh.drawing, state)) return;
      swap();
    }
    const data = chartDataFor(state.model, size);
    if (shown !== data) {
      shown = data;
      figure.dataset['chart'] = state.view.chart;
      if (state.model.series.length > 0) chart.controller().refresh(data);
    }
    const known = latest;
    latest = state;
    if (known?.view.theme !== state.view.theme) document.documentElement.dataset['theme'] = state.view.theme;
    if (state.view.event === pinned) return;
    if (known === null && state.view.event === null && pinned !== null) {
      // The reader pinned a card before the page was taken over: it stays, and the address learns of it.
      state.setView({ event: pinned }, 'replace');
      return;
    }
    pinned = state.view.event;
    chart.controller().pin(pinned);
  };

  return (state, size, isWhole) => {
    settle(state, size, isWhole);
    // Recharts' scales are known only after a further pass.
    if (!isOver) requestAnimationFrame(() => settle(state, size, isWhole));
  };
}
