import type { Analysis, Measured } from '../../core/reaction/analysis.ts';
import { historyNeeded } from '../../core/reaction/parameters.ts';
import type { NoReaction, Reaction } from '../../core/reaction/study-reactions.ts';
import type { Instrument, NamedShock, Study } from '../../core/study.ts';
import type { SessionDate } from '../../core/units.ts';
import type { Formats } from '../text/formats.ts';
import { aboutOneIn, capitalized } from './share-words.ts';

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

/** A p-value for readers: two decimals, three below 0.1, "below 0.001" under that. */
export function pWords(p: number, formats: Formats): string {
  if (p < 0.001) return `below ${formats.number(0.001, 3)}`;
  if (p > 0.995) return formats.number(1);
  return formats.number(p, p < 0.1 ? 3 : 2);
}

function verb(move: number): string {
  if (move > 0) return 'rose';
  return move < 0 ? 'fell' : 'stood still';
}

function moved(instrument: Instrument, move: number, formats: Formats): string {
  const size = move === 0 ? '' : ` ${formats.percent(Math.abs(move), 2)}`;
  return `${instrument.proseName ?? instrument.name} ${verb(move)}${size}`;
}

function moveSentence({ instrument, analysis, lead, mapping }: Reaction, formats: Formats): string {
  const { move, session, close, baseline } = analysis.move;
  const from = `from the close of ${formats.dayMonth(baseline)}`;
  const last = analysis.panel.closes[mapping.dayZeroIndex + 1];
  const next = analysis.panel.sessions[mapping.dayZeroIndex + 1];
  if (lead[1] === 1 && last !== undefined && next !== undefined) {
    const both = moved(instrument, last / analysis.move.baselineClose - 1, formats);
    const days = formats.list([formats.dayMonth(session), formats.date(next)]);
    return `${both} over two sessions, ${days}, to ${formats.level(last)}, ${from}.`;
  }
  return `${moved(instrument, move, formats)} on ${formats.date(session)}, to ${formats.level(close)}, ${from}.`;
}

function rankSentence(analysis: Analysis, formats: Formats): string | null {
  if (!('rank' in analysis)) return null;
  const { atLeast, T } = analysis.rank;
  const days = formats.number(T);
  if (atLeast === 0) return `None of ${days} ordinary days moved as much.`;
  return `${formats.number(atLeast)} of ${days} ordinary days moved at least this much (${aboutOneIn(atLeast, T)}).`;
}

function confounderWords({ confounders, lead }: Reaction): string {
  if (confounders.length === 0) return '';
  const names = confounders.map(({ confounder, certain }) => {
    return certain ? confounder.title : `${confounder.title} (then or in the next session)`;
  });
  return ` Also in ${lead[1] === 0 ? 'that session' : 'those sessions'}: ${names.join('; ')}. These figures cannot tell them apart.`;
}

function judgementSentence(reaction: Reaction, formats: Formats): string | null {
  const { p, holmP, verdict, looks } = reaction;
  if (p === null || holmP === null || verdict === null) return null;
  const raw = `p ${pWords(p, formats)}`;
  const corrected =
    looks === 1
      ? 'the only look'
      : `${pWords(holmP, formats)} after Holm’s correction for ${formats.number(looks)} looks`;
  const word = {
    unusual: `Unusual: ${raw}, ${corrected}.`,
    large: `Large, but among this many looks not beyond chance: ${raw}, ${corrected}.`,
    ordinary: `Ordinary: ${raw}, ${corrected}.`,
  }[verdict];
  return word + confounderWords(reaction);
}

function detectableSentence({ analysis, verdict, lead, model }: Reaction, formats: Formats): string | null {
  if (analysis.kind !== 'measured' || verdict === null || verdict === 'unusual') return null;
  const window = analysis.windows.find((one) => one.window[0] === lead[0] && one.window[1] === lead[1]);
  const size = window?.kind === 'complete' ? window.detectable : analysis.dayZero.detectable;
  return (
    `Not unusual is not “no effect”: on this history, a move has to be about ${formats.percent(size, 1)}` +
    `${model === 'mean' ? '' : ' beyond the benchmark’s'} to be found four times in five.`
  );
}

function historySentence({ analysis }: Reaction, formats: Formats): string | null {
  const T = analysis.rows.length;
  const sessions = `${formats.number(T)} session${T === 1 ? '' : 's'}`;
  switch (analysis.kind) {
    case 'measured': {
      if (!analysis.shortHistory) return null;
      return `Short history: ${sessions}; the smallest possible p is 1/${T + 1}.`;
    }
    case 'ranked': {
      const sigma = formats.percent(analysis.sigma, 2);
      return (
        `Rank ${analysis.rank.atLeast + 1} of ${T + 1}, its own day counted; sigma ${sigma}. ` +
        `Too short a history for a test: ${sessions} before the event, ${historyNeeded.tests} needed.`
      );
    }
    case 'moved':
      return `Not enough history (${sessions} before the event; ${historyNeeded.rank} needed) to say how unusual this was.`;
    case 'no-spread':
      return analysis.because === 'constant-benchmark'
        ? 'No statistics: the benchmark did not move on the ordinary days, so that no line can be drawn on it.'
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

function modelSentence({ model, fallback, benchmark, instrument }: Reaction): string | null {
  const name = benchmark === null ? 'the benchmark' : (benchmark.proseName ?? benchmark.name);
  switch (fallback) {
    case 'no-benchmark':
      return `There is no benchmark for ${instrument.name}: constant mean only.`;
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

function windowSentence({ mapping, lead, analysis }: Reaction, formats: Formats): string | null {
  const said: string[] = [];
  if (mapping.ambiguous) {
    const why =
      mapping.phases === null ? 'only the date of the event is known' : 'the event’s span reaches over two sessions';
    said.push(
      `The reaction can be in the session of ${formats.dayMonth(mapping.dayZero)} or in the next one, because ${why}.`,
    );
  }
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
    rank: rankSentence(reaction.analysis, formats),
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
export function noReactionSentence(reaction: NoReaction): string {
  return `${reaction.instrument.name}: ${reaction.sentence}`;
}
