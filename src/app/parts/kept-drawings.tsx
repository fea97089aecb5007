import { memo, startTransition, useEffect, useState } from 'react';
import type { SizeClass } from '../../chart/chart-data.ts';
import { Drawing } from '../../chart/drawing/drawing.tsx';
import type { ChartModel } from '../../chart/model/chart-model.ts';
import { AROUND, type Range } from '../../chart/view/view.ts';
import type { DashboardState } from '../state/dashboard-state.ts';
import { chartDataFor, layoutFor, modelFor } from '../state/drawing-cache.ts';
import { whenIdle } from '../when-idle.ts';

/** The ranges that have a button. */
const PRESETS: readonly Range[] = [
  ...AROUND.map((sessions) => ({ kind: 'around', sessions }) as const),
  { kind: 'year' },
  { kind: 'all' },
];

/** Each preset range has a drawing of its own; all ranges that a reader drags out share one. */
function placeOf(range: Range): string {
  return range.kind === 'around' ? `around ${range.sessions}` : range.kind;
}

const PLACES: readonly string[] = [...PRESETS.map(placeOf), 'between'];

const KeptDrawing = memo(Drawing);

/** The drawings that are mounted, by their place, and the series that they are drawn from. */
interface Kept {
  readonly available: DashboardState['available'];
  readonly models: ReadonlyMap<string, ChartModel>;
}

const NONE: Kept['models'] = new Map();

/**
 * The drawing of a chart, and its other ranges drawn ahead out of sight while the browser is idle, so that another
 * range is a matter of showing it. Mount it anew for another chart, size, base or set of lines.
 */
export function KeptDrawings({ state, size }: { state: DashboardState; size: SizeClass }) {
  const { study, available, view, model } = state;
  const current = placeOf(view.range);
  const [kept, setKept] = useState<Kept>(() => ({ available, models: new Map([[current, model]]) }));
  const own = kept.available === available ? kept.models : NONE;
  const shown = own.get(current) === model ? own : new Map(own).set(current, model);
  if (shown !== kept.models) setKept({ available, models: shown });

  const missing = PLACES.find((place) => !shown.has(place));
  useEffect(() => {
    if (missing === undefined) return undefined;
    return whenIdle(() => {
      const range = PRESETS.find((preset) => placeOf(preset) === missing) ?? view.range;
      const ahead = modelFor(study, available, { ...view, range });
      chartDataFor(ahead, size);
      startTransition(() =>
        setKept((before) =>
          before.available !== available || before.models.has(missing)
            ? before
            : { available, models: new Map(before.models).set(missing, ahead) },
        ),
      );
    });
  }, [missing, study, available, view, size]);

  return (
    <>
      {[...shown].map(([place, one]) =>
        one.series.length === 0 ? null : (
          <div key={place} className="mr-range" hidden={place !== current}>
            <KeptDrawing layout={layoutFor(one, size)} />
          </div>
        ),
      )}
    </>
  );
}
