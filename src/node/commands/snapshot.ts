import { basename } from 'node:path';
import type { PriceSeries, SeriesIssue } from '../../core/series.ts';
import type { Instrument } from '../../core/study.ts';
import { type Instant, sessionDate } from '../../core/units.ts';
import type { MarketDataAdapter, SessionRange } from '../../data/port/adapter.ts';
import { fetchSeries } from '../../data/port/fetch-series.ts';
import { revisions } from '../../data/checks/revision.ts';
import { expectedSessions } from '../../core/exchange.ts';
import { closesCsv } from '../../data/study/closes-file.ts';
import { withOpensOf } from '../../data/checks/opens-beside.ts';
import { counted, level, sessionList } from '../../data/checks/session-list.ts';
import { issueSentence } from '../../words/en/series-issues.ts';
import { type CommandIo, NotText } from '../command.ts';
import { bundledReference, failureLine } from './series.ts';
import { updatedStudy } from './snapshot-files.ts';
import { readSnapshotOptions, SNAPSHOT_USAGE, type SnapshotOptions } from './snapshot-options.ts';
import { readStudyAt, type StudyAt } from './study-at.ts';

const WRONG_USAGE = 2;
const INCOMPLETE = 3;

/** Issues with which a series must not become the bundled one. */
const HINDRANCES: ReadonlySet<SeriesIssue['kind']> = new Set([
  'missing-value',
  'invalid-row',
  'hole',
  'partial-last-bar',
  'truncated',
  'stale',
  'suspect-value',
  'change-of-scale',
]);

/** The stretch that the study needs, or a longer one that was asked for; a sentence where a shorter one was. */
function rangeOf({ study: { id, snapshot } }: StudyAt, { from, to }: SnapshotOptions): SessionRange | string {
  const needed = `expected no less than the study ${id} needs, ${snapshot.from} to ${snapshot.to}.`;
  if (from !== undefined && from > snapshot.from) return `--from ${from} is after ${snapshot.from}; ${needed}`;
  if (to !== undefined && to < snapshot.to) return `--to ${to} is before ${snapshot.to}; ${needed}`;
  return { from: from ?? snapshot.from, to: to ?? snapshot.to };
}

/** Sessions up to the end of the stretch that the series does not have, also where nobody could have published them yet. */
function stillToCome({ exchange, sessions, issues }: PriceSeries, { to }: SessionRange): readonly SeriesIssue[] {
  const last = sessions.at(-1);
  if (last === undefined) return [];
  const told = new Set(issues.flatMap((issue) => issue.sessions));
  const missing = expectedSessions(exchange, last, to).filter((session) => session > last && !told.has(session));
  if (missing.length === 0) return [];
  const sentence = `The rows end on ${last}: ${counted(missing.length, 'session')} up to ${missing.at(-1) ?? ''} cannot be had yet.`;
  return [{ kind: 'stale', sessions: missing, sentence }];
}

/** The texts of the files by instrument, or a sentence about the first that cannot be read. */
async function textsOf(files: ReadonlyMap<string, string>, io: CommandIo): Promise<Map<string, string> | string> {
  const texts = new Map<string, string>();
  for (const [id, path] of files) {
    try {
      texts.set(id, await io.readFile(path));
    } catch (error) {
      if (error instanceof NotText) return error.message;
      return `--file ${id}=${path} cannot be read: ${error instanceof Error ? error.message : 'unknown'}.`;
    }
  }
  return texts;
}

async function fetchOne(
  instrument: Instrument,
  range: SessionRange,
  options: SnapshotOptions,
  at: StudyAt,
  text: string | undefined,
  reference: PriceSeries | null,
  io: CommandIo,
  adapter: MarketDataAdapter | undefined = options.sources.get(instrument.id),
) {
  if (adapter === undefined) throw new Error(`no source for ${instrument.id}`);
  const keyName = options.keys.get(adapter.id);
  const key = keyName === undefined ? undefined : io.env[keyName];
  const { fetch } = io;
  return fetchSeries(adapter, instrument, range, {
    fetch: (input, init) => fetch(input, init),
    now: () => io.now() as Instant,
    random: Math.random,
    callsAnyHost: true,
    study: at.study,
    ...(key === undefined ? {} : { key }),
    ...(reference === null ? {} : { reference }),
    ...(text === undefined ? {} : { file: { name: options.files.get(instrument.id) ?? '', text } }),
    ...(options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl }),
  });
}

function usageProblem(
  { study }: StudyAt,
  { sources, opens, files, keys }: SnapshotOptions,
  io: CommandIo,
): string | null {
  const ids = study.instruments.map(({ id }) => id);
  const unknown = [...sources.keys(), ...opens.keys(), ...files.keys()].find((id) => !ids.includes(id));
  if (unknown !== undefined) return `The study ${study.id} has no ${unknown}; it has ${ids.join(', ')}.`;
  const without = ids.filter((id) => !sources.has(id));
  if (without.length > 0) return `Give a --source for every instrument; missing: ${without.join(', ')}.`;
  const fileless = ids.find((id) => sources.get(id)?.needs.file === true && !files.has(id));
  if (fileless !== undefined) return `--source ${fileless}=file needs --file ${fileless}=PATH.`;
  const stray = [...files].find(([id]) => sources.get(id)?.needs.file !== true);
  if (stray !== undefined) return `--file ${stray.join('=')} belongs to --source ${stray[0]}=file.`;
  const asked = new Set([...sources.values(), ...opens.values()].map(({ id }) => id));
  const unasked = [...keys.keys()].find((id) => !asked.has(id));
  if (unasked !== undefined) return `--key-env names a key for ${unasked}, but no instrument is from ${unasked}.`;
  const unset = [...keys.values()].find((name) => (io.env[name] ?? '') === '');
  return unset === undefined ? null : `--key-env names ${unset}, which is not set in the environment.`;
}

/** `snapshot`: fetches the bundled closes of a study anew. Writes all of them or nothing. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const options = readSnapshotOptions(args);
  if (options.kind === 'help') {
    io.stdout(SNAPSHOT_USAGE);
    return 0;
  }
  const wrong = (sentence: string): number => {
    io.stderr(`${sentence}\n`);
    return WRONG_USAGE;
  };
  if (options.kind === 'wrong') return wrong(`${options.sentence}\n\n${SNAPSHOT_USAGE.trimEnd()}`);
  const read = await readStudyAt(options.study, io);
  if (read.kind === 'failed') return wrong(read.sentence);
  const { at } = read;
  const problem = usageProblem(at, options, io);
  if (problem !== null) return wrong(problem);

  const { instruments } = at.study;
  const present = await Promise.all(instruments.map((instrument) => bundledReference(at, instrument, io)));
  const range = rangeOf(at, options);
  if (typeof range === 'string') return wrong(range);

  const texts = await textsOf(options.files, io);
  if (typeof texts === 'string') return wrong(texts);

  const series: PriceSeries[] = [];
  let failed = false;
  for (const [index, instrument] of instruments.entries()) {
    const result = await fetchOne(instrument, range, options, at, texts.get(instrument.id), present[index] ?? null, io);
    if (result.kind === 'failure') {
      io.stderr(`${instrument.id} ${failureLine(result.failure, basename(options.files.get(instrument.id) ?? ''))}`);
      failed = true;
      continue;
    }
    const known = result.series.issues.filter(({ kind }) => HINDRANCES.has(kind));
    const hindrances = [...known, ...stillToCome(result.series, range)];
    for (const issue of hindrances) io.stderr(`${instrument.id} ${issue.kind}: ${issueSentence(issue)}\n`);
    if (hindrances.length > 0) failed = true;
    const before = present[index];
    for (const { session, before: was, after } of before ? revisions(before, result.series) : []) {
      io.stdout(`${instrument.id} ${session}: ${level(was)} becomes ${level(after)}\n`);
    }
    const opens = options.opens.get(instrument.id);
    if (opens === undefined) {
      series.push(result.series);
      continue;
    }
    const second = await fetchOne(instrument, range, options, at, undefined, null, io, opens);
    if (second.kind === 'failure') {
      io.stderr(`${instrument.id} ${failureLine(second.failure)}`);
      failed = true;
      continue;
    }
    const joined = withOpensOf(result.series, second.series);
    if (joined.without.length > 0) {
      io.stdout(`${instrument.id}: no opens for ${sessionList(joined.without)}\n`);
    }
    if ((joined.series.opensDiffer ?? []).length > 0) {
      io.stdout(
        `${instrument.id}: ${opens.label} has other closes on ${sessionList(joined.series.opensDiffer ?? [])}\n`,
      );
    }
    series.push(joined.series);
  }
  if (failed) {
    io.stderr('Nothing was written: every series has to be complete.\n');
    return INCOMPLETE;
  }
  for (const entry of series) {
    await io.writeFile(`${at.folder}/closes/${entry.instrument}.csv`, closesCsv(entry));
    io.stdout(`${entry.instrument}: ${entry.sessions.length} sessions from ${entry.provenance.label}\n`);
  }
  const retrieved = sessionDate(new Date(io.now()).toISOString().slice(0, 10));
  await io.writeFile(`${at.folder}/study.json`, updatedStudy(at.text, series, range, retrieved));
  return 0;
}
