import type { SeriesIssue } from '../../core/series.ts';
import type { Instrument } from '../../core/study.ts';
import type { SessionDate } from '../../core/units.ts';
import type { OrderedRows } from './ordered-rows.ts';
import { scaleChanges } from './scale-changes.ts';
import { counted, sessionList } from './session-list.ts';

/** Rounding of a source's own decimals: 34.45000076 may stand beside a high of 34.45. */
const TOLERANCE = 1e-5;
/** From this share of rows on, impossible rows mean that the columns are read wrongly. */
const SWAPPED_SHARE = 0.2;

type Columns = Omit<OrderedRows, 'blank' | 'issues' | 'several'>;

/** Indices of rows whose high is below their low, or whose open or close lies outside of them. */
function impossibleRows({ closes, opens, highs, lows }: Columns): number[] {
  if (highs === undefined || lows === undefined) return [];
  const found: number[] = [];
  for (let i = 0; i < closes.length; i++) {
    const high = highs[i] ?? Number.NaN;
    const low = lows[i] ?? Number.NaN;
    const close = closes[i] ?? Number.NaN;
    const open = opens?.[i] ?? close;
    const slack = close * TOLERANCE;
    // Comparisons with NaN are false: a row without a high or a low contradicts nothing.
    if (
      high < low - slack ||
      close > high + slack ||
      close < low - slack ||
      open > high + slack ||
      open < low - slack
    ) {
      found.push(i);
    }
  }
  return found;
}

function dates(sessions: readonly SessionDate[], indices: readonly number[]): SessionDate[] {
  return indices.flatMap((index) => sessions[index] ?? []);
}

export interface LevelVerdict {
  readonly issues: readonly SeriesIssue[];
  /** Set when the columns cannot be what they are taken for. */
  readonly unusable?: string;
}

/** What the values of the rows contradict: each other, or the day before. Values are kept, and named. */
export function judgeLevels(instrument: Instrument, rows: Columns): LevelVerdict {
  const { sessions, closes } = rows;
  const issues: SeriesIssue[] = [];
  const impossible = impossibleRows(rows);
  if (
    impossible.length > Math.max(2, closes.length * SWAPPED_SHARE) ||
    (closes.length > 0 && impossible.length === closes.length)
  ) {
    return {
      issues,
      unusable: `in ${impossible.length} of ${closes.length} rows the open or close lies outside low and high, so the columns are not what they seem`,
    };
  }
  if (impossible.length > 0) {
    const found = dates(sessions, impossible);
    issues.push({
      kind: 'suspect-value',
      sessions: found,
      sentence: `The open or close lies outside low and high on ${sessionList(found)}; the close was kept.`,
    });
  }
  const changes = scaleChanges(instrument, sessions, closes);
  if (changes.length > 0) {
    issues.push({ kind: 'change-of-scale', sessions: changes.map(({ after }) => after.session), changes });
  }
  return { issues: [...issues, ...backFill(instrument, rows)] };
}

/** Rows from before anybody could see the index, or, where its launch is not known, a start of flat rows. */
function backFill({ launched, name }: Instrument, { sessions, closes, opens, highs, lows }: Columns): SeriesIssue[] {
  const [first] = sessions;
  if (first === undefined) return [];
  if (launched !== undefined) {
    if (first >= launched) return [];
    const early = sessions.filter((session) => session < launched);
    return [
      {
        kind: 'back-filled',
        sessions: early,
        sentence: `${counted(early.length, 'close')} up to ${early.at(-1) ?? ''} ${early.length === 1 ? 'is' : 'are'} from before ${name} was launched on ${launched}: they were computed afterwards, and nobody could see them.`,
      },
    ];
  }
  let flat = 0;
  while (
    flat < closes.length &&
    opens?.[flat] === closes[flat] &&
    highs?.[flat] === closes[flat] &&
    lows?.[flat] === closes[flat]
  ) {
    flat++;
  }
  if (flat < 20) return [];
  return [
    {
      kind: 'back-filled',
      sessions: sessions.slice(0, flat),
      sentence: `Open, high, low and close are the same in the first ${flat} rows, up to ${sessions[flat - 1] ?? ''}: closes only, perhaps filled in afterwards.`,
    },
  ];
}
