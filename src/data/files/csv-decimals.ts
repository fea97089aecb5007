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
 * `hasCommas` is false where no figure holds a comma, so that the first clear
 * figure decides.
 */
export function decimalEvidence(cells: Iterable<string>, hasCommas = true): DecimalEvidence {
  let point = false;
  let comma = false;
  let either: string | undefined;
  let decimalComma: string | undefined;
  for (const cell of cells) {
    const lastPoint = cell.lastIndexOf('.');
    const lastComma = cell.lastIndexOf(',');
    if (lastPoint < 0 && lastComma < 0) continue;
    // Both marks in one figure decide for the whole file.
    if (lastPoint >= 0 && lastComma >= 0) {
      return lastPoint > lastComma ? { possible: ['point'] } : { possible: ['comma', 'point'], example: cell.trim() };
    }
    if (lastComma < 0) {
      const isSingle = cell.indexOf('.') === lastPoint;
      if (isSingle && (lastPoint > 3 || cell.length - lastPoint !== 4)) point = true;
      else if (!POINT_GROUPS.test(bare(cell))) point = true;
      else if (!isSingle) comma = true;
      if (point && !hasCommas) return { possible: ['point'] };
      continue;
    }
    const figure = bare(cell);
    if (!COMMA_GROUPS.test(figure)) {
      comma = true;
      decimalComma ??= figure;
    } else if (figure.indexOf(',') === figure.lastIndexOf(',')) either ??= figure;
    else point = true;
  }
  if (comma) {
    const example = decimalComma ?? either;
    return { possible: ['comma', 'point'], ...(example === undefined ? {} : { example }) };
  }
  if (point || either === undefined) return { possible: ['point'] };
  return { possible: ['point', 'comma'], example: either };
}

/** A figure without its currency sign, percent sign or suffix. */
function bare(cell: string): string {
  return cell
    .trim()
    .replace(/[%KMBT]$/i, '')
    .replace(/^([+-]?)[$€£¥]/, '$1');
}
