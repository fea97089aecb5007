import * as v from 'valibot';
import type { Study } from '../../core/study.ts';
import { check } from './claim-schema.ts';
import { atMost, date, instrumentId, slug, text, time, url, zone } from './field-schemas.ts';
import { instrument } from './instrument-schema.ts';
import { studyInstruments } from './study-instruments.ts';
import { migrated, STUDY_VERSION } from './study-version.ts';
import { studyContradictions, type StudyProblem } from './study-contradictions.ts';

export type ParsedStudy =
  | { readonly kind: 'study'; readonly study: Study }
  | { readonly kind: 'invalid'; readonly problems: readonly StudyProblem[] };

const dated = { id: slug, title: text, time, zone, timeNote: v.exactOptional(text) };

const event = v.strictObject({
  ...dated,
  kind: v.picklist(['policy', 'announcement', 'speech'], '"policy", "announcement" or "speech"'),
  clause: v.exactOptional(atMost(80)),
  shortClause: v.exactOptional(atMost(32)),
  quote: text,
  known: text,
  url: v.exactOptional(url),
});

const confounder = v.strictObject({ ...dated, detail: text, url: v.exactOptional(url) });

const bundledSeries = v.strictObject({
  source: text,
  symbol: text,
  opens: v.exactOptional(
    v.strictObject({
      source: text,
      symbol: text,
      retrieved: date,
      differ: v.array(date, 'a list of dates, empty when there is none'),
    }),
  ),
});

/** The form of a study file; what it says about itself is checked by `studyContradictions`. */
const schema = v.strictObject(
  {
    schemaVersion: v.literal(STUDY_VERSION, String(STUDY_VERSION)),
    id: slug,
    language: v.pipe(
      v.string('a language tag in quotes, such as "en"'),
      v.regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'a language tag, such as en or zh-Hant'),
    ),
    title: text,
    article: v.strictObject({ title: text, outlet: text, says: text, url: v.exactOptional(url) }),
    instruments: v.pipe(v.array(instrument, 'a list of instruments'), v.minLength(1, 'at least one instrument')),
    defaultInstruments: v.pipe(
      v.array(instrumentId, 'a list of instruments'),
      v.minLength(1, 'at least one instrument'),
    ),
    events: v.pipe(v.array(event, 'a list of events'), v.minLength(1, 'at least one event')),
    centre: slug,
    confounders: v.array(confounder, 'a list, empty when there is none'),
    context: v.array(v.strictObject({ quote: text, note: text }), 'a list, empty when there is none'),
    claims: v.array(
      v.strictObject({
        id: slug,
        quote: text,
        short: v.exactOptional(atMost(28)),
        check,
        beyond: v.exactOptional(text),
      }),
      'a list, empty when there is none',
    ),
    shocks: v.array(v.strictObject({ name: text, from: date, to: date }), 'a list, empty when there is none'),
    snapshot: v.strictObject({
      retrieved: date,
      from: date,
      to: date,
      notice: text,
      series: v.record(instrumentId, bundledSeries),
    }),
  },
  'an object with the fields of a study',
);

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  const written = JSON.stringify(value);
  return written.length > 80 ? `${written.slice(0, 77)}…` : written;
}

function pathOf(issue: v.BaseIssue<unknown>): string {
  let path = '';
  for (const item of issue.path ?? []) {
    if (typeof item.key === 'number') path += `[${item.key}]`;
    else path += path === '' ? String(item.key) : `.${String(item.key)}`;
  }
  return path;
}

function problem(issue: v.BaseIssue<unknown>): StudyProblem {
  const path = pathOf(issue);
  const last = issue.path?.at(-1);
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return { path, message: `${path} is not a field that a study knows. Check its spelling, or leave it out.` };
  }
  const missing = issue.expected !== null && last !== undefined && issue.input === undefined;
  const where = path === '' ? 'The study' : path;
  if (missing) return { path, message: `${where} is missing. Add it to the study file.` };
  const found =
    path === '' && typeof issue.input === 'object' && issue.input !== null ? 'incomplete' : shown(issue.input);
  return { path, message: `${where} is ${found}; expected ${issue.message}. Change it in the study file.` };
}

/**
 * The study in what a `study.json` holds, or everything that is wrong with it.
 * Never throws for a bad file: each problem names its field.
 */
export function parseStudy(json: unknown): ParsedStudy {
  const file = migrated(json);
  if (file.kind === 'refused') {
    return { kind: 'invalid', problems: [{ path: 'schemaVersion', message: file.sentence }] };
  }
  const result = v.safeParse(schema, file.json);
  if (!result.success) return { kind: 'invalid', problems: result.issues.map(problem) };
  const { schemaVersion: _, instruments: named, ...rest } = result.output;
  const { instruments, problems: incomplete } = studyInstruments(named);
  if (incomplete.length > 0) return { kind: 'invalid', problems: incomplete };
  const study: Study = { ...rest, instruments };
  const problems = studyContradictions(study);
  return problems.length === 0 ? { kind: 'study', study } : { kind: 'invalid', problems };
}
