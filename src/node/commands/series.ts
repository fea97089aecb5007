import { basename } from 'node:path';
import type { PriceSeries } from '../../core/series.ts';
import type { Instrument } from '../../core/study.ts';
import type { Instant } from '../../core/units.ts';
import type { SourceFailure } from '../../data/port/failure.ts';
import { catalogue } from '../../data/instruments/catalogue.ts';
import { catalogued } from '../../data/instruments/find-instrument.ts';
import { fetchSeries } from '../../data/port/fetch-series.ts';
import { bundledSeries } from '../../data/sources/snapshot.ts';
import { failureSentence } from '../../words/en/failures.ts';
import { questionFlags } from '../../words/en/files.ts';
import { issueSentence } from '../../words/en/series-issues.ts';
import { type CommandIo, NotText } from '../command.ts';
import { readSeriesOptions, SERIES_USAGE, type SeriesOptions } from './series-options.ts';
import { readStudyAt, type StudyAt, studyFiles } from './study-at.ts';

const WRONG_USAGE = 2;
const SOURCE_FAILED = 3;
const STRICT_ISSUES = 4;

function cell(column: readonly number[] | undefined, index: number): string {
  const value = column?.[index];
  return value === undefined || Number.isNaN(value) ? '' : String(value);
}

/** Rows as CSV with the header `session,open,high,low,close,volume`; empty where the source has no value. */
export function seriesCsv({ sessions, opens, highs, lows, closes, volumes }: PriceSeries): string {
  const lines = sessions.map((session, index) =>
    [session, ...[opens, highs, lows, closes, volumes].map((column) => cell(column, index))].join(','),
  );
  return `${['session,open,high,low,close,volume', ...lines].join('\n')}\n`;
}

function seriesJson(series: PriceSeries): string {
  const { instrument, exchange, provenance, issues, sessions, opens, highs, lows, closes, volumes } = series;
  const value = (column: readonly number[] | undefined, index: number): number | null => {
    const number = column?.[index];
    return number === undefined || Number.isNaN(number) ? null : number;
  };
  const rows = sessions.map((session, index) => ({
    session,
    open: value(opens, index),
    high: value(highs, index),
    low: value(lows, index),
    close: value(closes, index),
    volume: value(volumes, index),
  }));
  return `${JSON.stringify({ instrument, exchange, provenance, issues, rows }, null, 2)}\n`;
}

/** One line for standard error: `kind: sentence`, with the source's own words in brackets. */
export function failureLine(failure: SourceFailure, file = ''): string {
  const { kind, said } = failure;
  const words = said === undefined ? '' : ` (it said: ${said})`;
  return `${kind}: ${failureSentence(failure, file)}${words}\n`;
}

/** The study's own closes of an instrument, to hold those of another source against; null where there are none. */
export async function bundledReference(
  { study, folder }: StudyAt,
  instrument: Instrument,
  io: Pick<CommandIo, 'readFile'>,
): Promise<PriceSeries | null> {
  try {
    const built = bundledSeries(instrument, await io.readFile(`${folder}/closes/${instrument.id}.csv`), study);
    return built.kind === 'series' ? built.series : null;
  } catch {
    return null;
  }
}

async function fetched(options: SeriesOptions, instrument: Instrument, io: CommandIo, at: StudyAt) {
  const reference = options.adapter.id === 'snapshot' ? null : await bundledReference(at, instrument, io);
  const { studyUrl, fetch } = studyFiles(at.folder, io);
  const key = options.keyEnv === undefined ? undefined : io.env[options.keyEnv];
  const file =
    options.file === undefined
      ? undefined
      : { name: options.file, text: await io.readFile(options.file), choices: options.choices };
  return fetchSeries(options.adapter, instrument, options.range, {
    fetch,
    now: () => io.now() as Instant,
    random: Math.random,
    callsAnyHost: true,
    studyUrl,
    study: at.study,
    ...(reference === null ? {} : { reference }),
    ...(key === undefined ? {} : { key }),
    ...(file === undefined ? {} : { file }),
    ...(options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl }),
  });
}

/** `series`: prints the closes of one instrument from one source. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const options = readSeriesOptions(args);
  if (options.kind === 'help') {
    io.stdout(SERIES_USAGE);
    return 0;
  }
  const wrong = (sentence: string): number => {
    io.stderr(`${sentence}\n`);
    return WRONG_USAGE;
  };
  if (options.kind === 'wrong') return wrong(`${options.sentence}\n\n${SERIES_USAGE.trimEnd()}`);
  if (options.keyEnv !== undefined && (io.env[options.keyEnv] ?? '') === '') {
    return wrong(`--key-env names ${options.keyEnv}, which is not set in the environment.`);
  }
  const read = await readStudyAt(options.study, io);
  if (read.kind === 'failed') return wrong(read.sentence);
  const { study } = read.at;
  const instrument = study.instruments.find(({ id }) => id === options.instrument) ?? catalogued(options.instrument);
  if (instrument === null) {
    const known = [...new Set([...study.instruments, ...catalogue].map(({ id }) => id))].join(', ');
    return wrong(`--instrument is "${options.instrument}"; known are ${known}.`);
  }
  let result: Awaited<ReturnType<typeof fetched>>;
  try {
    result = await fetched(options, instrument, io, read.at);
  } catch (error) {
    if (options.file === undefined) throw error;
    if (error instanceof NotText) {
      io.stderr(`malformed: ${error.message}\n`);
      return SOURCE_FAILED;
    }
    return wrong(`--file ${options.file} cannot be read: ${error instanceof Error ? error.message : 'unknown'}.`);
  }
  if (result.kind === 'failure') {
    const { failure } = result;
    const { fault } = failure;
    io.stderr(failureLine(failure, basename(options.file ?? '')));
    if (fault?.kind !== 'questions') return SOURCE_FAILED;
    return wrong(`Say how to read it with ${fault.questions.map(questionFlags).join(', and ')}.`);
  }
  const { series } = result;
  io.stdout(options.format === 'json' ? seriesJson(series) : seriesCsv(series));
  if (options.format === 'csv' || options.strict) {
    for (const issue of series.issues) io.stderr(`${issue.kind}: ${issueSentence(issue)}\n`);
  }
  // How a file was read is told, and is nothing wrong.
  return options.strict && series.issues.some(({ kind }) => kind !== 'reading') ? STRICT_ISSUES : 0;
}
