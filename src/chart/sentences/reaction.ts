import { roundsToNothing } from '../../core/little-changed.ts';
import type { Measured } from '../../core/reaction/analysis.ts';
import { historyNeeded } from '../../core/reaction/parameters.ts';
import { moveBetween } from '../../core/returns.ts';
import type { NoReaction, Reaction } from '../../core/reaction/study-reactions.ts';
import type { Instrument, NamedShock, Study } from '../../core/study.ts';
import type { SessionDate } from '../../core/units.ts';
import type { Formats } from '../text/formats.ts';
import { capitalized } from '../../words/en/capitalized.ts';
import { shareInBrackets } from '../../words/en/shares.ts';
import { auctionWords, exchangePlace } from './event-words.ts';
import { withWrittenDates } from './written-dates.ts';

/**
 * What is said of one event on one instrument, each part a whole sentence or
 * two, null where there is nothing to say. None says that the event caused
 * anything. The sentences with p-values name the confounders themselves.
 */
export interface ReactionSentences {
  /** The move in the reaction session. */
  readonly move: string;
  /** How many ordinary days moved as much, as a reader would count them. */
  readonly rank: string | null;
  /** The word for it, its p-values, and what else moved prices that day. */
  readonly judgement: string | null;
  /** The smallest move that would have stood out; always there when the judgement is not "unusual". */
  readonly detectable: string | null;
  /** What too little history, or data without movement, keeps from being said. */
  readonly history: string | null;
  readonly shocks: string | null;
  /** The model, where it is not the constant mean that was asked for, or where it has a label. */
  readonly model: string | null;
  readonly leftOut: string | null;
  /** Why two sessions lead, and windows that are not complete. */
  readonly windows: string | null;
}

/** A p-value for readers: two decimals (0.40), three below 0.1, "below 0.001" under that. */
export function pWords(p: number, formats: Formats): string {
  if (p < 0.001) return `below ${formats.number(0.001, 3)}`;
  if (p > 0.995) return formats.number(1);
  return formats.fixed(p, p < 0.1 ? 3 : 2);
}

function nameOf(instrument: Instrument): string {
  return instrument.proseName ?? instrument.name;
}

function moved(instrument: Instrument, move: number, formats: Formats): string {
  const name = nameOf(instrument);
  if (move === 0) return `${name} stood still`;
  // What would be written as 0.00 % has neither risen nor fallen for a reader.
  if (roundsToNothing(move, 2)) return `${name} was little changed`;
  return `${name} ${move > 0 ? 'rose' : 'fell'} ${formats.percent(Math.abs(move), 2)}`;
}

/** The session after day 0, where the two of them lead; null where one does, or the second has not come yet. */
function secondOfTwo({ analysis, lead }: Reaction): { session: SessionDate; close: number } | null {
  if (lead[1] !== 1) return null;
  const { sessions, closes } = analysis.panel;
  const row = sessions.indexOf(analysis.move.session) + 1;
  const [session, close] = [sessions[row], closes[row]];
  return session === undefined || close === undefined ? null : { session, close };
}

function moveSentence(reaction: Reaction, formats: Formats): string {
  const { instrument, analysis } = reaction;
  const { move, session, close, baseline, baselineClose } = analysis.move;
  const from = `from the close of ${formats.dayMonth(baseline)}`;
  const second = secondOfTwo(reaction);
  if (second !== null) {
    const both = moved(instrument, moveBetween(baselineClose, second.close), formats);
    const days = formats.list([formats.dayMonth(session), formats.date(second.session)]);
    return `${both} over two sessions, ${days}, to ${formats.level(second.close)}, ${from}.`;
  }
  return `${moved(instrument, move, formats)} on ${formats.date(session)}, to ${formats.level(close)}, ${from}.`;
}

function rankSentence(reaction: Reaction, formats: Formats): string | null {
  const { analysis } = reaction;
  if (!('rank' in analysis)) return null;
  const { atLeast, T } = analysis.rank;
  // What is counted is day 0, also where the sentence before speaks of two sessions.
  const { session, move } = analysis.move;
  const first =
    secondOfTwo(reaction) === null ? null : `as much as ${formats.dayMonth(session)} alone, ${formats.change(move, 2)}`;
  const days = formats.number(T);
  if (atLeast === 0) return `None of ${days} ordinary days moved ${first ?? 'as much'}.`;
  const much = first === null ? 'at least this much' : `at least ${first}`;
  return `${formats.number(atLeast)} of ${days} ordinary days moved ${much}${shareInBrackets(atLeast, T)}.`;
}

function confounderWords({ confounders, lead }: Reaction): string {
  if (confounders.length === 0) return '';
  const names = confounders.map(({ confounder, certain }) => {
    return certain ? confounder.title : `${confounder.title} (then or in the next session)`;
  });
  return ` Also in ${lead[1] === 0 ? 'that session' : 'those sessions'}: ${names.join('; ')}. These figures cannot tell the event from ${names.length === 1 ? 'it' : 'them'}.`;
}

function judgementSentence(reaction: Reaction, formats: Formats): string | null {
  const { p, holmP, verdict, looks, lead } = reaction;
  if (p === null || holmP === null || verdict === null) return null;
  const raw = `p ${pWords(p, formats)}${lead[1] === 0 ? '' : ' for the two sessions together'}`;
  const corrected =
    looks === 1
      ? 'the only comparison'
      : `${pWords(holmP, formats)} after Holm’s correction for ${formats.number(looks)} comparisons, one for each event and market`;
  const word = {
    unusual: `Unusual: ${raw}, ${corrected}.`,
    large: `Large, but among this many comparisons not beyond chance: ${raw}, ${corrected}.`,
    ordinary: `Ordinary: ${raw}, ${corrected}.`,
  }[verdict];
  return word + confounderWords(reaction);
}

function detectableSentence({ analysis, verdict, lead, model }: Reaction, formats: Formats): string | null {
  if (analysis.kind !== 'measured' || verdict === null || verdict === 'unusual') return null;
  const window = analysis.windows.find((one) => one.window[0] === lead[0] && one.window[1] === lead[1]);
  const size = window?.kind === 'complete' ? window.detectable : analysis.dayZero.detectable;
  return (
    `Not unusual does not mean no effect: in a market that moves as this one does, only a move of about ${formats.percent(size, 1)}` +
    `${model === 'mean' ? '' : ' beyond the benchmark’s'}${lead[1] === 0 ? '' : ' over the two sessions'} can be told from chance.`
  );
}

function historySentence({ analysis, mapping }: Reaction, formats: Formats): string | null {
  const T = analysis.rows.length;
  const sessions = `${formats.number(T)} session${T === 1 ? '' : 's'}`;
  const before = `the data have ${formats.number(mapping.dayZeroIndex)} before the event`;
  switch (analysis.kind) {
    case 'measured': {
      if (!analysis.shortHistory) return null;
      return `Short history: ${sessions}; the smallest possible p is 1/${T + 1}.`;
    }
    case 'ranked': {
      const sigma = formats.percent(analysis.sigma, 2);
      return (
        `Rank ${analysis.rank.atLeast + 1} of ${T + 1}, its own day counted; sigma ${sigma}. ` +
        `Too short a history for a test: ${sessions} in the estimation window, ${historyNeeded.tests} needed; ${before}.`
      );
    }
    case 'moved':
      return `Not enough history to say how unusual this was: ${sessions} in the estimation window, ${historyNeeded.rank} needed; ${before}.`;
    case 'no-spread':
      return analysis.because === 'constant-benchmark'
        ? 'No statistics: the benchmark did not move on the ordinary days, so that no move can be held against it.'
        : 'No statistics: there is no spread on the ordinary days to hold the move against.';
  }
}

/** Dates as a reader would list them: "3, 4 and 9 April 2025". */
function datesTogether(sessions: readonly SessionDate[], formats: Formats): string {
  return formats.list(
    sessions.map((session, i) => {
      const next = sessions[i + 1];
      const sameMonth = next?.slice(0, 7) === session.slice(0, 7);
      return sameMonth ? formats.number(Number(session.slice(8))) : formats.date(session);
    }),
  );
}

function shockDates(sessions: readonly SessionDate[], name: string | null, formats: Formats): string {
  const dates = datesTogether(sessions, formats);
  return name === null ? dates : `${dates}: ${name}`;
}

/** Dates of shocks, in order, those of one named shock together. */
function shockList(analysis: Measured, named: readonly NamedShock[], formats: Formats): string {
  const groups: { name: string | null; sessions: SessionDate[] }[] = [];
  for (const row of analysis.shocks) {
    const session = analysis.panel.sessions[row];
    if (session === undefined) continue;
    const name = named.find(({ from, to }) => from <= session && session <= to)?.name ?? null;
    const last = groups.at(-1);
    if (last !== undefined && last.name === name) last.sessions.push(session);
    else groups.push({ name, sessions: [session] });
  }
  return groups.map(({ name, sessions }) => shockDates(sessions, name, formats)).join('; ');
}

function shockSentence({ analysis }: Reaction, study: Study, formats: Formats): string | null {
  if (analysis.kind !== 'measured' || analysis.shocks.length === 0) return null;
  return (
    `The estimation window contains shocks (${shockList(analysis, study.shocks, formats)}); ` +
    `sigma ${formats.percent(analysis.fit.sigma, 2)} against ${formats.percent(analysis.sorted.robustSigma, 2)} robust.`
  );
}

function modelSentence({ model, fallback, benchmark, instrument, analysis }: Reaction): string | null {
  // Without a test no model was fitted, whichever was asked for.
  if (analysis.kind !== 'measured') return null;
  const name = benchmark === null ? 'the benchmark' : (benchmark.proseName ?? benchmark.name);
  switch (fallback) {
    case 'no-benchmark':
      return `There is no benchmark for ${nameOf(instrument)}: constant mean only.`;
    case 'benchmark-gap':
      return `${capitalized(name)} lacks a session around the event: constant mean only.`;
    case 'benchmark-short':
      return `${capitalized(name)} has too short a history: constant mean only.`;
    case null:
      break;
  }
  if (model === 'mean') return null;
  return `Held against ${name}: the benchmark itself holds the shares in the news, so part of the effect is removed.`;
}

function leftOutSentence({ leftOut, analysis }: Reaction, formats: Formats): string | null {
  const rows = new Set(analysis.rows);
  const [first, last] = [analysis.rows[0] ?? 0, analysis.rows.at(-1) ?? -1];
  const inside = leftOut
    .flatMap(({ sessions }) => sessions)
    .filter((session) => {
      const row = analysis.panel.sessions.indexOf(session);
      return row >= first && row <= last && !rows.has(row);
    });
  if (inside.length === 0) return null;
  const why = leftOut.every(({ event }) => event !== null) ? ', because another event falls there' : '';
  return `Left out of the ordinary days${why}: ${datesTogether(inside, formats)}.`;
}

function windowSentence({ mapping, lead, analysis, instrument }: Reaction, formats: Formats): string | null {
  const said: string[] = [];
  if (mapping.ambiguous) {
    const why =
      mapping.phases === null ? 'only the date of the event is known' : 'the event’s span reaches over two sessions';
    said.push(
      `The reaction can be in the session of ${formats.dayMonth(mapping.dayZero)} or in the next one, because ${why}.`,
    );
  }
  const auction = auctionWords(mapping, exchangePlace(instrument.exchange), formats);
  if (auction !== null) said.push(auction);
  const windows = analysis.kind === 'measured' ? analysis.windows : [];
  const leading = windows.find((one) => one.window[0] === lead[0] && one.window[1] === lead[1]);
  for (const window of new Set([leading, ...windows])) {
    if (window?.kind !== 'partial') continue;
    said.push(`Sessions ${offsetWords(window.window)}: ${window.have} of ${window.L} sessions so far.`);
  }
  return said.length === 0 ? null : said.join(' ');
}

/** A window of sessions for readers: "[0, +1]", "[−5, +5]". */
export function offsetWords(window: readonly [number, number]): string {
  const [from, to] = window.map((offset) => (offset > 0 ? `+${offset}` : String(offset).replace('-', '−')));
  return `[${from}, ${to}]`;
}

/** Everything that is said of one reaction. */
export function reactionSentences(reaction: Reaction, study: Study, formats: Formats): ReactionSentences {
  return {
    move: capitalized(moveSentence(reaction, formats)),
    rank: rankSentence(reaction, formats),
    judgement: judgementSentence(reaction, formats),
    detectable: detectableSentence(reaction, formats),
    history: historySentence(reaction, formats),
    shocks: shockSentence(reaction, study, formats),
    model: modelSentence(reaction),
    leftOut: leftOutSentence(reaction, formats),
    windows: windowSentence(reaction, formats),
  };
}

/** Why an event cannot be measured on an instrument. */
export function noReactionSentence(reaction: NoReaction, formats: Formats): string {
  return `${reaction.instrument.name}: ${withWrittenDates(reaction.sentence, formats)}`;
}
