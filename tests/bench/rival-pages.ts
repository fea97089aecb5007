import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { SyntheticStudy } from './synthetic-study.ts';

const WIDTH = 816;
const HEIGHT = 460;
const LEFT = 48;
const BOTTOM = 30;
const COLOURS = ['#0b5fa5', '#b3541e'] as const;

/** Both series over rows [from, to) as index with base 100, on the sessions of the first one. */
function rebased(study: SyntheticStudy, from: number, to: number): { seconds: number[]; lines: number[][] } {
  const [first] = study.series;
  return {
    seconds: (first?.sessions ?? []).slice(from, to).map((session) => Date.parse(session) / 1000),
    lines: study.series.map(({ closes }) => {
      const base = closes[study.dayZero - 1] ?? Number.NaN;
      return closes.slice(from, to).map((close) => Math.round((close / base) * 1e6) / 1e4);
    }),
  };
}

/** Rows of the range that the dashboard opens with: 10 sessions either side of day 0. */
export function openingRows({ dayZero, rows }: SyntheticStudy): readonly [number, number] {
  return [Math.max(0, dayZero - 10), Math.min(rows, dayZero + 11)];
}

const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Two made-up markets</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>\n`;

const STYLE = '<style>body{margin:24px;font:12px sans-serif}svg{display:block}</style>';

/** The floor: what a page with two lines, axes and five annotations costs when somebody writes it by hand as SVG. */
function floorPage(study: SyntheticStudy): string {
  const { seconds, lines } = rebased(study, ...openingRows(study));
  const [low, high] = [Math.min(...lines.flat()), Math.max(...lines.flat())];
  const [start = 0, end = 1] = [seconds[0], seconds.at(-1)];
  const x = (second: number): string => (LEFT + ((second - start) / (end - start)) * (WIDTH - LEFT)).toFixed(1);
  const y = (value: number): string => ((1 - (value - low) / (high - low)) * (HEIGHT - BOTTOM)).toFixed(1);
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  const grid = ticks.map((share) => {
    const value = low + share * (high - low);
    return `<path d="M${LEFT},${y(value)}H${WIDTH}" stroke="#ddd"/><text x="0" y="${y(value)}">${value.toFixed(1)}</text>`;
  });
  const dates = ticks.map((share) => {
    const second = start + share * (end - start);
    return `<text x="${x(second)}" y="${HEIGHT - 8}" text-anchor="middle">${new Date(second * 1000).toISOString().slice(0, 10)}</text>`;
  });
  const marks = study.events.map((event, index) => {
    const at = x(Date.parse(event) / 1000);
    return `<path d="M${at},0V${HEIGHT - BOTTOM}" stroke="#888"/><text x="${at}" y="12">${index + 1}</text>`;
  });
  const drawn = lines.map(
    (line, index) =>
      `<path class="line" fill="none" stroke="${COLOURS[index] ?? ''}" stroke-width="2" d="M${line.map((value, row) => `${x(seconds[row] ?? 0)},${y(value)}`).join('L')}"/>`,
  );
  const svg = [...grid, ...dates, ...marks, ...drawn].join('');
  return page(STYLE, `<svg width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${svg}</svg>`);
}

/** uPlot with its own cursor, legend and selection, showing rows [from, to) of a study, with its annotations. */
function uplotPage(study: SyntheticStudy, from: number, to: number): string {
  const { seconds, lines } = rebased(study, from, to);
  const events = study.events.map((event) => Date.parse(event) / 1000);
  const script = `
const marks = ${JSON.stringify(events)};
let draws = 0;
const draw = (u) => {
  const { ctx, bbox } = u;
  ctx.save();
  ctx.strokeStyle = '#888';
  for (const [i, mark] of marks.entries()) {
    const x = Math.round(u.valToPos(mark, 'x', true));
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    ctx.beginPath(); ctx.moveTo(x, bbox.top); ctx.lineTo(x, bbox.top + bbox.height); ctx.stroke();
    ctx.fillText(String(i + 1), x + 2, bbox.top + 12);
  }
  ctx.restore();
  window.draws = ++draws;
};
window.uplot = new uPlot({
  width: ${WIDTH}, height: ${HEIGHT},
  series: [{}, ${study.series.map(({ name }, index) => `{ label: ${JSON.stringify(name)}, stroke: '${COLOURS[index] ?? ''}', width: 2, points: { show: false } }`).join(', ')}],
  hooks: { draw: [draw] },
}, ${JSON.stringify([seconds, ...lines])}, document.getElementById('chart'));
`;
  return page(
    `<link rel="stylesheet" href="uPlot.min.css">${STYLE}`,
    `<div id="chart"></div><script src="uPlot.iife.min.js"></script><script>${script}</script>`,
  );
}

/** A page without the scripts that run in it; what is data in it stays. */
export function withoutScripts(html: string): string {
  return html.replaceAll(/<script(?![^>]*application\/json)[^>]*>[\s\S]*?<\/script>/g, '');
}

/**
 * Writes the pages that the dashboard is measured against into the site's folder `rivals`: `floor`, `uplot` (the range
 * that the dashboard opens with), `uplot-all` (every row) and `still` (the dashboard's page without its scripts).
 */
export async function writeRivalPages(site: string, studies: readonly SyntheticStudy[]): Promise<void> {
  const uplot = join(dirname(createRequire(import.meta.url).resolve('uplot')), '../dist');
  await mkdir(join(site, 'rivals'), { recursive: true });
  for (const name of ['uPlot.iife.min.js', 'uPlot.min.css'])
    await copyFile(join(uplot, name), join(site, 'rivals', name));
  for (const study of studies) {
    const write = (name: string, html: string): Promise<void> =>
      writeFile(join(site, 'rivals', `${name}-${study.rows}.html`), html);
    await write('floor', floorPage(study));
    await write('uplot', uplotPage(study, ...openingRows(study)));
    await write('uplot-all', uplotPage(study, 0, study.rows));
    await write('still', withoutScripts(await readFile(join(site, study.id, 'index.html'), 'utf8')));
  }
}
