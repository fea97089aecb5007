import { describe, expect, it } from 'vitest';
import { sceneIn } from '../../../src/chart/controller/scene-in-page.ts';
import { CHART_KINDS, type View } from '../../../src/chart/view/view.ts';
import { bakeChart } from '../../../src/app/bake/bake-chart.ts';
import { inPage } from '../../../src/node/bake/page-dom.ts';
import { modelOf, nvidia, sceneWith } from '../study-of.ts';

const FIGURE = `<body><figure class="mr-figure"><div class="mr-stage"><div class="mr-drawing"></div></div>
  <script type="application/json" class="mr-data"></script></figure></body>`;

/** What `read` finds in a page into which a chart of the first study was baked. */
function baked<Found>(change: Partial<View>, read: (figure: HTMLElement) => Found): Promise<Found> {
  return inPage(FIGURE, async (page) => {
    const finish = await bakeChart(page, modelOf(nvidia, change), null);
    const figure = page.querySelector('figure');
    if (figure === null) throw new Error('no figure');
    // As a browser gets it: written out and read again.
    figure.innerHTML = `${figure.innerHTML}`;
    const found = read(figure);
    finish();
    return found;
  });
}

/** Points of a line "M x,y l dx,dy …", each counted from the one before it. Closes have two decimals. */
function pointsOf(path: string): [x: number, y: number][] {
  const numbers = (path.match(/-?(?:\d+(?:\.\d+)?|\.\d+)/g) ?? []).map(Number);
  let [x, y] = [0, 0];
  return Array.from({ length: numbers.length / 2 }, (_, point) => {
    x += numbers[2 * point] ?? Number.NaN;
    y += numbers[2 * point + 1] ?? Number.NaN;
    return [x, Number(y.toFixed(2))];
  });
}

/** Two markets; the S&P 500 closed unchanged, to two decimals, on 25 June 2025. */
const instruments = ['HSTECH', 'SPX'];
const charts = [
  ...CHART_KINDS.map((chart): Partial<View> => ({ chart })),
  { chart: 'overlay', scale: 'points' },
  { chart: 'overlay', base: { kind: 'event', event: 'speech' }, range: { kind: 'all' } },
] satisfies Partial<View>[];

describe('a chart that is baked into a page', () => {
  it.each(charts)('is read from it as it was drawn, to the last close: %o', async (change) => {
    const scene = sceneWith(nvidia, { ...change, instruments });
    const read = await baked({ ...change, instruments }, sceneIn);
    expect(read).toEqual(scene);
  });

  it('has a line through every close of the study, at the close of its exchange', async () => {
    const paths = await baked({ chart: 'overlay' }, (figure) =>
      [0, 1].map((series) => figure.querySelector(`.mr-line-${series} path`)?.getAttribute('d') ?? ''),
    );
    for (const [index, id] of ['IXIC', 'HSTECH'].entries()) {
      const points = pointsOf(paths[index] ?? '');
      expect(points.map(([, close]) => close)).toEqual(nvidia.available.get(id)?.closes);
      // Days from 1 July 2024, the first session of New York: Hong Kong closed on the 2nd at 16:00 there, 08:00 UTC;
      // New York on the 1st at 16:00 there, 20:00 UTC.
      expect(points[0]?.[0]).toBeCloseTo(id === 'IXIC' ? 20 / 24 : 1 + 8 / 24, 3);
    }
  });

  it('is drawn once, whatever ranges and sizes there are', async () => {
    const [plots, paths] = await baked({ chart: 'overlay' }, (figure) => [
      figure.querySelectorAll('svg.mr-geometry').length,
      figure.querySelectorAll('.mr-line-0 path').length,
    ]);
    expect([plots, paths]).toEqual([1, 1]);
  });
});
