import { join } from 'node:path';
import type { PriceSeries } from '../../src/core/series.ts';
import type { Study } from '../../src/core/study.ts';
import { type SessionDate, sessionDate } from '../../src/core/units.ts';
import { type ChartModel } from '../../src/chart/model/chart-model.ts';
import { buildModel } from '../../src/chart/model/build-model.ts';
import { sceneOf } from '../../src/chart/kinds/scene-of.ts';
import type { Scene } from '../../src/chart/scene/scene.ts';
import { defaultView, type View } from '../../src/chart/view/view.ts';
import { readStudy } from '../../src/node/bake/read-study.ts';

const folders = [join(import.meta.dirname, '../../src/studies'), join(import.meta.dirname, '../fixtures/studies')];

/** A study of the product, or of the fixtures, with its closes. */
export interface StudyWithCloses {
  readonly study: Study;
  readonly available: ReadonlyMap<string, PriceSeries>;
}

/** The study that the product opens with. */
export const nvidia: StudyWithCloses = await readStudy('nvidia-h20', folders);

/** The small one: made-up closes of one exchange, one event at an instant, in German. */
export const zinsentscheid: StudyWithCloses = await readStudy('zinsentscheid', folders);

/** What a reader's choices show of a study. */
export function modelOf({ study, available }: StudyWithCloses, change: Partial<View> = {}): ChartModel {
  return buildModel(study, available, { ...defaultView(study), ...change });
}

/** What a chart of a study shows. */
export function sceneWith(given: StudyWithCloses, change: Partial<View> = {}): Scene {
  return sceneOf(modelOf(given, change));
}

/** The same study with another series of one instrument: rows of `[session, close]`. */
export function withCloses(
  { study, available }: StudyWithCloses,
  instrument: string,
  rows: readonly (readonly [string, number])[],
): StudyWithCloses {
  const before = available.get(instrument);
  if (before === undefined) throw new RangeError(`the study has no instrument ${instrument}`);
  const sessions: SessionDate[] = rows.map(([session]) => sessionDate(session));
  const series: PriceSeries = { ...before, sessions, closes: rows.map(([, close]) => close) };
  return { study, available: new Map([...available, [instrument, series]]) };
}
