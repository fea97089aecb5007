import { bareFigure, type DecimalMark, marksOf } from './read-number.ts';

/** How many figures of some columns can be read under one mark alone. */
interface MarkCount {
  readonly point: number;
  readonly comma: number;
  /** The first figure that is another number under each of the two; absent where there is none. */
  readonly either?: string;
}

/** So many clear figures tell the mark of a file as well as all of them. */
const ENOUGH = 50;
/** One figure in so many may be a slip. */
const CLEAR = 5;

function counted(cells: Iterable<string>): MarkCount {
  let [point, comma] = [0, 0];
  let either: string | undefined;
  for (const cell of cells) {
    const at = cell.indexOf('.');
    if (at < 0 && !cell.includes(',')) continue;
    // Most figures have more than three digits before their point.
    if (at > 3 && /^\d+\.\d+$/.test(cell)) point++;
    else {
      const bare = bareFigure(cell);
      if (bare === null) continue;
      const marks = marksOf(bare.digits);
      if (marks.differ) either ??= cell.trim();
      else if (marks.point && !marks.comma) point++;
      else if (marks.comma && !marks.point) comma++;
    }
    if (point + comma >= ENOUGH) break;
  }
  return { point, comma, ...(either === undefined ? {} : { either }) };
}

function verdict({ point, comma }: MarkCount): DecimalMark | null {
  if (point > comma * CLEAR) return 'point';
  return comma > point * CLEAR ? 'comma' : null;
}

export type DecimalVerdict =
  | { readonly kind: 'mark'; readonly mark: DecimalMark }
  /** Nothing in the file tells; the cell is another number under each mark. */
  | { readonly kind: 'open'; readonly example: string };

/**
 * The decimal mark of a file. Prices speak first, as a column of percents may be
 * written in another language; where they leave it open every other figure of
 * the file is evidence. Points and commas are treated alike.
 */
export function decimalMark(prices: Iterable<string>, others: () => Iterable<string>): DecimalVerdict {
  const own = counted(prices);
  const mark = verdict(own) ?? (own.either === undefined ? null : verdict(counted(others())));
  if (mark !== null) return { kind: 'mark', mark };
  return own.either === undefined ? { kind: 'mark', mark: 'point' } : { kind: 'open', example: own.either };
}
