import { basename } from 'node:path';
import { type ReactionSentences, reactionSentences } from '../../chart/sentences/reaction.ts';
import { formatsFor } from '../../chart/text/formats.ts';
import { closedBecause, expectedSessions, isHalfDay } from '../../core/exchange.ts';
import type { Closes } from '../../core/reaction/return-panel.ts';
import { type Reaction, studyReactions } from '../../core/reaction/study-reactions.ts';
import { type ExchangeId, exchanges } from '../../core/exchanges/registry.ts';
import type { PriceSeries } from '../../core/series.ts';
import type { Instrument, Study, StudyEvent } from '../../core/study.ts';
import { type SessionDate, sessionDate } from '../../core/units.ts';
import type { CommandIo } from '../command.ts';
import { readPriceFile } from './price-file.ts';
import { reactionJson } from './reaction-json.ts';
import { REACTION_USAGE, type ReactionOptions, readReactionOptions } from './reaction-options.ts';
import { reactionTable } from './reaction-table.ts';

type Loaded =
  | { readonly kind: 'closes'; readonly closes: Closes }
  | { readonly kind: 'unusable'; readonly sentence: string };

async function load(path: string, io: Pick<CommandIo, 'readFile'>): Promise<Loaded> {
  let text: string;
  try {
    text = await io.readFile(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it cannot be read';
    return { kind: 'unusable', sentence: `${path} cannot be read: ${why}.` };
  }
  return readPriceFile(basename(path), text);
}

function seriesOf(id: string, exchange: ExchangeId, { sessions, closes }: Closes): PriceSeries {
  const provenance = {
    source: 'file',
    label: 'A file',
    symbol: id,
    attribution: 'the file that was given',
    fetchedAt: '',
    zone: exchanges[exchange].zone,
    lastIsPartial: false,
  };
  return { instrument: id, exchange, sessions, closes, provenance, issues: [] };
}

/** A study of one event and one instrument, so that a file is measured by the rules of a study. */
function studyOf(options: ReactionOptions, { sessions }: Closes): Study {
  const { exchange, announced, benchmark } = options;
  const instrument = (id: string, path: string): Instrument => {
    const name = basename(path, '.csv');
    return { id, name, shortName: name, exchange, kind: 'index', unit: 'points', owner: '' };
  };
  const day = sessionDate('1970-01-01');
  const span = { from: sessions[0] ?? day, to: sessions.at(-1) ?? day };
  const event: StudyEvent = {
    id: 'announcement',
    title: 'The announcement',
    kind: 'announcement',
    time: announced,
    zone: exchanges[exchange].zone,
    quote: '',
    known: 'as given',
  };
  return {
    id: 'given',
    language: 'en',
    title: 'Given closes',
    article: { title: '', outlet: '', says: '' },
    instruments: [
      { ...instrument('PRICES', options.prices), benchmark: 'BENCHMARK' },
      ...(benchmark === null ? [] : [instrument('BENCHMARK', benchmark)]),
    ],
    defaultInstruments: ['PRICES'],
    events: [event],
    centre: event.id,
    confounders: [],
    context: [],
    claims: [],
    shocks: [],
    snapshot: { retrieved: span.from, from: span.from, to: span.to, notice: '', series: {} },
  };
}

/** What has to be said about the rows, in sentences. */
function issuesOf(reaction: Reaction, options: ReactionOptions, given: readonly SessionDate[]): string[] {
  const { exchange, exclude, parameters } = options;
  const { analysis, mapping } = reaction;
  const { place } = exchanges[exchange];
  const present = new Set(given);
  const from = analysis.panel.sessions[analysis.rows[0] ?? 0] ?? mapping.dayZero;
  const furthest = Math.max(...[parameters.days, ...parameters.windows].map(([, end]) => end));
  const to = given[Math.min(given.length - 1, mapping.dayZeroIndex + Math.max(0, furthest))] ?? mapping.dayZero;
  const joined = new Set(analysis.panel.sessions);
  const apart = given.filter((date) => date >= from && date <= to && !joined.has(date));
  const holes = expectedSessions(exchange, from, to).filter((date) => !present.has(date));
  const phantoms = given.filter((date) => date >= from && date <= to && closedBecause(exchange, date) !== null);
  const unknown = exclude.filter((date) => !present.has(date));
  const issues: string[] = [];
  if (holes.length > 0) {
    issues.push(
      `No row for ${holes.join(', ')}, although ${place} is expected to have traded: the return after each covers more than one session.`,
    );
  }
  if (phantoms.length > 0) {
    const named = phantoms.map((date) => `${date} (${closedBecause(exchange, date)})`);
    issues.push(`There are rows on days on which ${place} is closed: ${named.join(', ')}.`);
  }
  if (apart.length > 0) {
    issues.push(
      `The benchmark has no row for ${apart.join(', ')}: the return after them covers more than one session, of the instrument too.`,
    );
  }
  if (unknown.length > 0)
    issues.push(`${unknown.join(', ')} in --exclude: not a session of the file, so nothing was left out.`);
  if (reaction.fallback === 'benchmark-gap') issues.push('The benchmark has no close on a session around the event.');
  if (reaction.fallback === 'benchmark-short') issues.push('The benchmark leaves fewer than 60 ordinary days.');
  if (isHalfDay(exchange, mapping.dayZero)) issues.push(`${mapping.dayZero} is a half day in ${place}.`);
  return issues;
}

function inOrder(sentences: ReactionSentences): string[] {
  const { move, rank, judgement, detectable, history, windows, shocks, model, leftOut } = sentences;
  return [move, rank, judgement, detectable, history, windows, shocks, model, leftOut].filter((one) => one !== null);
}

/** Prints how unusual the move after an announcement was. Exit code 0, 2, 3 or 4, as the usage says. */
export async function run(
  args: readonly string[],
  io: Pick<CommandIo, 'stdout' | 'stderr' | 'readFile'>,
): Promise<number> {
  const read = readReactionOptions(args);
  if (read.kind === 'help') {
    io.stdout(REACTION_USAGE);
    return 0;
  }
  if (read.kind === 'wrong') {
    io.stderr(`${read.sentence}\n\n${REACTION_USAGE}`);
    return 2;
  }
  const { options } = read;
  const prices = await load(options.prices, io);
  const benchmark = options.benchmark === null ? null : await load(options.benchmark, io);
  for (const file of [prices, benchmark]) {
    if (file?.kind !== 'unusable') continue;
    io.stderr(`malformed: ${file.sentence}\n`);
    return 3;
  }
  if (prices.kind === 'unusable') return 3;
  const study = studyOf(options, prices.closes);
  const available = new Map([['PRICES', seriesOf('PRICES', options.exchange, prices.closes)]]);
  if (benchmark?.kind === 'closes')
    available.set('BENCHMARK', seriesOf('BENCHMARK', options.exchange, benchmark.closes));
  const [reaction] = studyReactions(study, available, ['PRICES'], {
    parameters: options.parameters,
    leaveOut: options.exclude,
  });
  if (reaction === undefined || reaction.kind === 'no-reaction') {
    io.stderr(`no-history: ${reaction?.sentence ?? 'There is nothing to measure.'}\n`);
    return 3;
  }
  const issues = issuesOf(reaction, options, prices.closes.sessions);
  const sentences = inOrder(reactionSentences(reaction, study, formatsFor(study.language)));
  if (options.format === 'json') {
    io.stdout(`${JSON.stringify(reactionJson(reaction, options.parameters, sentences, issues), null, 2)}\n`);
  } else {
    io.stdout(reactionTable(reaction, sentences, issues));
  }
  return options.strict && issues.length > 0 ? 4 : 0;
}
