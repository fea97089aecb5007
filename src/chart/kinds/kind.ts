import type { ChartModel, ModelSeries } from '../model/chart-model.ts';
import type { Axis, ScenePanel, SceneSeries } from '../scene/scene.ts';
import type { Scale } from '../view/view.ts';

/**
 * One way to chart a model. Everything that knows which charts there are reads the record of kinds, so that another
 * kind is one more file here and its name in the view.
 */
export interface Kind {
  readonly axis: Axis;
  /** The scales that a reader may choose from; none where it has its own. */
  readonly scales: readonly Scale[];
  /** Whether a reader may choose the stretch of time. */
  readonly hasRange: boolean;
  /** Whether its lines start from a base. */
  readonly hasBase: boolean;
  readonly panels: (model: ChartModel) => readonly ScenePanel[];
  /** What is drawn of the model, panel by panel. */
  readonly series: (model: ChartModel, places: Places) => readonly SceneSeries[];
  /** Sessions of a series that the table and the CSV list: ascending indices. */
  readonly rows: (model: ChartModel, line: ModelSeries) => readonly number[];
}

/** Where sessions stand on the axes of a scene. */
export interface Places {
  /** Days since the scene's origin of a session's close. */
  readonly day: (line: ModelSeries, index: number) => number;
  /** Slot of a session date. */
  readonly slot: (session: string) => number;
}

/** The sessions in range, one index each. */
export function rowsInRange(_: ChartModel, { from, to }: ModelSeries): readonly number[] {
  return Array.from({ length: to - from }, (__, index) => from + index);
}

/** Sessions [from, to) of a line, drawn in a panel. */
export function drawnSeries(
  model: ChartModel,
  line: ModelSeries,
  panel: number,
  [from, to]: readonly [number, number],
  mark: SceneSeries['mark'],
  x: (index: number) => number,
  y: (index: number) => number,
): SceneSeries {
  const { instrument, series } = line;
  const indices = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  const dayZeros: Record<string, number> = {};
  for (const { id, mappings } of model.events) {
    const mapping = mappings.get(instrument.id);
    if (mapping?.kind === 'mapped' && mapping.dayZeroIndex >= from && mapping.dayZeroIndex < to) {
      dayZeros[id] = mapping.dayZeroIndex - from;
    }
  }
  return {
    id: instrument.id,
    name: instrument.name,
    shortName: instrument.shortName,
    slot: line.slot,
    zone: line.zone,
    place: line.place,
    panel,
    mark,
    ...(from === 0 ? {} : { first: from }),
    sessions: series.sessions.slice(from, to),
    x: indices.map(x),
    y: indices.map(y),
    dayZeros,
  };
}
