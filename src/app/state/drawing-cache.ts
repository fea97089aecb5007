import type { ChartData, SizeClass } from '../../chart/chart-data.ts';
import { chartDataOf } from '../../chart/layout/chart-data.ts';
import type { DrawingLayout } from '../../chart/layout/drawing-layout.ts';
import { layoutDrawing } from '../../chart/layout/layout-drawing.ts';
import { buildModel } from '../../chart/model/build-model.ts';
import type { ChartModel } from '../../chart/model/chart-model.ts';
import type { View } from '../../chart/view/view.ts';
import type { InstrumentId, PriceSeries } from '../../core/series.ts';
import type { Study } from '../../core/study.ts';

/** Models that are kept for a set of series: a reader goes to and fro between a few. */
const KEPT = 32;

const models = new WeakMap<ReadonlyMap<InstrumentId, PriceSeries>, Map<string, ChartModel>>();
const layouts = new WeakMap<ChartModel, Map<SizeClass, DrawingLayout>>();
const descriptions = new WeakMap<ChartModel, Map<SizeClass, ChartData>>();

function kept<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/**
 * What a view shows, the same object for the same series and the same chart. The pinned event, the theme and the
 * parameters of the statistics draw nothing: in `view` they are those of the first view that asked.
 */
export function modelFor(study: Study, available: ReadonlyMap<InstrumentId, PriceSeries>, view: View): ChartModel {
  let known = models.get(available);
  if (known === undefined) {
    known = new Map();
    models.set(available, known);
  }
  const { chart, instruments, base, range, scale } = view;
  const oldest = known.keys().next();
  if (known.size > KEPT && oldest.done !== true) known.delete(oldest.value);
  return kept(known, JSON.stringify([study.id, chart, instruments, base, range, scale]), () =>
    buildModel(study, available, view),
  );
}

/** The layout of a model at a size, computed once. */
export function layoutFor(model: ChartModel, size: SizeClass): DrawingLayout {
  let known = layouts.get(model);
  if (known === undefined) {
    known = new Map();
    layouts.set(model, known);
  }
  return kept(known, size, () => layoutDrawing(model, size));
}

/** What the controller reads of a model at a size, computed once. */
export function chartDataFor(model: ChartModel, size: SizeClass): ChartData {
  let known = descriptions.get(model);
  if (known === undefined) {
    known = new Map();
    descriptions.set(model, known);
  }
  return kept(known, size, () => chartDataOf(model, [layoutFor(model, size)]));
}
