import type { SessionCheck } from '../../core/claims/session-checks.ts';
import type { NoParts } from '../../core/gap/move-parts.ts';
import { LITTLE_CHANGED } from '../../core/little-changed.ts';
import type { SessionDate } from '../../core/units.ts';
import type { Formats } from '../../chart/text/formats.ts';
import { noPartsWords } from './gap.ts';

interface Extreme {
  readonly name: string;
  readonly of: 'move' | 'close';
  readonly session: SessionDate;
  readonly value: number;
  readonly last: { readonly session: SessionDate; readonly value: number } | null;
  readonly first: SessionDate;
}

/** A session's move or close, and the last one before it that was as extreme. */
export function extremeFigures({ name, of, session, value, last, first }: Extreme, formats: Formats): string {
  const written = (one: number): string => (of === 'close' ? formats.level(one) : formats.change(one, 2));
  const what = of === 'close' ? `closed at ${written(value)}` : `moved ${written(value)}`;
  const before =
    last === null
      ? `no session before it in the data, which begin on ${formats.date(first)}, went as far`
      : `the last session before it that went as far was ${formats.date(last.session)}, with ${written(last.value)}`;
  return `${name} ${what} on ${formats.date(session)}; ${before}.`;
}

interface Open {
  readonly name: string;
  readonly session: SessionDate;
  readonly open: number;
  readonly closeBefore: number;
  readonly gap: number;
}

/** A session's open against the close before it. */
export function openFigures({ name, session, open, closeBefore, gap }: Open, formats: Formats): string {
  return `${name} opened at ${formats.level(open)} on ${formats.date(session)}, ${formats.change(gap, 2)} from the close before it, ${formats.level(closeBefore)}.`;
}

interface OffHigh {
  readonly name: string;
  readonly of: 'session' | 'close';
  readonly session: SessionDate;
  readonly close: number;
  readonly high: number;
  readonly highSession: SessionDate;
  readonly drop: number;
}

/** A session's close against a high. */
export function offHighFigures(
  { name, of, session, close, high, highSession, drop }: OffHigh,
  formats: Formats,
): string {
  const which = of === 'session' ? 'the session’s high' : `the highest close, of ${formats.date(highSession)}`;
  return `${name} closed at ${formats.level(close)} on ${formats.date(session)}, ${formats.change(drop, 2)} from ${which}, ${formats.level(high)}.`;
}

export function sessionAbsent(name: string, session: SessionDate, formats: Formats): string {
  return `${name} has no session of ${formats.date(session)} in the data.`;
}

export function noOpen(name: string, session: SessionDate, because: NoParts, formats: Formats): string {
  return `Where ${name} opened on ${formats.date(session)} is not known: ${noPartsWords(because)}.`;
}

export function noHigh(name: string, session: SessionDate, formats: Formats): string {
  return `The high of ${name} on ${formats.date(session)} is not known.`;
}

export function dataTooShort(first: SessionDate, since: SessionDate, formats: Formats): string {
  return `The data begin on ${formats.date(first)}: what was between ${formats.date(since)} and then cannot be said.`;
}

function sizeRule({ percent, hedge }: { readonly percent: string; readonly hedge: string }): string {
  switch (hedge) {
    case 'about':
      return `about ${percent} %, which is within a tenth of it, or half a unit of its last decimal`;
    case 'almost':
      return `almost ${percent} %, which is no more than it, and less by at most a twentieth, or half a unit of its last decimal`;
    case 'more-than':
      return `more than ${percent} %`;
    case 'less-than':
      return `less than ${percent} %`;
    default:
      return `what rounds to ${percent} %`;
  }
}

/** The rule by which a claim about one session is checked. */
export function sessionRule(check: SessionCheck, formats: Formats): string {
  switch (check.kind) {
    case 'move':
      return `Rule: from close to close ${check.sign} by ${sizeRule(check)}.`;
    case 'little-changed':
      return `Rule: a move from close to close of at most ${formats.percent(LITTLE_CHANGED, 2)}, up or down.`;
    case 'extreme-since': {
      const what = check.of === 'close' ? 'closed' : 'moved';
      const way = check.of === 'close' ? (check.sign === 'up' ? 'as high' : 'as low') : `as far ${check.sign}`;
      return `Rule: no session after ${formats.date(check.since)} and before it ${what} ${way}.`;
    }
    case 'opened':
      return `Rule: the open is ${check.relation} than the close before it.`;
    case 'off-high': {
      const high = check.high === 'session' ? 'the session’s high' : 'the highest close up to it';
      const { percent, hedge = 'exactly' } = check;
      const size = percent === undefined ? '' : ` by ${sizeRule({ percent, hedge })}`;
      return `Rule: the close is below ${high}${size}.`;
    }
  }
}
