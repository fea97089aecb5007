import { addDays, dateOf } from '../../core/calendar-days.ts';
import { closeInstant, closedBecause, expectedSessions, isSessionExpected } from '../../core/exchange.ts';
import { type ExchangeId, exchanges } from '../../core/exchanges/registry.ts';
import type { SeriesIssue } from '../../core/series.ts';
import type { Instrument } from '../../core/study.ts';
import type { Instant, SessionDate } from '../../core/units.ts';
import { localDate } from '../../core/zone-time.ts';
import type { SessionRange } from '../port/adapter.ts';
import { dayNumber, weekdayOf } from './calendar-date.ts';
import { counted, sessionList } from './session-list.ts';

const HOUR = 3_600_000;
/** Sources that publish a close on the next business day are not late before this, long weekends included. */
const PUBLICATION_LAG = 90 * HOUR;

export interface CalendarVerdict {
  /** Indices of rows that no session can have produced. */
  readonly phantoms: ReadonlySet<number>;
  readonly issues: readonly SeriesIssue[];
  /** Set when the dates as a whole cannot be those of sessions. */
  readonly unusable?: { readonly kind: 'malformed' | 'wrong-interval'; readonly detail: string };
}

interface TradingYear {
  /** Day numbers of its first and last day. */
  readonly first: number;
  readonly last: number;
  /** Day numbers on which the exchange is known to be closed, weekends included. */
  readonly closed: ReadonlySet<number>;
}

const known = new Map<string, TradingYear>();

/** What is known of the year of a date. Found once: a long file asks for every day of it. */
function yearOf(exchange: ExchangeId, date: SessionDate): TradingYear {
  const year = date.slice(0, 4);
  const key = `${exchange} ${year}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const closed = new Set<number>();
  const first = dateOf(Number(year), 1, 1);
  for (let day = first; day.startsWith(year); day = addDays(day, 1)) {
    if (closedBecause(exchange, day) !== null) closed.add(dayNumber(day));
  }
  const made = { first: dayNumber(first), last: dayNumber(dateOf(Number(year), 12, 31)), closed };
  known.set(key, made);
  return made;
}

/** Rows on days on which the exchange is closed: left out when they repeat a close, named when they do not. */
export function judgeDates(
  instrument: Instrument,
  sessions: readonly SessionDate[],
  closes: readonly number[],
): CalendarVerdict {
  const phantoms = new Set<number>();
  const phantomDates: string[] = [];
  const contradicted: string[] = [];
  const contradictedDates: SessionDate[] = [];
  let weekends = 0;
  let wideGaps = 0;
  let previous = Number.NaN;
  let year: TradingYear = { first: 0, last: -1, closed: new Set() };
  for (let i = 0; i < sessions.length; i++) {
    const date = sessions[i];
    if (date === undefined) continue;
    const day = dayNumber(date);
    if (day < year.first || day > year.last) year = yearOf(instrument.exchange, date);
    if (day - previous >= 5) wideGaps++;
    previous = day;
    if (!year.closed.has(day)) continue;
    const weekday = weekdayOf(day);
    const weekend = weekday === 0 || weekday === 6;
    const closed = closedBecause(instrument.exchange, date) ?? 'a holiday';
    const repeats = closes[i] === closes[i - 1];
    if (weekend && !repeats) weekends++;
    if (weekend || repeats) {
      phantoms.add(i);
      phantomDates.push(`${date} (${closed})`);
    } else {
      contradicted.push(`${date} (${closed})`);
      contradictedDates.push(date);
    }
  }
  if (sessions.length >= 3 && wideGaps >= 2 && wideGaps > (sessions.length - 1) * 0.6) {
    return {
      phantoms,
      issues: [],
      unusable: {
        kind: 'wrong-interval',
        detail: `${sessions.length} rows from ${sessions[0]} to ${sessions.at(-1)}, most of them five days or more apart`,
      },
    };
  }
  if (weekends > 2 || weekends > sessions.length * 0.05) {
    return {
      phantoms,
      issues: [],
      unusable: {
        kind: 'malformed',
        detail: `${weekends} of ${sessions.length} rows have a new close on a Saturday or Sunday, so the dates are not those of sessions`,
      },
    };
  }
  const issues: SeriesIssue[] = [];
  if (phantoms.size > 0) {
    issues.push({
      kind: 'phantom-session',
      sessions: [...phantoms].flatMap((index) => sessions[index] ?? []),
      sentence: `${counted(phantoms.size, 'row')} on a day without trading ${phantoms.size === 1 ? 'was' : 'were'} left out: ${sessionList(phantomDates)}.`,
    });
  }
  if (contradicted.length > 0) {
    issues.push({
      kind: 'suspect-value',
      sessions: contradictedDates,
      sentence: `The exchange should have been closed on ${sessionList(contradicted)}, yet there is a new close; it was kept.`,
    });
  }
  return { phantoms, issues };
}

/** What may explain holes that no calendar can foresee; empty where nothing regular does. */
function unforeseen({ exchange }: Instrument, holes: readonly SessionDate[]): string {
  const { place, calendar } = exchanges[exchange];
  const { closesFor } = calendar;
  if (closesFor === null || !holes.some((date) => date <= closesFor.until)) return '';
  return ` (${place} also closed without notice for ${closesFor.reason})`;
}

/** Sessions whose row had no close, where one was expected. */
function missingValues(
  instrument: Instrument,
  sessions: readonly SessionDate[],
  blank: readonly SessionDate[],
): readonly SessionDate[] {
  if (blank.length === 0) return blank;
  const present = new Set<string>(sessions);
  return blank.filter((date) => !present.has(date) && isSessionExpected(instrument.exchange, date));
}

/** Whether the exchange is known to be closed on every day between two dates of one year. */
function isClosedBetween(exchange: ExchangeId, before: SessionDate, after: SessionDate): boolean {
  const { last, closed } = yearOf(exchange, before);
  const end = dayNumber(after);
  if (end > last) return false;
  for (let day = dayNumber(before) + 1; day < end; day++) if (!closed.has(day)) return false;
  return true;
}

/** Days between neighbouring dates, which ascend, on which a session is expected. Long lists are walked by their gaps. */
export function sessionsBetween(exchange: ExchangeId, dates: readonly SessionDate[]): readonly SessionDate[] {
  const between: SessionDate[] = [];
  let last = dates[0] === undefined ? 0 : dayNumber(dates[0]);
  for (let i = 1; i < dates.length; i++) {
    const before = dates[i - 1];
    const after = dates[i];
    if (before === undefined || after === undefined) continue;
    const day = dayNumber(after);
    const gap = day - last;
    last = day;
    if (gap === 1 || (gap === 3 && weekdayOf(day) === 1)) continue;
    if (isClosedBetween(exchange, before, after)) continue;
    between.push(...expectedSessions(exchange, addDays(before, 1), addDays(after, -1)));
  }
  return between;
}

/** Days between the first and the last row on which a session was expected and no close came. */
export function absentSessions(
  instrument: Instrument,
  sessions: readonly SessionDate[],
  blank: readonly SessionDate[],
): readonly SeriesIssue[] {
  const blanks = missingValues(instrument, sessions, blank);
  const blankSet = new Set<string>(blanks);
  const holes = sessionsBetween(instrument.exchange, sessions).filter((date) => !blankSet.has(date));
  const issues: SeriesIssue[] = [];
  if (blanks.length > 0) {
    issues.push({
      kind: 'missing-value',
      sessions: blanks,
      sentence: `The source has a row but no close for ${sessionList(blanks)}; nothing was put in its place.`,
    });
  }
  if (holes.length > 0) {
    issues.push({
      kind: 'hole',
      sessions: holes,
      sentence: `No row for ${sessionList(holes)}, although trading was expected${unforeseen(instrument, holes)}; the move after it spans more than one session.`,
    });
  }
  return issues;
}

/** Whether a session has begun or is to come, so that its row is not a close yet. */
export function hasEnded(instrument: Instrument, session: SessionDate, now: Instant): boolean {
  return closeInstant(instrument.exchange, session) <= now;
}

function missingAtEdge(kind: 'truncated' | 'stale', missing: readonly SessionDate[], sentence: string): SeriesIssue[] {
  return missing.length === 0 ? [] : [{ kind, sessions: missing, sentence }];
}

/** Sessions that are missing at either end of the window asked for, where they can be expected to be known by `now`. */
export function missingEdges(
  instrument: Instrument,
  range: SessionRange,
  sessions: readonly SessionDate[],
  now: Instant,
  limits: { readonly earliest: SessionDate | null; readonly rowLimit: number | null; readonly rowCount: number },
): readonly SeriesIssue[] {
  const [first, last] = [sessions[0], sessions.at(-1)];
  if (first === undefined || last === undefined) return [];
  const earliest = limits.earliest !== null && limits.earliest > range.from ? limits.earliest : range.from;
  const atStart = expectedSessions(instrument.exchange, earliest, first).filter((date) => date < first);
  const cap =
    limits.rowLimit !== null && limits.rowCount >= limits.rowLimit ? `, at its limit of ${limits.rowLimit} rows` : '';
  const today = localDate(exchanges[instrument.exchange].zone, now);
  const end = range.to < today ? range.to : today;
  const atEnd = expectedSessions(instrument.exchange, last, end).filter(
    (date) => date > last && closeInstant(instrument.exchange, date) + PUBLICATION_LAG < now,
  );
  const upToDate = dayNumber(today) - dayNumber(end) < 10;
  return [
    ...missingAtEdge(
      'truncated',
      atStart,
      `The rows begin on ${first}${cap}: ${counted(atStart.length, 'session')} from ${atStart[0] ?? ''} on ${atStart.length === 1 ? 'is' : 'are'} missing at the start.`,
    ),
    ...missingAtEdge(
      upToDate ? 'stale' : 'truncated',
      atEnd,
      `The rows end on ${last}${upToDate ? '' : cap}: ${counted(atEnd.length, 'session')} up to ${atEnd.at(-1) ?? ''} ${atEnd.length === 1 ? 'is' : 'are'} missing at the end.`,
    ),
  ];
}
