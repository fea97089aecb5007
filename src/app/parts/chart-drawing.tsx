import type { SizeClass } from '../../chart/chart-data.ts';
import { Drawing } from '../../chart/drawing/drawing.tsx';
import type { DashboardState } from '../state/dashboard-state.ts';
import { layoutFor } from '../state/drawing-cache.ts';
import { KeptDrawings } from './kept-drawings.tsx';

/** The chart drawn at some sizes; on the page that is one, in the baked HTML all of them. */
export function ChartDrawing({ state, sizes }: { state: DashboardState; sizes: readonly SizeClass[] }) {
  const { model, mode, view } = state;
  const [size] = sizes;
  if (mode === 'live' && size !== undefined) {
    const { chart, instruments, base, scale } = view;
    return <KeptDrawings key={JSON.stringify([size, chart, instruments, base, scale])} state={state} size={size} />;
  }
  return (
    <>
      {sizes.map((one) => (
        <Drawing key={one} layout={layoutFor(model, one)} />
      ))}
    </>
  );
}
