import type { SizeClass } from '../chart/chart-data.ts';
import { chartDataOf } from '../chart/layout/chart-data.ts';
import type { ChartModel } from '../chart/model/chart-model.ts';
import { layoutDrawing } from '../chart/layout/layout-drawing.ts';
import { isSessionDate } from '../core/units.ts';
import type { Island } from './dashboard.tsx';
import { ISLANDS } from './dashboard.tsx';
import type { ChartHandle } from './chart-handle.ts';
import type { DashboardState } from './state/dashboard-state.ts';

interface Hands {
  readonly figure: HTMLElement;
  readonly standing: Readonly<Record<Island, Element>>;
  readonly fresh: Readonly<Record<Island, Element>>;
  readonly chart: ChartHandle;
}

/** Whether a drawing is finished: every panel has its marks. */
function isDrawn(drawing: Element, state: DashboardState): boolean {
  if (state.model.series.length === 0) return state.statuses.every((status) => status.state !== 'loading');
  const panels = [...drawing.querySelectorAll('.mr-panel')];
  return panels.length > 0 && panels.every((panel) => panel.querySelector('.mr-marks') !== null);
}

/**
 * Answers what is to be called after each drawing. The first finished one puts
 * the fresh islands in place of the standing ones; from then on each change
 * tells the controller what the chart now shows.
 */
export function takeOver(hands: Hands): (state: DashboardState, size: SizeClass) => void {
  const { figure, standing, fresh, chart } = hands;
  let isOver = false;
  let latest: DashboardState | null = null;
  let shown: { readonly model: ChartModel; readonly size: SizeClass } | null = null;
  let pinned: string | null = null;

  const describe = (state: DashboardState, size: SizeClass): void => {
    const data = chartDataOf(state.model, [layoutDrawing(state.model, size)]);
    const holder = figure.querySelector('.mr-data');
    if (holder !== null) holder.textContent = JSON.stringify(data);
    figure.dataset['chart'] = state.view.chart;
    if (state.model.series.length === 0) return;
    chart.controller().refresh();
  };

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
    for (const name of ISLANDS) standing[name].replaceWith(fresh[name]);
    document.documentElement.classList.remove('other-view', 'other-reaction');
    isOver = true;
  };

  const settle = (state: DashboardState, size: SizeClass): void => {
    if (!isOver) {
      if (!isDrawn(fresh.drawing, state)) return;
      swap();
    }
    if (shown?.model !== state.model || shown.size !== size) describe(state, size);
    shown = { model: state.model, size };
    if (state.view.event !== pinned) {
      pinned = state.view.event;
      chart.controller().pin(pinned);
    }
    document.documentElement.dataset['theme'] = state.view.theme;
    latest = state;
  };

  return (state, size) => {
    settle(state, size);
    // Recharts' scales are known only after a further pass.
    if (!isOver) requestAnimationFrame(() => settle(state, size));
  };
}
