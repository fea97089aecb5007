import type { DecimalMark } from './read-number.ts';

/** Which decimal marks the figures of a file allow. */
export interface DecimalEvidence {
  /** Marks under which every figure can be read, the likelier first. */
  readonly possible: readonly DecimalMark[];
  /** A figure that is read differently under the two; absent where none is. */
  readonly example?: string;
}

const POINT_GROUPS = /^[+-]?\d{1,3}(?:\.\d{3})+$/;
const COMMA_GROUPS = /^[+-]?\d{1,3}(?:,\d{3})+$/;

/**
 * What the figures say about their decimal mark. A comma is never taken for a
 * decimal mark without asking, even where no other reading makes sense.
 */
export function decimalEvidence(cells: Iterable<string>): DecimalEvidence {
  let point = false;
  let comma = false;
  let either: string | undefined;
  let decimalComma: string | undefined;
  for (const raw of cells) {
    const cell = raw
      .trim()
      .replace(/[%KMBT]$/i, '')
      .replace(/^([+-]?)[$€£¥]/, '$1');
    const lastPoint = cell.lastIndexOf('.');
    const lastComma = cell.lastIndexOf(',');
    if (lastPoint < 0 && lastComma < 0) continue;
    if (lastPoint >= 0 && lastComma >= 0) {
      if (lastPoint > lastComma) point = true;
      else {
        comma = true;
        decimalComma ??= cell;
      }
    } else if (lastComma < 0) {
      if (!POINT_GROUPS.test(cell)) point = true;
      else if (cell.indexOf('.') !== lastPoint) comma = true;
    } else if (COMMA_GROUPS.test(cell)) {
      if (cell.indexOf(',') === lastComma) either ??= cell;
      else point = true;
    } else {
      comma = true;
      decimalComma ??= cell;
    }
  }
  if (comma) {
    const example = decimalComma ?? either;
    return { possible: ['comma', 'point'], ...(example === undefined ? {} : { example }) };
  }
  if (point || either === undefined) return { possible: ['point'] };
  return { possible: ['point', 'comma'], example: either };
}
