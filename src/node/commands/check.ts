import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { claimSentences } from '../../chart/sentences/claims.ts';
import { formatsFor } from '../../chart/text/formats.ts';
import { checkClaims } from '../../core/claims/check-claims.ts';
import type { ClaimVerdict } from '../../core/claims/claim-verdict.ts';
import type { InstrumentId, PriceSeries, SeriesIssue } from '../../core/series.ts';
import type { Instrument, Study } from '../../core/study.ts';
import { parseStudy } from '../../data/study/study-schema.ts';
import { sourceFailure } from '../../data/port/failure.ts';
import { bundledSeries } from '../../data/sources/snapshot.ts';
import { failureSentence } from '../../words/en/failures.ts';
import { issueSentence } from '../../words/en/series-issues.ts';
import type { CommandIo } from '../command.ts';
import { studyFolder, studyJson } from './study-at.ts';

const USAGE = `Usage: npm run --silent market-reaction -- check STUDY [--format text|json] [--strict]

STUDY is the name of a bundled study, such as nvidia-h20, or a folder that holds study.json and closes/*.csv.
Validates the study, and holds the claims of its article against its closes. What its closes lack or get wrong is said
before the verdicts; with --strict there are no verdicts then.

Exit codes: 0 with verdicts, whatever they are; 2 for wrong usage; 3 where the study or its closes cannot be read;
4 with --strict, where something has to be said about the closes.
`;

const STRICT_ISSUES = 4;

/** What is true of the closes and takes nothing from a verdict. */
const QUIET: ReadonlySet<SeriesIssue['kind']> = new Set(['reading', 'back-filled']);

type Files = Pick<CommandIo, 'stdout' | 'stderr' | 'readFile'>;

async function textOf(path: string, io: Files): Promise<string | null> {
  try {
    return await io.readFile(path);
  } catch {
    return null;
  }
}

type Read<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'failed'; readonly lines: readonly string[] };

async function readStudy(folder: string, io: Files): Promise<Read<Study>> {
  const path = `${folder}/study.json`;
  const failed = (...lines: string[]): Read<Study> => ({ kind: 'failed', lines });
  const text = await textOf(path, io);
  if (text === null) return failed(`${path} cannot be read; expected a folder with study.json and closes/*.csv.`);
  let json: unknown;
  try {
    json = studyJson(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unreadable';
    return failed(`${path} is not JSON: ${why}. Correct it there; the bundled studies are examples.`);
  }
  const parsed = parseStudy(json);
  if (parsed.kind === 'study') return { kind: 'read', value: parsed.study };
  return { kind: 'failed', lines: parsed.problems.map(({ message }) => `${path}: ${message}`) };
}

async function readSeries(folder: string, instrument: Instrument, study: Study, io: Files): Promise<Read<PriceSeries>> {
  const name = `${folder}/closes/${instrument.id}.csv`;
  const text = await textOf(name, io);
  if (text === null)
    return {
      kind: 'failed',
      lines: [
        `${name} cannot be read: there are no closes of ${instrument.name}. ` +
          'Add the file, with the header date,close, or take the instrument out of the study.',
      ],
    };
  const built = bundledSeries(instrument, text, study);
  if (built.kind === 'series') return { kind: 'read', value: built.series };
  const failure = sourceFailure(built.refusal, { id: 'file', label: basename(name) }, instrument);
  return { kind: 'failed', lines: [`${name}: ${failureSentence(failure)}`] };
}

/** What has to be said of the closes before anything is concluded from them. */
function issuesOf(
  available: ReadonlyMap<InstrumentId, PriceSeries>,
): readonly { instrument: InstrumentId; issue: SeriesIssue }[] {
  return [...available].flatMap(([instrument, { issues }]) =>
    issues.filter(({ kind }) => !QUIET.has(kind)).map((issue) => ({ instrument, issue })),
  );
}

function asText(study: Study, verdicts: readonly ClaimVerdict[], notes: readonly string[]): string {
  const formats = formatsFor(study.language);
  const each = verdicts.map((verdict) => {
    const { verdict: word, figures, rule, beyond } = claimSentences(verdict, study, formats);
    return [
      `“${verdict.claim.quote}”`,
      `  ${word}. ${figures}`,
      `  ${rule}`,
      ...(beyond === null ? [] : [`  ${beyond}`]),
    ].join('\n');
  });
  return `${study.title}: the study is valid, ${verdicts.length} claims.\n\n${notes.map((note) => `Note: ${note}\n`).join('')}${notes.length === 0 ? '' : '\n'}${each.join('\n\n')}\n`;
}

function asJson(study: Study, verdicts: readonly ClaimVerdict[], issues: readonly string[]): string {
  const formats = formatsFor(study.language);
  const claims = verdicts.map((verdict) => {
    const { verdict: words, figures, rule, beyond } = claimSentences(verdict, study, formats);
    const { claim, status, partial, place, evidence, because } = verdict;
    return {
      id: claim.id,
      quote: claim.quote,
      verdict: status,
      partial,
      words,
      figures,
      rule,
      beyond,
      place,
      evidence,
      because,
    };
  });
  return `${JSON.stringify({ study: study.id, issues, claims }, null, 2)}\n`;
}

interface Asked {
  readonly study: string;
  readonly format: 'text' | 'json';
  readonly strict: boolean;
}

function asked(args: readonly string[]): Asked | 'help' | { readonly wrong: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { format: { type: 'string' }, strict: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    if (values.help === true) return 'help';
    const [study, ...more] = positionals;
    if (study === undefined || more.length > 0) return { wrong: 'Expected one study.' };
    const format = values.format ?? 'text';
    if (format !== 'text' && format !== 'json') return { wrong: `--format is "${format}"; expected text, json.` };
    return { study, format, strict: values.strict === true };
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return { wrong: error.message };
    throw error;
  }
}

/** Validates a study and prints the verdicts on its claims. Exit code 0, 2 or 3, as the usage says. */
export async function run(args: readonly string[], io: Files): Promise<number> {
  const request = asked(args);
  if (request === 'help') {
    io.stdout(USAGE);
    return 0;
  }
  if ('wrong' in request) {
    io.stderr(`${request.wrong}\n\n${USAGE}`);
    return 2;
  }
  const folder = studyFolder(request.study);
  const study = await readStudy(folder, io);
  if (study.kind === 'failed') {
    for (const line of study.lines) io.stderr(`malformed: ${line}\n`);
    return 3;
  }
  const available = new Map<InstrumentId, PriceSeries>();
  for (const instrument of study.value.instruments) {
    const series = await readSeries(folder, instrument, study.value, io);
    if (series.kind === 'failed') {
      for (const line of series.lines) io.stderr(`malformed: ${line}\n`);
      return 3;
    }
    available.set(instrument.id, series.value);
  }
  const issues = issuesOf(available);
  const notes = issues.map(({ instrument, issue }) => `${instrument}: ${issueSentence(issue)}`);
  if (request.strict && issues.length > 0) {
    for (const note of notes) io.stderr(`${note}\n`);
    return STRICT_ISSUES;
  }
  const verdicts = checkClaims(study.value, available);
  io.stdout(request.format === 'json' ? asJson(study.value, verdicts, notes) : asText(study.value, verdicts, notes));
  return 0;
}
