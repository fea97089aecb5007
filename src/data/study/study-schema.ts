import * as v from 'valibot';
import { exchangeIds } from '../../core/exchanges/registry.ts';
import type { AnnouncementTime, Study } from '../../core/study.ts';
import { instant, isSessionDate, sessionDate } from '../../core/units.ts';
import { studyInstruments } from './study-instruments.ts';
import { migrated, STUDY_VERSION } from './study-version.ts';
import { studyContradictions, type StudyProblem } from './study-contradictions.ts';

export type ParsedStudy =
  | { readonly kind: 'study'; readonly study: Study }
  | { readonly kind: 'invalid'; readonly problems: readonly StudyProblem[] };

const text = v.pipe(
  v.string('a text in quotes'),
  v.check((value) => value.trim() !== '', 'a text that is not empty'),
);

/** A text for a place with room for `most` characters. */
const atMost = (most: number) => v.pipe(text, v.maxLength(most, `a text of at most ${most} characters`));

const date = v.pipe(
  v.string('a date in quotes, such as "2025-07-15"'),
  v.check(isSessionDate, 'a real date written YYYY-MM-DD, such as 2025-07-15'),
  v.transform(sessionDate),
);

function isInstant(value: string): boolean {
  try {
    instant(value);
    return value.charAt(10) === 'T';
  } catch {
    return false;
  }
}

const moment = v.pipe(
  v.string('a time in quotes, such as "2025-07-15T10:00:00+08:00"'),
  v.check(
    isInstant,
    'a time of a real date with its offset from UTC, such as 2025-07-15T10:00:00+08:00 or 2025-07-15T02:00:00Z',
  ),
);

function isZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const zone = v.pipe(
  v.string('the name of a time zone in quotes, such as "Asia/Hong_Kong"'),
  v.check(isZone, 'the IANA name of a time zone, such as Asia/Hong_Kong or America/New_York'),
);

const url = v.pipe(
  v.string('an address in quotes'),
  v.check(
    (value) => /^https?:\/\/[^\s/]+/.test(value),
    'an address that starts with https:// or http://; leave the field out when none is known',
  ),
);

const slug = v.pipe(
  v.string('a name in quotes, such as "nvidia-h20"'),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens, such as nvidia-h20'),
);

const instrumentId = v.pipe(
  v.string('an instrument’s short name in quotes, such as "IXIC"'),
  v.regex(/^[A-Z0-9][A-Z0-9.-]*$/, 'upper-case letters, digits, "." and "-", such as IXIC'),
);

const positive = v.pipe(
  v.number('a number without quotes'),
  v.check((value) => Number.isFinite(value) && value > 0, 'a number above zero'),
);

const TIME_FORMS = 'exactly one of { "at": time }, { "from": time, "to": time } or { "date": "YYYY-MM-DD" }';

const time = v.pipe(
  v.strictObject(
    {
      at: v.exactOptional(moment),
      from: v.exactOptional(moment),
      to: v.exactOptional(moment),
      date: v.exactOptional(date),
    },
    TIME_FORMS,
  ),
  v.rawTransform(({ dataset, addIssue, NEVER }): AnnouncementTime => {
    const { at, from, to, date: day } = dataset.value;
    const given = Object.keys(dataset.value).sort().join('+');
    if (given === 'at' && at !== undefined) return { kind: 'instant', at: instant(at) };
    if (given === 'date' && day !== undefined) return { kind: 'date', date: day };
    if (given === 'from+to' && from !== undefined && to !== undefined) {
      return { kind: 'span', from: instant(from), to: instant(to) };
    }
    addIssue({ message: TIME_FORMS });
    return NEVER;
  }),
);

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

const symbolCode = v.pipe(
  v.string('a symbol in quotes, such as "NASDAQCOM"'),
  v.regex(/^[A-Za-z0-9^.=:_-]{1,32}$/, 'a symbol of letters, digits and ^ . = : _ -, such as NASDAQCOM'),
);

const symbol = v.union(
  [
    v.pipe(
      symbolCode,
      v.transform((code) => ({ code })),
    ),
    v.strictObject({ code: symbolCode, foreignNames: v.exactOptional(v.array(text)) }),
    v.strictObject({ because: text }),
  ],
  'a symbol in quotes, such as "NASDAQCOM", or { "because": "why the source does not have it" }',
);

const instrument = v.strictObject({
  id: instrumentId,
  name: v.exactOptional(text),
  shortName: v.exactOptional(text),
  proseName: v.exactOptional(text),
  headlineName: v.exactOptional(text),
  exchange: v.exactOptional(v.picklist(exchangeIds, `one of ${exchangeIds.map((id) => `"${id}"`).join(', ')}`)),
  kind: v.exactOptional(v.picklist(['index', 'share'], '"index" or "share"')),
  unit: v.exactOptional(text),
  owner: v.exactOptional(text),
  benchmark: v.exactOptional(instrumentId),
  highestCloseBefore: v.exactOptional(v.strictObject({ close: positive, session: date, source: text })),
  launched: v.exactOptional(date),
  symbols: v.exactOptional(v.record(slug, symbol)),
  notCovered: v.exactOptional(text),
  fileNames: v.exactOptional(v.array(text, 'a list of names')),
});

const offset = v.pipe(v.number('a whole number of sessions'), v.integer('a whole number of sessions'));
const window = v.strictTuple([offset, offset], 'two whole numbers of sessions, such as [0, 1]');
const direction = { sign: v.picklist(['up', 'down'], '"up" or "down"') };

const check = v.variant(
  'kind',
  [
    v.strictObject({
      kind: v.literal('record-close'),
      instrument: instrumentId,
      event: slug,
      another: v.boolean('true or false'),
    }),
    v.strictObject({
      kind: v.literal('notable-move'),
      instrument: instrumentId,
      event: slug,
      sign: v.exactOptional(direction.sign),
    }),
    v.strictObject({
      kind: v.literal('sign'),
      instruments: v.pipe(v.array(instrumentId, 'a list of instruments'), v.minLength(1, 'at least one instrument')),
      event: slug,
      window,
      ...direction,
    }),
    v.strictObject({
      kind: v.literal('level'),
      instrument: instrumentId,
      event: slug,
      relation: v.picklist(['above', 'below'], '"above" or "below"'),
      level: positive,
      times: v.exactOptional(v.strictObject({ value: positive, what: text, source: text })),
      measure: text,
    }),
    v.strictObject({
      kind: v.literal('comparison'),
      instruments: v.strictTuple([instrumentId, instrumentId], 'two instruments'),
      event: slug,
      window,
      relation: v.picklist(['more', 'less'], '"more" or "less"'),
    }),
  ],
  'an object with a "kind" of "record-close", "notable-move", "sign", "level" or "comparison"',
);

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
      series: v.record(instrumentId, v.strictObject({ source: text, symbol: text })),
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
