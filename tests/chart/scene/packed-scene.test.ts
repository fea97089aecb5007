import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thinned } from '../../../src/chart/drawing/thinned.ts';
import { packScene, unpackScene } from '../../../src/chart/scene/packed-scene.ts';
import { BAR_PITCH, dateOf, type Scene, type SceneSeries } from '../../../src/chart/scene/scene.ts';
import { ORIGIN, sceneOfSeries, seriesWith } from '../made-up-scene.ts';

/**
 * The path that a series is drawn with: a point for every row that is kept, counted from the one before, or bars from
 * zero, none of no height.
 */
function pathOf(series: SceneSeries): string {
  const { x, y, mark } = series;
  if (mark === 'line') {
    return thinned(series)
      .map((at, n, all) => {
        const from = all[n - 1];
        const point = [x, y].map((of) =>
          Number(((of[at] ?? 0) - (from === undefined ? 0 : (of[from] ?? 0))).toFixed(3)),
        );
        return `${n === 0 ? 'M' : n === 1 ? 'l' : ','}${point.join(',')}`;
      })
      .join('');
  }
  const middle = (at: number): number => ((x[at] ?? 0) + 0.5) * BAR_PITCH;
  return y.map((value, at) => (value === 0 ? '' : `M${middle(at)},100v${-value}z`)).join('');
}

/** A scene as it is read from a page. */
function throughPage(scene: Scene): Scene {
  const written = JSON.stringify(packScene(scene));
  return unpackScene(JSON.parse(written), (index) => pathOf(scene.series[index] ?? seriesWith({})));
}

/** Days from the origin on with gaps of up to half a year, as where data are missing. */
const days = fc
  .array(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 180 })), { minLength: 1, maxLength: 30 })
  .map((gaps) => gaps.reduce<number[]>((all, gap) => [...all, (all.at(-1) ?? 0) + gap], [0]));
const many = <Of>(one: fc.Arbitrary<Of>): fc.Arbitrary<Of[]> => fc.array(one, { minLength: 31, maxLength: 31 });
const closes = many(fc.integer({ min: 1, max: 90_000_000 }).map((thousandths) => thousandths / 1000));
const moves = many(fc.integer({ min: -9_900, max: 9_900 }).map((hundredths) => hundredths / 100 + 0));

const lineOfTime = fc.tuple(days, fc.integer({ min: 1, max: 999 }), closes).map(([at, hour, y]) =>
  seriesWith({
    sessions: at.map((day) => dateOf(ORIGIN, day)),
    x: at.map((day) => Math.round((day + hour / 1000) * 1000) / 1000),
    y: y.slice(0, at.length),
  }),
);
const lineOfOffsets = fc.tuple(days, fc.nat(9), closes).map(([at, first, y]) =>
  seriesWith({
    ...(first === 0 ? {} : { first }),
    sessions: at.map((day) => dateOf(ORIGIN, day)),
    x: at.map((_, index) => index + first),
    y: y.slice(0, at.length),
  }),
);

describe('a scene that went through a page', () => {
  it('is the same again: lines over time', () => {
    fc.assert(
      fc.property(fc.array(lineOfTime, { maxLength: 3 }), (series) => {
        const scene = sceneOfSeries(series);
        expect(throughPage(scene)).toEqual(scene);
      }),
    );
  });

  it('is the same again: lines over offsets, whatever session they begin with', () => {
    fc.assert(
      fc.property(fc.array(lineOfOffsets, { maxLength: 3 }), (series) => {
        const scene = sceneOfSeries(series, { axis: 'offset' });
        expect(throughPage(scene)).toEqual(scene);
      }),
    );
  });

  it('is the same again: bars in slots, some of which another market has alone', () => {
    fc.assert(
      fc.property(days, moves, many(fc.boolean()), (at, y, isOpen) => {
        const slots = at.map((day) => dateOf(ORIGIN, day));
        const own = slots.flatMap((date, slot) => (isOpen[slot] ? [{ date, slot }] : []));
        const series = seriesWith({
          mark: 'bar',
          sessions: own.map(({ date }) => date),
          x: own.map(({ slot }) => slot),
          y: y.slice(0, own.length),
        });
        const scene = sceneOfSeries([series], { axis: 'slot', slots });
        expect(throughPage(scene)).toEqual(scene);
      }),
    );
  });

  it('writes a gap of more than 35 days in brackets, and one of 35 as a letter', () => {
    // 1 January + 1 day, + 35 days, + 36 days: 2 January, 6 February, 14 March 2025.
    const { series } = packScene(
      sceneOfSeries([seriesWith({ sessions: ['2025-01-01', '2025-01-02', '2025-02-06', '2025-03-14'] })]),
    );
    expect(series[0]?.sessions).toEqual(['2025-01-01', '1z(36)']);
  });

  it('has no value where the drawing of a long series left a row out', () => {
    const y = Array.from({ length: 2000 }, (_, index) => 100 + Math.round(Math.sin(index / 7) * 1000) / 1000);
    const series = seriesWith({ y, dayZeros: { news: 1000 } });
    const kept = new Set(thinned(series));
    const read = throughPage(sceneOfSeries([series])).series[0];
    expect(kept.size).toBeLessThan(y.length);
    expect(read?.y).toEqual(y.map((value, index) => (kept.has(index) ? value : Number.NaN)));
    expect(read?.sessions).toEqual(series.sessions);
  });
});
