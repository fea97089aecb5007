import { useMemo } from 'react';
import type { SizeClass } from '../../chart/chart-data.ts';
import { Drawing } from '../../chart/drawing/drawing.tsx';
import { layoutDrawing } from '../../chart/layout/layout-drawing.ts';
import type { ChartModel } from '../../chart/model/chart-model.ts';

/** A model drawn at some sizes; on the page that is one, in the baked HTML all of them. */
export function ChartDrawing({ model, sizes }: { model: ChartModel; sizes: readonly SizeClass[] }) {
  return useMemo(
    () => (
      <>
        {sizes.map((size) => (
          <Drawing key={size} layout={layoutDrawing(model, size)} />
        ))}
      </>
    ),
    [model, sizes],
  );
}
