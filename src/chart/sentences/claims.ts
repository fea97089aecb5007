import type { CannotCheck, ClaimVerdict, Evidence, WindowMove } from '../../core/claims/claim-verdict.ts';
import { notable } from '../../core/claims/check-claims.ts';
import { historyNeeded } from '../../core/reaction/parameters.ts';
import type { RecordClose } from '../../core/records.ts';
import type { ClaimCheck, Instrument, Study } from '../../core/study.ts';
import type { SessionDate } from '../../core/units.ts';
import type { Formats } from '../text/formats.ts';
import { capitalized } from '../../words/en/capitalized.ts';
import {
  dataTooShort,
  extremeFigures,
  noHigh,
  noOpen,
  offHighFigures,
  openFigures,
  sessionAbsent,
  sessionRule,
} from '../../words/en/session-claims.ts';
import { ordinaryMove, otherWay, verdictWords } from '../../words/en/claims.ts';
import { shareInBrackets } from '../../words/en/shares.ts';
import { withWrittenDates } from './written-dates.ts';

/** What is said of one claim of the article. */
export interface ClaimSentences {
  /** "Holds", "Holds in part", "Does not hold", "Cannot be checked". */
  readonly verdict: string;
  /** The figures and the session that the verdict rests on, or why there is none. */
  readonly figures: string;
  /** The rule, with its threshold. */
  readonly rule: string;
  /** What the series cannot speak to; null where they speak to all of it. */
  readonly beyond: string | null;
}

function nameOf(instrument: Instrument): string {
  return instrument.proseName ?? instrument.name;
}

function recordFigures(instrument: Instrument, record: RecordClose, formats: Formats): string {
  const { close, session, previous, since, highest, another } = record;
  const closed = `${nameOf(instrument)} closed at ${formats.level(close)} on ${formats.date(session)}`;
  const before = since.kind === 'all-time' ? since.before : null;
  if (!highest) {
    const higher = before !== null && before.close > (previous?.close ?? 0) ? before : previous;
    if (higher === null) return `${closed}.`;
    return `${closed}, not above the ${formats.level(higher.close)} of ${formats.date(higher.session)}.`;
  }
  const compared =
    previous === null
      ? ''
      : `, above the highest close before it in the data, ${formats.level(previous.close)} on ${formats.date(previous.session)}`;
  const earlier =
    before === null
      ? ` It is the highest close since ${since.kind === 'data' ? formats.date(since.first) : ''}.`
      : ` The highest close before the data was ${formats.level(before.close)} on ${formats.date(before.session)} (${before.source}).`;
  const again = another ? ' The session before was a record too.' : ' The session before was not a record.';
  return `${closed}${compared}.${earlier}${again}`;
}

function moveFigures(moves: readonly WindowMove[], formats: Formats): string {
  const each = moves.map(({ instrument, move }) => `${nameOf(instrument)} ${formats.change(move, 2)}`);
  const spans = [
    ...new Set(
      moves.map(({ baseline, to }) => `from the close of ${formats.dayMonth(baseline)} to that of ${formats.date(to)}`),
    ),
  ];
  if (each.length === 0) return '';
  return `${formats.list(each)}, ${formats.list(spans)}.`;
}

function isOfCloses(check: ClaimCheck): boolean {
  return check.kind === 'extreme-since' && check.of === 'close';
}

function highOf(check: ClaimCheck): 'session' | 'close' {
  return check.kind === 'off-high' ? check.high : 'close';
}

function evidenceFigures(evidence: Evidence, check: ClaimCheck, formats: Formats): string {
  switch (evidence.kind) {
    case 'record-close':
      return recordFigures(evidence.instrument, evidence.record, formats);
    case 'notable-move': {
      const { instrument, move, size, robustSigma, rank } = evidence;
      return (
        `${nameOf(instrument)} moved ${formats.change(move.move, 2)} on ${formats.date(move.session)}, ` +
        `${formats.fixed(size / robustSigma, 1)} times its robust sigma of ${formats.percent(robustSigma, 2)}; ` +
        `${formats.number(rank.atLeast)} of ${formats.number(rank.T)} ordinary days moved at least this much` +
        `${shareInBrackets(rank.atLeast, rank.T)}.`
      );
    }
    case 'moves':
      return [
        moveFigures(evidence.moves, formats),
        ...evidence.ordinary.map(({ instrument, rank }) =>
          capitalized(ordinaryMove(nameOf(instrument), formats.number(rank.atLeast), formats.number(rank.T))),
        ),
        ...(evidence.contrary.length === 0
          ? []
          : [
              otherWay(
                formats.list(
                  evidence.contrary.map(({ instrument, move }) => `${nameOf(instrument)} ${formats.change(move, 2)}`),
                ),
              ),
            ]),
      ].join(' ');
    case 'level': {
      const { instrument, session, close, value } = evidence;
      const closed = `${nameOf(instrument)} closed at ${formats.level(close)} ${instrument.unit} on ${formats.date(session)}`;
      const times = check.kind === 'level' ? check.times : undefined;
      if (times === undefined || check.kind !== 'level') return `${closed}.`;
      return (
        `${closed}; times ${formats.large(times.value)} ${times.what} (${times.source}), ` +
        `that makes ${formats.large(value)} (${check.measure}).`
      );
    }
    case 'session-move':
      return moveFigures([evidence.move], formats);
    case 'extreme':
      return extremeFigures(
        { ...evidence, name: nameOf(evidence.instrument), of: isOfCloses(check) ? 'close' : 'move' },
        formats,
      );
    case 'open':
      return openFigures({ ...evidence.parts, name: nameOf(evidence.instrument), session: evidence.session }, formats);
    case 'off-high':
      return offHighFigures({ ...evidence, name: nameOf(evidence.instrument), of: highOf(check) }, formats);
  }
}

function noOrdinaryDays(instrument: Instrument, T: number, formats: Formats): string {
  const days = `${formats.number(T)} ordinary day${T === 1 ? '' : 's'}`;
  if (T < historyNeeded.tests) {
    return `${nameOf(instrument)} has ${days} before the event; ${historyNeeded.tests} are needed to say what a notable move is.`;
  }
  return `${nameOf(instrument)} moved alike on most of its ${days}, so that they do not say what a notable move is.`;
}

function cannotWords(because: CannotCheck, formats: Formats): string {
  switch (because.kind) {
    case 'no-session':
      return withWrittenDates(because.sentence, formats);
    case 'window-incomplete':
      return `${nameOf(because.instrument)}: ${because.have} of ${because.L} sessions so far.`;
    case 'no-ordinary-days':
      return noOrdinaryDays(because.instrument, because.T, formats);
    case 'before-data-unknown':
      return (
        `The data begin on ${formats.date(because.first)}, and the study does not give the highest close before them: ` +
        'whether it is a record cannot be said.'
      );
    case 'factor-unknown':
      return `The study does not say what turns a close into the ${because.measure}.`;
    case 'session-absent':
      return sessionAbsent(nameOf(because.instrument), because.session, formats);
    case 'no-open':
      return noOpen(nameOf(because.instrument), because.session, because.because, formats);
    case 'no-high':
      return noHigh(nameOf(because.instrument), because.session, formats);
    case 'data-too-short':
      return dataTooShort(because.first, because.since, formats);
  }
}

function namesOf(study: Study, ids: readonly string[]): string[] {
  return ids.map((id) => {
    const instrument = study.instruments.find((one) => one.id === id);
    return instrument === undefined ? id : nameOf(instrument);
  });
}

function ruleWords(check: ClaimCheck, study: Study, formats: Formats): string {
  switch (check.kind) {
    case 'record-close':
      return check.another
        ? 'Rule: the close is higher than every close before it, and so was that of the session before.'
        : 'Rule: the close is higher than every close before it.';
    case 'notable-move':
      return (
        `Rule: a move${check.sign === undefined ? '' : ` ${check.sign}`} of at least ${formats.number(notable.robustSigmas)} robust sigma, ` +
        `and at most ${formats.percent(notable.largestShare, 0)} of ordinary days moved as much. ` +
        'Unusual asks for more: a move that chance alone would hardly make.'
      );
    case 'sign':
      return `Rule: every one of ${formats.list(namesOf(study, check.instruments))} moved ${check.sign}.`;
    case 'comparison':
      return `Rule: ${namesOf(study, check.instruments).join(` did ${check.relation === 'more' ? 'better' : 'worse'} than `)}.`;
    case 'level':
      return `Rule: ${check.relation} ${formats.large(check.level)} (${check.measure}).`;
    case 'move':
    case 'little-changed':
    case 'extreme-since':
    case 'opened':
    case 'off-high':
      return sessionRule(check, formats);
  }
}

/** What is said of a verdict, with every figure computed from the series. */
export function claimSentences(verdict: ClaimVerdict, study: Study, formats: Formats): ClaimSentences {
  const { claim, evidence, because } = verdict;
  const parts = [
    evidence === null ? '' : evidenceFigures(evidence, claim.check, formats),
    because === null ? '' : cannotWords(because, formats),
  ];
  return {
    verdict: capitalized(verdictWords(verdict)),
    figures: parts
      .filter((part) => part !== '')
      .map((part) => capitalized(part))
      .join(' '),
    rule: ruleWords(claim.check, study, formats),
    beyond: claim.beyond ?? null,
  };
}

/** The words of the link to a claim's session. */
export function claimPlaceWords(session: SessionDate, formats: Formats): string {
  return `See ${formats.dayMonth(session)} in the chart`;
}
