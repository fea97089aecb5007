import { basename } from 'node:path';
import { type ReactionSentences, reactionSentences } from '../../chart/sentences/reaction.ts';
import { formatsFor } from '../../chart/text/formats.ts';
import { expectedSessions, isHalfDay } from '../../core/exchange.ts';
import { exchanges } from '../../core/exchanges/registry.ts';
import { gapReaction } from '../../core/gap/gap-reaction.ts';
import { type Reaction, studyReactions } from '../../core/reaction/study-reactions.ts';
import type { PriceSeries, SeriesIssue } from '../../core/series.ts';
import type { Instrument, Study, StudyEvent } from '../../core/study.ts';
import { type Instant, type SessionDate, sessionDate } from '../../core/units.ts';
import { questionFlags } from '../../words/en/files.ts';
import { gapNotes, gapSentences } from '../../words/en/gap.ts';
import { issueSentence } from '../../words/en/series-issues.ts';
import { type CommandIo, NotText } from '../command.ts';
import { givenSeries } from './given-series.ts';
import { reactionJson } from './reaction-json.ts';
import { REACTION_USAGE, type ReactionOptions, readReactionOptions } from './reaction-options.ts';
import { reactionTable } from './reaction-table.ts';

const STRICT_ISSUES = 4;

/** Said of the whole file, where only the sessions that are measured matter: `issuesOf` says it of those. */
const SAID_OTHERWISE: ReadonlySet<SeriesIssue['kind']> = new Set(['reading', 'hole', 'missing-value']);

type Loaded =
  | { readonly kind: 'series'; readonly series: PriceSeries }
  | { readonly kind: 'failed'; readonly code: 2 | 3; readonly line: string };

/** One of the files as a series with the id `id`. */
async function load(
  path: string,
  id: 'PRICES' | 'BENCHMARK',
  { exchange, choices, instrument, benchmarkInstrument }: ReactionOptions,
  io: Pick<CommandIo, 'readFile' | 'now'>,
): Promise<Loaded> {
  const failed = (code: 2 | 3, line: string): Loaded => ({ kind: 'failed', code, line });
  let text: string;
  try {
    text = await io.readFile(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it cannot be read';
    return failed(3, `malformed: ${error instanceof NotText ? why : `${path} cannot be read: ${why}.`}`);
  }
  const wanted = id === 'PRICES' ? instrument : benchmarkInstrument;
  // Which column holds the closes is said of the file of the instrument.
  const { closeColumn: _, ...ofBoth } = choices;
  const given = givenSeries({
    name: basename(path),
    text,
    id,
    exchange,
    choices: id === 'PRICES' ? choices : ofBoth,
    now: io.now() as Instant,
    ...(wanted === null ? {} : { wanted }),
  });
  if (given.kind === 'series') return given;
  if (given.kind === 'refused') return failed(3, `${given.failure}: ${given.sentence}`);
  const flags = given.questions.map(questionFlags).join(', and ');
  return failed(2, `needs-choice: ${given.sentence} Say how to read it with ${flags}.`);
}

/** A study of one event and one instrument, so that a file is measured by the rules of a study. */
function studyOf(options: ReactionOptions, { sessions }: PriceSeries): Study {
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
  const unknown = exclude.filter((date) => !present.has(date));
  const issues: string[] = [];
  if (holes.length > 0) {
    issues.push(
      `No row for ${holes.join(', ')}, although ${place} is expected to have traded: the return after each covers more than one session.`,
    );
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
  io: Pick<CommandIo, 'stdout' | 'stderr' | 'readFile' | 'now'>,
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
  const prices = await load(options.prices, 'PRICES', options, io);
  const benchmark = options.benchmark === null ? null : await load(options.benchmark, 'BENCHMARK', options, io);
  for (const file of [prices, benchmark]) {
    if (file?.kind !== 'failed') continue;
    io.stderr(`${file.line}\n`);
    return file.code;
  }
  if (prices.kind === 'failed') return prices.code;
  const { series } = prices;
  const given = [series, ...(benchmark?.kind === 'series' ? [benchmark.series] : [])];
  const ofFiles = given.flatMap(({ issues }) => issues).filter(({ kind }) => !SAID_OTHERWISE.has(kind));
  const isBroken = ofFiles.some(({ kind }) => kind === 'change-of-scale');
  if (options.strict && isBroken) {
    for (const issue of ofFiles) io.stderr(`${issue.kind}: ${issueSentence(issue)}\n`);
    return STRICT_ISSUES;
  }
  const study = studyOf(options, series);
  const available = new Map(given.map((one) => [one.instrument, one]));
  const [reaction] = studyReactions(study, available, ['PRICES'], {
    parameters: options.parameters,
    leaveOut: options.exclude,
  });
  if (reaction === undefined || reaction.kind === 'no-reaction') {
    // A row that was left out may be the one that is missed.
    for (const issue of ofFiles) io.stderr(`${issue.kind}: ${issueSentence(issue)}\n`);
    io.stderr(`no-history: ${reaction?.sentence ?? 'There is nothing to measure.'}\n`);
    return 3;
  }
  const ofRows = [...ofFiles.map(issueSentence), ...issuesOf(reaction, options, series.sessions)];
  const notes = given.flatMap(({ issues: all }) => all.filter(({ kind }) => kind === 'reading').map(issueSentence));
  const issues = [...ofRows, ...notes];
  const formats = formatsFor(study.language);
  const gap = gapReaction(reaction, series);
  const sentences = [
    ...inOrder(reactionSentences(reaction, study, formats)),
    ...gapSentences(gap, formats),
    ...gapNotes([gap]),
  ];
  if (options.format === 'json') {
    io.stdout(`${JSON.stringify(reactionJson(reaction, series, options.parameters, sentences, issues), null, 2)}\n`);
  } else {
    io.stdout(reactionTable(reaction, sentences, issues));
  }
  return options.strict && ofRows.length > 0 ? STRICT_ISSUES : 0;
}
