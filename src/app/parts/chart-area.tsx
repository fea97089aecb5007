import type { SizeClass } from '../../chart/chart-data.ts';
import type { DashboardState } from '../state/dashboard-state.ts';
import { ChartDrawing } from './chart-drawing.tsx';

/** The drawing, or in its place the sentence that says why there is none. */
export function ChartArea({ state, sizes }: { state: DashboardState; sizes: readonly SizeClass[] }) {
  const { model, statuses } = state;
  if (model.series.length > 0) return <ChartDrawing state={state} sizes={sizes} />;
  const isLoading = statuses.some((status) => status.state === 'loading');
  return (
    <div className="no-chart">
      <p>{isLoading ? 'Loading the closes …' : 'There is nothing to draw here; the reasons stand above.'}</p>
    </div>
  );
}
