import { dateOf, type Scene, type SceneEvent, type SceneSeries } from '../../src/chart/scene/scene.ts';

export const ORIGIN = '2025-01-01';

/** A series with made-up names and a session a day from 1 January 2025 on; only what a test is about is given. */
export function seriesWith(own: Partial<SceneSeries>): SceneSeries {
  const sessions = own.sessions ?? (own.y ?? []).map((_, index) => dateOf(ORIGIN, index));
  return {
    id: 'A',
    name: 'Alpha Index',
    shortName: 'Alpha',
    slot: 1,
    zone: 'Asia/Hong_Kong',
    place: 'Hong Kong',
    panel: 0,
    mark: 'line',
    sessions,
    x: sessions.map((_, index) => index + 0.5),
    y: sessions.map(() => 100),
    dayZeros: {},
    ...own,
  };
}

export function eventWith(own: Partial<SceneEvent>): SceneEvent {
  return { id: 'news', title: 'The news', kind: 'event', number: 1, isCentre: true, from: 2, to: 2, ...own };
}

/** A chart of one panel over the whole of its series, which count from the first session. */
export function sceneOfSeries(series: readonly SceneSeries[], own: Partial<Scene> = {}): Scene {
  return {
    chart: 'overlay',
    axis: 'time',
    language: 'en',
    origin: ORIGIN,
    slots: [],
    panels: [{ key: 'all', unit: 'rebased' }],
    series,
    events: [],
    choice: { range: { kind: 'all' }, base: { kind: 'event', event: 'news' }, scale: 'index' },
    ...own,
  };
}
