import { addDays } from '../calendar-days.ts';
import { moveParts, partsAt } from '../gap/move-parts.ts';
import { LITTLE_CHANGED } from '../little-changed.ts';
import { reachesBackTo } from '../records.ts';
import { moveBetween } from '../returns.ts';
import type { PriceSeries } from '../series.ts';
import type { ClaimCheck, Instrument, Study } from '../study.ts';
import type { SessionDate } from '../units.ts';
import type { CannotCheck, WindowMove } from './claim-verdict.ts';
import { type Available, type Found, judged, locate, unchecked } from './locate.ts';
import { agreesWith, boundsOf } from './written-size.ts';

/** The checks that are about one session of one instrument. */
export type SessionCheck = Extract<
  ClaimCheck,
  { kind: 'move' | 'little-changed' | 'extreme-since' | 'opened' | 'off-high' }
>;

interface Here {
  readonly instrument: Instrument;
  readonly series: PriceSeries;
  readonly row: number;
  readonly session: SessionDate;
  readonly close: number;
  readonly place: Found['place'];
}

/** The session that a claim is about: its own, or the event's reaction session. */
function rowOf(study: Study, available: Available, check: SessionCheck): Here | CannotCheck {
  const at = locate(study, available, check.instrument, check.event);
  if ('kind' in at) return at;
  const { instrument, series } = at;
  const row = check.session === undefined ? at.dayZeroIndex : series.sessions.indexOf(check.session);
  const [session, close] = [series.sessions[row], series.closes[row]];
  if (session === undefined || close === undefined) {
    return { kind: 'session-absent', instrument, session: check.session ?? study.snapshot.to };
  }
  return { instrument, series, row, session, close, place: { event: check.event, instrument: instrument.id, session } };
}

function moveOf({ instrument, series, row, session, close }: Here): WindowMove | CannotCheck {
  const [baseline, before] = [series.sessions[row - 1], series.closes[row - 1]];
  if (baseline === undefined || before === undefined) {
    return { kind: 'window-incomplete', instrument, have: 0, L: 1 };
  }
  return { instrument, baseline, to: session, move: moveBetween(before, close) };
}

function checkMove(here: Here, check: Extract<SessionCheck, { kind: 'move' | 'little-changed' }>): Found {
  const move = moveOf(here);
  if ('kind' in move) return unchecked(move);
  const isAsSaid =
    check.kind === 'little-changed'
      ? Math.abs(move.move) <= LITTLE_CHANGED
      : (check.sign === 'up' ? move.move > 0 : move.move < 0) && agreesWith(Math.abs(move.move), check);
  const bounds = check.kind === 'little-changed' ? ([null, LITTLE_CHANGED] as const) : boundsOf(check);
  return judged(isAsSaid, { kind: 'session-move', move, bounds }, here.place);
}

/** Values of the rows up to one: moves or closes. The first row has no move. */
function valuesUpTo({ series: { closes }, row }: Here, of: 'move' | 'close'): number[] {
  return closes.slice(0, row + 1).map((close, i) => {
    if (of === 'close') return close;
    const before = closes[i - 1];
    return before === undefined ? Number.NaN : moveBetween(before, close);
  });
}

function checkExtreme(here: Here, { of, sign, since }: Extract<SessionCheck, { kind: 'extreme-since' }>): Found {
  const { instrument, series, row, session, place } = here;
  const values = valuesUpTo(here, of);
  const value = values[row] ?? Number.NaN;
  const [first = session] = series.sessions;
  if (Number.isNaN(value)) return unchecked({ kind: 'window-incomplete', instrument, have: 0, L: 1 });
  const last = values.findLastIndex((other, i) => i < row && (sign === 'up' ? other >= value : other <= value));
  const lastSession = series.sessions[last];
  const found = lastSession === undefined ? null : { session: lastSession, value: values[last] ?? Number.NaN };
  const evidence = { kind: 'extreme', instrument, session, value, last: found, first } as const;
  const isWayRight = of === 'close' || (sign === 'up' ? value > 0 : value < 0);
  if (!isWayRight || (found !== null && found.session > since)) return judged(false, evidence, place);
  // Sessions between the date and the data might have been as extreme.
  if (found === null && first > since && !reachesBackTo(addDays(since, 1), series)) {
    return unchecked({ kind: 'data-too-short', first, since }, evidence, place);
  }
  return judged(true, evidence, place);
}

function checkOpened(here: Here, { relation }: Extract<SessionCheck, { kind: 'opened' }>): Found {
  const { instrument, series, row, session, place } = here;
  const parts = partsAt(series, moveParts(series), row);
  if (typeof parts === 'string')
    return unchecked({ kind: 'no-open', instrument, session, because: parts }, null, place);
  const isAsSaid = relation === 'higher' ? parts.gap > 0 : parts.gap < 0;
  return judged(isAsSaid, { kind: 'open', instrument, session, parts }, place);
}

/** The high that a close is held against, and when it was; null where it is not known. */
function highOf({ series, row, instrument, session, close }: Here, of: 'session' | 'close') {
  if (of === 'session') {
    const high = series.highs?.[row] ?? Number.NaN;
    return high > 0 ? { high: Math.max(high, close), highSession: session } : null;
  }
  let best = 0;
  for (let i = 1; i <= row; i++) if ((series.closes[i] ?? 0) >= (series.closes[best] ?? 0)) best = i;
  const before = instrument.highestCloseBefore;
  const [high, highSession] = [series.closes[best] ?? close, series.sessions[best] ?? session];
  return before !== undefined && before.close > high
    ? { high: before.close, highSession: before.session }
    : { high, highSession };
}

function checkOffHigh(here: Here, check: Extract<SessionCheck, { kind: 'off-high' }>): Found {
  const { instrument, session, close, place } = here;
  const high = highOf(here, check.high);
  if (high === null) return unchecked({ kind: 'no-high', instrument, session }, null, place);
  const drop = close / high.high - 1;
  const { percent, hedge = 'exactly' } = check;
  const isAsSaid = percent === undefined ? drop < 0 : agreesWith(-drop, { percent, hedge });
  return judged(isAsSaid, { kind: 'off-high', instrument, session, close, ...high, drop }, place);
}

/**
 * Holds one claim about one session against the series. A claim about closes is
 * answered with closes, one about an open or a session's high with those, and
 * where they are not known it cannot be checked.
 */
export function checkSession(study: Study, available: Available, check: SessionCheck): Found {
  const here = rowOf(study, available, check);
  if ('kind' in here) return unchecked(here);
  switch (check.kind) {
    case 'move':
    case 'little-changed':
      return checkMove(here, check);
    case 'extreme-since':
      return checkExtreme(here, check);
    case 'opened':
      return checkOpened(here, check);
    case 'off-high':
      return checkOffHigh(here, check);
  }
}
