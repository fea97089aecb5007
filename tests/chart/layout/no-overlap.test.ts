import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotate } from '../../../src/chart/layout/annotate.ts';
import { type PanelAnnotation, type Seen, type Steps, STEPS } from '../../../src/chart/layout/panel-annotation.ts';
import { LOW, panelRows, rowsHeight, type PanelRows } from '../../../src/chart/layout/panel-rows.ts';
import type { Scene } from '../../../src/chart/scene/scene.ts';
import { textWidth } from '../../../src/chart/text/measure-text.ts';
import { eventWith, sceneOfSeries, seriesWith } from '../made-up-scene.ts';

/** Something that stands in a panel, in CSS pixels from the top left corner of its plot. */
interface Box {
  readonly what: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const NAMES = ['Nasdaq Composite', 'Hang Seng TECH', 'S&P 500', 'Hang Seng Index', 'Nvidia'];

/** Up to five lines that end and turn near one another, over some days, with up to six events. */
const scenes = fc
  .record({
    lines: fc.array(fc.array(fc.double({ min: 92, max: 109, noNaN: true }), { minLength: 3, maxLength: 40 }), {
      minLength: 1,
      maxLength: 5,
    }),
    events: fc.array(fc.tuple(fc.double({ min: 0, max: 40, noNaN: true }), fc.boolean()), { maxLength: 6 }),
    axis: fc.constantFrom('time', 'offset'),
    scale: fc.constantFrom('index', 'percent'),
  })
  .map(({ lines, events, axis, scale }): Scene => {
    const series = lines.map((y, index) =>
      seriesWith({
        y,
        x: y.map((_, at) => (axis === 'time' ? at + 0.3 + index * 0.1 : at)),
        name: NAMES[index] ?? '',
        shortName: NAMES[index] ?? '',
        slot: index + 1,
        dayZeros: { news: 1 },
      }),
    );
    const all = events.map(([at, isOwn], index) =>
      eventWith({
        id: `e${index}`,
        from: at,
        to: at + 1,
        number: isOwn ? index + 1 : null,
        kind: isOwn ? 'event' : 'confounder',
      }),
    );
    return sceneOfSeries(series, {
      axis: axis === 'time' ? 'time' : 'offset',
      events: all,
      choice: {
        range: { kind: 'all' },
        base: { kind: 'event', event: 'news' },
        scale: scale === 'index' ? 'index' : 'percent',
      },
    });
  });

const rowsOf = (panel: PanelAnnotation, height: number): PanelRows =>
  panelRows({ ...panel, isStacked: false, hasHeading: false }, height < LOW.single);

/** The plot of a panel that is as small as a step of width and height allows. */
function plotOf(panel: PanelAnnotation, { widths, heights }: Steps, w: number, h: number) {
  const height = heights[h] ?? 0;
  return {
    width: Math.max(30, (widths[w] ?? 0) - panel.left - (panel.right[w] ?? 0)),
    height: Math.max(30, height - rowsHeight(rowsOf(panel, height))),
  };
}

/** Texts around and in the plot that show in a step, and the edges that they may reach. */
function textsIn(
  panel: PanelAnnotation,
  steps: Steps,
  w: number,
  h: number,
): { boxes: Box[]; values: Box[]; outer: Box } {
  const { width, height } = plotOf(panel, steps, w, h);
  const isSeen = (one: Seen): boolean => (one.w?.includes(w) ?? true) && (one.h?.includes(h) ?? true);
  const box = (what: string, left: number, top: number, wide: number, high: number): Box => ({
    what,
    left,
    top,
    right: left + wide,
    bottom: top + high,
  });
  const { title, lane, foot, axis } = rowsOf(panel, steps.heights[h] ?? 0);
  const ticks = panel.ticks.filter(isSeen).map(({ fx, label }) => {
    const wide = textWidth(label, 12);
    return box(`tick ${label}`, fx * width - wide / 2, height + foot + 7, wide, 13);
  });
  const grid = panel.grid.filter(isSeen).map(({ fy, label, isReference }) => {
    const wide = textWidth(label, 12, isReference ? 600 : 400);
    return box(`level ${label}`, -8 - wide, fy * height - 6, wide, 12);
  });
  const ends = panel.ends.filter(isSeen).map(({ fy, dy, name, figure }) => {
    const wide = Math.max(textWidth(name, 13, 600), textWidth(figure, 13));
    const high = figure === '' ? 15 : 30;
    return box(`end ${name}`, width + 9, fy * height + dy - high / 2, wide, high);
  });
  const values = panel.values.filter(isSeen).map(({ fx, fy, dx, dy, anchor, text }) => {
    const wide = textWidth(text, 12, 600);
    const x = fx * width + dx;
    return box(
      `value ${text}`,
      anchor === 'end' ? x - wide : anchor === 'start' ? x : x - wide / 2,
      fy * height + dy - 11,
      wide,
      12,
    );
  });
  const right = width + (panel.right[w] ?? 0);
  const outer = box('panel', -panel.left, -lane - title, right + panel.left, 0);
  return { boxes: [...ticks, ...grid, ...ends], values, outer: { ...outer, bottom: height + foot + axis } };
}

/** Pairs that overlap by more than a pixel: places are rounded to one. */
function overlaps(boxes: readonly Box[]): string[] {
  return boxes.flatMap((one, index) =>
    boxes.slice(index + 1).flatMap((other) => {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      return across > 1 && down > 1 ? [`${one.what} and ${other.what}`] : [];
    }),
  );
}

function outside(boxes: readonly Box[], outer: Box): string[] {
  return boxes.flatMap(({ what, left, top, right, bottom }) =>
    left < outer.left - 1 || right > outer.right + 1 || top < outer.top - 1 || bottom > outer.bottom + 1 ? [what] : [],
  );
}

describe('texts of a panel', () => {
  it('neither overlap nor leave it in the smallest panel of any step', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        for (const panel of annotate(scene, scene.choice, STEPS)) {
          for (const w of STEPS.widths.keys()) {
            for (const h of STEPS.heights.keys()) {
              const { boxes, outer } = textsIn(panel, STEPS, w, h);
              const at = `${STEPS.widths[w]} × ${STEPS.heights[h]}`;
              expect(overlaps(boxes), at).toEqual([]);
              expect(outside(boxes, outer), at).toEqual([]);
            }
          }
        }
      }),
    );
  });

  const sizes = fc.record({ width: fc.integer({ min: 76, max: 1400 }), height: fc.integer({ min: 80, max: 800 }) });

  it('neither overlap nor leave a panel of a known size, the moves beside their dots included', () => {
    fc.assert(
      fc.property(scenes, sizes, (scene, { width, height }) => {
        const steps = { widths: [width], heights: [height] };
        for (const panel of annotate(scene, scene.choice, steps)) {
          const { boxes, values, outer } = textsIn(panel, steps, 0, 0);
          expect(overlaps([...boxes, ...values])).toEqual([]);
          expect(outside([...boxes, ...values], outer)).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('have a title that is as wide as its panel at most', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        for (const { titles } of annotate(scene, scene.choice, STEPS)) {
          for (const { text, slot, w } of titles) {
            const narrowest = Math.min(...(w ?? [...STEPS.widths.keys()]).map((step) => STEPS.widths[step] ?? 0));
            expect(textWidth(text, 12, slot === null ? 400 : 600)).toBeLessThanOrEqual(narrowest);
          }
        }
      }),
    );
  });
});
