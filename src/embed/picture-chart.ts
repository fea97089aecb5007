import { tenths } from '../core/rounded.ts';
import { annotate } from '../chart/layout/annotate.ts';
import type { Marker, PanelAnnotation } from '../chart/layout/panel-annotation.ts';
import { LOW, LOW_STACK, panelRows, rowsHeight } from '../chart/layout/panel-rows.ts';
import { BAR_PITCH, BAR_WIDTH, type Choice, reactingRows, type Scene } from '../chart/scene/scene.ts';
import { placeOf, type Shown, shownOf, valueOf } from '../chart/scene/shown.ts';
import { wrapText } from '../chart/text/wrap-text.ts';
import { xml } from './xml.ts';

/** Colour of a theme by its name, such as `series-1`. */
export type Colours = (name: string) => string;

/** A box in user units of the picture. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Gap between panels of events, and the narrowest that one of them is beside others; as in `drawing.css`. */
const GAP = 10;
const LEAST_COLUMN = { width: 76, share: 0.22 };
const LEAST_BAND = 8;

/**
 * A chart in a picture of known size, from the layout that the page has: the geometry in the picture's own units, as
 * what rasterises a picture knows neither strokes that do not scale nor CSS.
 */
export function pictureChart(scene: Scene, choice: Choice, box: Box, colours: Colours): string {
  const shown = shownOf(scene, choice);
  const isStacked = scene.panels.length > 1 && !scene.panels.some(({ around }) => around !== undefined);
  const isLowStack = isStacked && box.height < LOW_STACK;
  const boxes = panelBoxes(scene, box, isLowStack);
  const [first] = boxes;
  if (first === undefined) return '';
  const height = Math.min(...boxes.map((one) => one.height));
  const panels = annotate(scene, choice, { widths: [first.width], heights: [height] });
  const isLow = isStacked ? isLowStack : height < LOW.single;
  return panels.map((panel, at) => drawPanel(scene, shown, panel, at, boxes[at] ?? first, isLow, colours)).join('');
}

/** Boxes of the panels: one, some above one another with plots of one height, or beside one another. */
function panelBoxes({ panels }: Scene, { x, y, width, height }: Box, isLowStack: boolean): Box[] {
  const isMultiple = panels.some(({ around }) => around !== undefined);
  if (!isMultiple) {
    const chrome = panels.map((_, at) => {
      const hasAxis = at === panels.length - 1;
      const kind = { isStacked: panels.length > 1, hasHeading: false, hasLane: at === 0, hasFoot: hasAxis, hasAxis };
      return rowsHeight(panelRows(kind, isLowStack));
    });
    const plot = (height - chrome.reduce((sum, one) => sum + one, 0)) / panels.length;
    let top = y;
    return chrome.map((own) => {
      const box = { x, y: top, width, height: own + plot };
      top += own + plot;
      return box;
    });
  }
  const least = Math.max(LEAST_COLUMN.width, LEAST_COLUMN.share * width);
  const columns = width > height ? Math.max(1, Math.min(panels.length, Math.floor((width + GAP) / (least + GAP)))) : 1;
  const rows = Math.ceil(panels.length / columns);
  const [wide, high] = [(width - (columns - 1) * GAP) / columns, (height - (rows - 1) * GAP) / rows];
  return panels.map((_, at) => ({
    x: x + (at % columns) * (wide + GAP),
    y: y + Math.floor(at / columns) * (high + GAP),
    width: wide,
    height: high,
  }));
}

function drawPanel(
  scene: Scene,
  shown: Shown,
  panel: PanelAnnotation,
  at: number,
  box: Box,
  isLow: boolean,
  colours: Colours,
): string {
  const { left, right, hasLane, hasFoot, hasAxis } = panel;
  const hasHeading = panel.heading !== null;
  const isStacked = scene.panels.length > 1 && !hasHeading;
  const { title, lane, foot, axis } = panelRows({ isStacked, hasHeading, hasLane, hasFoot, hasAxis }, isLow);
  const top = box.y + title + lane;
  const bottom = box.y + box.height - foot - axis;
  const plot = { x: box.x + left, y: top, width: box.width - left - (right[0] ?? 8), height: bottom - top };
  const px = (fx: number): number => tenths(plot.x + fx * plot.width);
  const py = (fy: number): number => tenths(plot.y + fy * plot.height);
  const toX = (place: number): number => px((place - panel.x[0]) / (panel.x[1] - panel.x[0]));
  const toY = (value: number): number => py((panel.y[1] - value) / (panel.y[1] - panel.y[0]));
  const text = (x: number, y: number, words: string, ink: string, more = ''): string =>
    `<text x="${tenths(x)}" y="${tenths(y)}" font-size="12" fill="${colours(ink)}"${more}>${xml(words)}</text>`;
  const bold = ' font-weight="600"';

  const bands = panel.bands.map(({ fx, width, kind }) => {
    const wide = Math.max(LEAST_BAND, width * plot.width);
    const x = tenths(px(fx + width / 2) - wide / 2);
    return `<rect x="${x}" y="${top}" width="${tenths(wide)}" height="${tenths(plot.height)}" fill="${colours('ink')}" fill-opacity="${kind === 'centre' ? 0.2 : 0.1}"/>`;
  });
  const grid = panel.grid.map(({ fy, label, isReference }) => {
    const y = py(fy);
    const ink = isReference ? 'muted' : 'rule';
    return [
      `<line x1="${plot.x}" x2="${tenths(plot.x + plot.width)}" y1="${y}" y2="${y}" stroke="${colours(ink)}"/>`,
      text(plot.x - 8, y + 4, label, isReference ? 'ink' : 'muted', ` text-anchor="end"${isReference ? bold : ''}`),
    ].join('');
  });
  const lines = panel.lines.map(({ series }) => {
    const one = shown.series[series];
    const about = scene.panels[at];
    if (one === undefined || about === undefined) return '';
    const colour = colours(`series-${one.series.slot}`);
    const indices = Array.from({ length: one.to - one.from }, (_, index) => one.from + index).filter(
      (index) => !Number.isNaN(one.series.y[index] ?? Number.NaN),
    );
    const x = (index: number): number => toX(placeOf(scene.axis, one, index));
    const y = (index: number): number => toY(valueOf(about, one, index));
    if (one.series.mark === 'bar') {
      const half = (toX(1) - toX(0)) * (BAR_WIDTH / BAR_PITCH / 2);
      const marked = reactingRows(scene, one.series);
      const bar = (left: number, wide: number, from: number, to: number, ink: string): string =>
        `<rect x="${tenths(left)}" y="${Math.min(from, to)}" width="${tenths(wide)}" height="${tenths(Math.abs(to - from))}" ${ink}/>`;
      return indices
        .map((index) => {
          const [zero, end, gap] = [toY(0), y(index), one.series.gaps?.[index] ?? Number.NaN];
          const [left, isPlain] = [x(index) - half, !marked.has(index)];
          const ink = `fill="${colour}"${isPlain ? ' fill-opacity="0.42"' : ''}`;
          if (Number.isNaN(gap)) return bar(left, 2 * half, zero, end, ink);
          const outline = `fill="${colours('paper')}" stroke="${colour}"${isPlain ? ' stroke-opacity="0.6"' : ''}`;
          return bar(left, half, zero, toY(gap), outline) + bar(left + half, half, toY(gap), end, ink);
        })
        .join('');
    }
    const path = (some: readonly number[]): string =>
      some.map((index, n) => `${n === 0 ? 'M' : 'L'}${x(index)},${y(index)}`).join('');
    const reaction = [one.base, one.base + 1].filter((index) => index >= one.from && index < one.to);
    const common = `fill="none" stroke="${colour}" stroke-linejoin="round" stroke-linecap="round"`;
    const strong = reaction.length === 2 ? `<path d="${path(reaction)}" ${common} stroke-width="4"/>` : '';
    return `<path d="${path(indices)}" ${common} stroke-width="2"/>${strong}`;
  });
  const dots = panel.dots.map(({ fx, fy, slot, kind }) => {
    const [fill, stroke, width] = kind === 'base' ? ['paper', `series-${slot}`, 2] : [`series-${slot}`, 'paper', 1.5];
    const r = kind === 'reaction' ? 4.5 : kind === 'base' ? 3.5 : 3;
    return `<circle cx="${px(fx)}" cy="${py(fy)}" r="${r}" fill="${colours(fill)}" stroke="${colours(stroke)}" stroke-width="${width}"/>`;
  });
  const values = panel.values.map(({ fx, fy, dx, dy, anchor, text: words, slot }) =>
    text(px(fx) + dx, py(fy) + dy, words, `series-${slot}`, `${bold} text-anchor="${anchor}"`),
  );
  const ends = panel.ends.map(({ fy, dy, name, figure, slot }) => {
    const [x, y] = [plot.x + plot.width + 9, py(fy) + dy];
    if (figure === '') return text(x, y + 4.5, name, `series-${slot}`, bold);
    return text(x, y - 3, name, `series-${slot}`, bold) + text(x, y + 12, figure, `series-${slot}`);
  });
  const ticks = panel.ticks.map(({ fx, label }) =>
    text(px(fx), bottom + foot + axis - 3, label, 'muted', ' text-anchor="middle"'),
  );
  const markers = panel.markers
    .filter(({ kind }) => kind === 'event' || foot > 0)
    .map((marker) => drawMarker(marker, px(marker.fx), top, bottom, colours));
  const [named] = panel.titles;
  const titleAt: readonly [x: number, y: number] = [
    isLow && title > 0 ? plot.x : box.x,
    box.y + title + (title === 0 ? 17 : isLow ? -3 : -5),
  ];
  const heading = panel.heading === null || isLow ? [] : wrapText(panel.heading, box.width, 13, 600, 2);
  const heads = [
    ...heading.map((line, row) => text(box.x, box.y + 12 + row * 17, line, 'ink', bold)),
    named === undefined
      ? ''
      : text(
          ...titleAt,
          named.text,
          named.slot === null ? 'muted' : `series-${named.slot}`,
          named.slot === null ? '' : bold,
        ),
  ];
  return [...bands, ...grid, ...lines, ...dots, ...values, ...ends, ...ticks, ...markers, ...heads].join('');
}

function drawMarker(
  { dx, kind, isCentre, label, words, side }: Marker,
  x: number,
  top: number,
  bottom: number,
  colours: Colours,
): string {
  const at = x + dx;
  const ink = kind === 'event' ? 'ink' : 'muted';
  const stem = (d: string): string => `<path d="${d}" fill="none" stroke="${colours(ink)}" stroke-opacity="0.6"/>`;
  if (kind === 'confounder') {
    const y = bottom + 13;
    const diamond = `<path d="M${at},${y - 5.5}l5.5,5.5l-5.5,5.5l-5.5,-5.5z" fill="${colours('paper')}" stroke="${colours(ink)}" stroke-width="1.25"/>`;
    const count =
      label === '' ? '' : `<text x="${at + 9}" y="${y + 4}" font-size="12" fill="${colours(ink)}">${xml(label)}</text>`;
    return stem(`M${at},${y - 6}L${x},${y - 9}V${bottom}`) + diamond + count;
  }
  const y = top - 22;
  const width = Math.max(24, 9 + label.length * 7.5);
  const [fill, on] = isCentre ? ['ink', 'paper'] : ['paper', 'ink'];
  const beside =
    words === ''
      ? ''
      : `<text x="${side === 'left' ? at - 18 : at + 18}" y="${y + 4.5}" font-size="12.5" font-weight="600" fill="${colours('ink')}" text-anchor="${side === 'left' ? 'end' : 'start'}">${xml(words)}</text>`;
  return [
    stem(`M${at},${y + 12}L${x},${y + 17}V${top}`),
    `<rect x="${tenths(at - width / 2 + 0.6)}" y="${y - 11.4}" width="${tenths(width - 1.2)}" height="22.8" rx="11.4" fill="${colours(fill)}" stroke="${colours('ink')}" stroke-width="1.25"/>`,
    `<text x="${at}" y="${y + 4.5}" font-size="12.5" font-weight="600" text-anchor="middle" fill="${colours(on)}">${xml(label)}</text>`,
    beside,
  ].join('');
}
