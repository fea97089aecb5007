import { textWidth } from '../text/measure-text.ts';
import type { Ink, PanelLayout, PlacedText } from './drawing-layout.ts';
import { spread } from './spread.ts';

/** A line's name and figure, beside its end. */
export interface EndLabel {
  readonly slot: number;
  readonly name: string;
  readonly figure: string;
  /** Data values of the line's last point. */
  readonly x: number;
  readonly y: number;
}

const GAP = 9;
const LINE = 15;
const SIZE = 13;

/** Height of a label with the space to the next. */
const LABEL = 2 * LINE + 3;

/** How far a label may stand out of the plot, above and below. */
const OVERHANG = 4;

/** Distance from which a label that had to give way is tied to its line by a leader. */
const FAR = 6;

/** Room that the labels of these lines need right of the plot; 0 without labels. */
export function endLabelRoom(labels: readonly EndLabel[]): number {
  if (labels.length === 0) return 0;
  const widths = labels.flatMap(({ name, figure }) => [textWidth(name, SIZE, 600), textWidth(figure, SIZE)]);
  return Math.ceil(Math.max(...widths)) + GAP + 1;
}

/** Height of a plot beside which `count` labels have room. */
export function endLabelsHeight(count: number): number {
  return count * LABEL - 2 * OVERHANG;
}

/** Labels right of a plot, each as near to its line's end as the others allow. */
export function placeEndLabels(
  labels: readonly EndLabel[],
  plot: PanelLayout['plot'],
  toX: (x: number) => number,
  toY: (y: number) => number,
): { texts: PlacedText[]; leaders: PanelLayout['leaders'] } {
  const [x, y, width, height] = plot;
  const places = spread(
    labels.map((label) => ({ at: toY(label.y), size: LABEL })),
    y - OVERHANG,
    y + height + OVERHANG,
  );
  const texts: PlacedText[] = [];
  const leaders: [number, number, number, number][] = [];
  for (const [index, label] of labels.entries()) {
    const middle = places[index] ?? 0;
    const left = x + width + GAP;
    const ink: Ink = `series-${label.slot}`;
    const common = { x: left, size: SIZE, anchor: 'start', ink } as const;
    texts.push({ ...common, y: round(middle - 2), text: label.name, weight: 600 });
    texts.push({ ...common, y: round(middle + LINE - 3), text: label.figure, weight: 400 });
    if (Math.abs(middle - toY(label.y)) > FAR) {
      leaders.push([round(toX(label.x) + 4), round(toY(label.y)), left - 2, round(middle)]);
    }
  }
  return { texts, leaders };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
