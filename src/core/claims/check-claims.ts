import { studyReactions } from '../reaction/study-reactions.ts';
import { defaultParameters, type OffsetRange } from '../reaction/parameters.ts';
import { reachesBackTo, recordClose } from '../records.ts';
import { moveBetween } from '../returns.ts';
import type { InstrumentId } from '../series.ts';
import type { Claim, ClaimCheck, Study } from '../study.ts';
import type { CannotCheck, ClaimVerdict, Evidence, WindowMove } from './claim-verdict.ts';
import { type At, type Available, type Found, judged, locate, unchecked } from './locate.ts';
import { checkSession } from './session-checks.ts';

/** A notable move is at least one robust sigma, and among the largest fifth of ordinary days. */
export const notable = { robustSigmas: 1, largestShare: 0.2 } as const;

function windowMove({ instrument, series, dayZeroIndex }: At, window: OffsetRange): WindowMove | CannotCheck {
  const from = dayZeroIndex + window[0] - 1;
  const to = dayZeroIndex + window[1];
  const [start, end] = [series.closes[from], series.closes[to]];
  const [baseline, last] = [series.sessions[from], series.sessions[to]];
  if (start === undefined || end === undefined || baseline === undefined || last === undefined) {
    const L = window[1] - window[0] + 1;
    const have = Math.min(to, series.sessions.length - 1) - Math.max(from, 0);
    return { kind: 'window-incomplete', instrument, have: Math.max(0, have), L };
  }
  return { instrument, baseline, to: last, move: moveBetween(start, end) };
}

function moves(
  study: Study,
  available: Available,
  ids: readonly InstrumentId[],
  event: string,
  window: OffsetRange,
): { moves: WindowMove[]; missing: CannotCheck | null } {
  const found: WindowMove[] = [];
  let missing: CannotCheck | null = null;
  for (const id of ids) {
    const at = locate(study, available, id, event);
    const move = 'kind' in at ? at : windowMove(at, window);
    if ('kind' in move) missing ??= move;
    else found.push(move);
  }
  return { moves: found, missing };
}

function placeOfMove(event: string, move: WindowMove | undefined): Found['place'] {
  return move === undefined ? null : { event, instrument: move.instrument.id, session: move.to };
}

function checkRecord(study: Study, available: Available, check: Extract<ClaimCheck, { kind: 'record-close' }>): Found {
  const at = locate(study, available, check.instrument, check.event);
  if ('kind' in at) return unchecked(at);
  const { instrument, series, dayZeroIndex } = at;
  const record = recordClose(
    series.sessions,
    series.closes,
    dayZeroIndex,
    instrument.highestCloseBefore,
    reachesBackTo(study.snapshot.from, series),
  );
  if (record === null) throw new RangeError(`Row ${dayZeroIndex} of ${instrument.id} is not in its series`);
  const evidence: Evidence = { kind: 'record-close', instrument, record };
  const place = { event: check.event, instrument: instrument.id, session: record.session };
  const holds = record.highest && (record.another || !check.another);
  if (holds && record.since.kind === 'data') {
    return unchecked({ kind: 'before-data-unknown', first: record.since.first }, evidence, place);
  }
  return judged(holds, evidence, place);
}

function checkNotable(study: Study, available: Available, check: Extract<ClaimCheck, { kind: 'notable-move' }>): Found {
  // The claim is held against the default method, whatever the reader has chosen for the panel.
  const request = { parameters: defaultParameters };
  const at = locate(study, available, check.instrument, check.event);
  if ('kind' in at) return unchecked(at);
  const reaction = studyReactions(study, available, [check.instrument], request).find(
    (one) => one.event.id === check.event,
  );
  if (reaction === undefined || reaction.kind === 'no-reaction') {
    return unchecked({ kind: 'no-session', instrument: at.instrument, sentence: reaction?.sentence ?? '' });
  }
  const { analysis, instrument } = reaction;
  const place = { event: check.event, instrument: instrument.id, session: analysis.move.session };
  // Without a robust sigma every move would be notable.
  if (analysis.kind !== 'measured' || analysis.sorted.robustSigma === 0) {
    return unchecked({ kind: 'no-ordinary-days', instrument, T: analysis.rows.length }, null, place);
  }
  const { move, rank, sorted, dayZero } = analysis;
  const size = Math.abs(dayZero.r);
  const isAsSaid = check.sign === undefined || (check.sign === 'up' ? move.move > 0 : move.move < 0);
  const isLarge = size >= notable.robustSigmas * sorted.robustSigma && rank.atLeast <= notable.largestShare * rank.T;
  const holds = isAsSaid && isLarge;
  return judged(holds, { kind: 'notable-move', instrument, move, size, robustSigma: sorted.robustSigma, rank }, place);
}

/** More than this share of ordinary days moved at least as much: a move of that size says nothing. */
const MOST = 0.5;

/** What weakens a claim about the sign of some moves that have it. */
function weaknesses(
  study: Study,
  available: Available,
  { instruments, event, window, sign }: Extract<ClaimCheck, { kind: 'sign' }>,
): Pick<Extract<Evidence, { kind: 'moves' }>, 'ordinary' | 'contrary'> {
  if (window[0] !== 0 || window[1] !== 0) return { ordinary: [], contrary: [] };
  const reactions = studyReactions(study, available, [...instruments], { parameters: defaultParameters });
  const ordinary = reactions.flatMap((one) => {
    if (one.event.id !== event || one.kind === 'no-reaction' || !('rank' in one.analysis)) return [];
    const { rank } = one.analysis;
    return rank.atLeast > MOST * rank.T ? [{ instrument: one.instrument, rank }] : [];
  });
  const others = study.instruments.filter(({ id, kind }) => kind === 'index' && !instruments.includes(id));
  const { moves: besides } = moves(
    study,
    available,
    others.map(({ id }) => id).filter((id) => available.has(id)),
    event,
    window,
  );
  return { ordinary, contrary: besides.filter(({ move }) => (sign === 'up' ? move < 0 : move > 0)) };
}

function checkSign(study: Study, available: Available, check: Extract<ClaimCheck, { kind: 'sign' }>): Found {
  const { moves: found, missing } = moves(study, available, check.instruments, check.event, check.window);
  const right = (move: number): boolean => (check.sign === 'up' ? move > 0 : move < 0);
  const contrary = found.find(({ move }) => !right(move));
  const place = placeOfMove(check.event, contrary ?? found[0]);
  const plain: Evidence = { kind: 'moves', moves: found, ordinary: [], contrary: [] };
  // One move the other way settles it, whatever the missing ones did.
  if (contrary !== undefined) return judged(false, plain, place);
  if (missing !== null) return unchecked(missing, plain, place);
  return judged(true, { ...plain, ...weaknesses(study, available, check) }, place);
}

function checkComparison(
  study: Study,
  available: Available,
  check: Extract<ClaimCheck, { kind: 'comparison' }>,
): Found {
  const { moves: found, missing } = moves(study, available, check.instruments, check.event, check.window);
  const evidence: Evidence = { kind: 'moves', moves: found, ordinary: [], contrary: [] };
  const [first, second] = found;
  const place = placeOfMove(check.event, first);
  if (missing !== null) return unchecked(missing, evidence, place);
  if (first === undefined || second === undefined) throw new RangeError('A comparison needs two instruments');
  return judged(check.relation === 'more' ? first.move > second.move : first.move < second.move, evidence, place);
}

function checkLevel(study: Study, available: Available, check: Extract<ClaimCheck, { kind: 'level' }>): Found {
  const at = locate(study, available, check.instrument, check.event);
  if ('kind' in at) return unchecked(at);
  const { instrument, series, dayZeroIndex } = at;
  const close = series.closes[dayZeroIndex];
  const session = series.sessions[dayZeroIndex];
  if (close === undefined || session === undefined) throw new RangeError(`${instrument.id} has no row ${dayZeroIndex}`);
  const place = { event: check.event, instrument: instrument.id, session };
  if (check.times === undefined && check.measure !== instrument.unit) {
    return unchecked({ kind: 'factor-unknown', measure: check.measure }, null, place);
  }
  const value = close * (check.times?.value ?? 1);
  const holds = check.relation === 'above' ? value > check.level : value < check.level;
  return judged(holds, { kind: 'level', instrument, session, close, value }, place);
}

function checkOne(study: Study, available: Available, check: ClaimCheck): Found {
  switch (check.kind) {
    case 'record-close':
      return checkRecord(study, available, check);
    case 'notable-move':
      return checkNotable(study, available, check);
    case 'sign':
      return checkSign(study, available, check);
    case 'comparison':
      return checkComparison(study, available, check);
    case 'level':
      return checkLevel(study, available, check);
    default:
      return checkSession(study, available, check);
  }
}

/**
 * Holds every market claim of a validated study against the series, in the
 * study's order. A claim is checked in the event's first reaction session, or
 * over its window counted from there.
 */
export function checkClaims(study: Study, available: Available): readonly ClaimVerdict[] {
  return study.claims.map((claim: Claim) => {
    const found = checkOne(study, available, claim.check);
    const { evidence } = found;
    const isWeak = evidence?.kind === 'moves' && evidence.ordinary.length + evidence.contrary.length > 0;
    return { claim, partial: claim.beyond !== undefined || isWeak, ...found };
  });
}
