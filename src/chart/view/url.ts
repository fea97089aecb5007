import type { OffsetRange } from '../../core/reaction/parameters.ts';
import type { Study } from '../../core/study.ts';
import { readBase, readRange, writeRange } from './choice-url.ts';
import { AROUND, CHART_KINDS, defaultView, MODELS, RETURNS, SCALES, THEMES, type View } from './view.ts';

/** Part of an address that could not be used, and what was shown instead. */
export interface UrlProblem {
  readonly parameter: string;
  readonly value: string;
  readonly sentence: string;
}

/**
 * One parameter of the address. `read` answers undefined for a value that it
 * cannot use; `expected` then tells the reader what would have been.
 */
interface Parameter<Key extends keyof View> {
  readonly name: string;
  readonly write: (value: View[Key]) => string;
  readonly read: (text: string, study: Study) => View[Key] | undefined;
  readonly expected: (study: Study) => string;
}

const oneOf =
  <Choice extends string>(choices: readonly Choice[]) =>
  (text: string): Choice | undefined =>
    choices.find((choice) => choice === text);

function readInstruments(text: string, study: Study): View['instruments'] | undefined {
  const wanted = text.split(',');
  const known = wanted.every((id) => study.instruments.some((instrument) => instrument.id === id));
  return known && new Set(wanted).size === wanted.length ? wanted : undefined;
}

const OFFSETS = /^-?\d{1,4}\.\.-?\d{1,4}$/;

/** Two whole numbers in order, counted in sessions from day 0: `-250..-11`. */
export function readOffsets(text: string): OffsetRange | undefined {
  if (!OFFSETS.test(text)) return undefined;
  const [from = Number.NaN, to = Number.NaN] = text.split('..').map((part) => Number(part) || 0);
  return from <= to ? [from, to] : undefined;
}

const writeOffsets = ([from, to]: OffsetRange): string => `${from}..${to}`;

const parameters: { readonly [Key in keyof View]: Parameter<Key> } = {
  study: {
    name: 'study',
    write: (id) => id,
    read: (text, study) => (text === study.id ? text : undefined),
    expected: (study) => study.id,
  },
  chart: { name: 'chart', write: (kind) => kind, read: oneOf(CHART_KINDS), expected: () => CHART_KINDS.join(', ') },
  instruments: {
    name: 'show',
    write: (ids) => ids.join(','),
    read: readInstruments,
    expected: (study) => `some of ${study.instruments.map((instrument) => instrument.id).join(',')}, each once`,
  },
  base: {
    name: 'base',
    write: (base) => (base.kind === 'event' ? base.event : base.session),
    read: (text, study) => readBase(text, study.events),
    expected: (study) => `a session such as 2025-07-14, or one of ${study.events.map((event) => event.id).join(', ')}`,
  },
  range: {
    name: 'range',
    write: writeRange,
    read: readRange,
    expected: () => `${AROUND.join(', ')}, 1y, all, or two dates such as 2025-06-02..2025-07-31`,
  },
  scale: { name: 'scale', write: (scale) => scale, read: oneOf(SCALES), expected: () => SCALES.join(', ') },
  event: {
    name: 'event',
    write: (id) => id ?? '',
    read: (text, study) => [...study.events, ...study.confounders].find((event) => event.id === text)?.id,
    expected: (study) => [...study.events, ...study.confounders].map((event) => event.id).join(', '),
  },
  theme: { name: 'theme', write: (theme) => theme, read: oneOf(THEMES), expected: () => THEMES.join(', ') },
  source: {
    name: 'source',
    write: (id) => id,
    read: (text) => (/^[a-z][a-z0-9-]{0,31}$/.test(text) ? text : undefined),
    expected: () => 'the id of a source, such as snapshot',
  },
  model: { name: 'model', write: (model) => model, read: oneOf(MODELS), expected: () => MODELS.join(', ') },
  benchmark: {
    name: 'benchmark',
    write: (id) => id ?? '',
    read: (text, study) => study.instruments.find((instrument) => instrument.id === text)?.id,
    expected: (study) => study.instruments.map((instrument) => instrument.id).join(', '),
  },
  estimation: {
    name: 'estimation',
    write: writeOffsets,
    read: (text) => {
      const range = readOffsets(text);
      return range !== undefined && range[1] < 0 ? range : undefined;
    },
    expected: () => 'sessions before day 0 in order, such as -250..-11',
  },
  window: {
    name: 'window',
    write: writeOffsets,
    read: readOffsets,
    expected: () => 'sessions counted from day 0 in order, such as 0..1',
  },
  returns: { name: 'returns', write: (kind) => kind, read: oneOf(RETURNS), expected: () => RETURNS.join(', ') },
};

const order: readonly (keyof View)[] = [
  'study',
  'chart',
  'instruments',
  'base',
  'range',
  'scale',
  'event',
  'theme',
  'source',
  'model',
  'benchmark',
  'estimation',
  'window',
  'returns',
];

function writeParameter<Key extends keyof View>(key: Key, view: View): string {
  return parameters[key].write(view[key]);
}

/**
 * The query of a view's address, without the question mark: only what differs
 * from the default, in a fixed order. Empty for the default view.
 */
export function writeUrl(view: View, study: Study): string {
  const defaults = defaultView(study);
  const query: string[] = [];
  for (const key of order) {
    const text = writeParameter(key, view);
    if (text !== writeParameter(key, defaults)) {
      query.push(`${parameters[key].name}=${encodeURIComponent(text).replaceAll('%2C', ',')}`);
    }
  }
  return query.join('&');
}

/**
 * The view that a query asks for. Total: what cannot be used is left at its
 * default and said in `problems`; unknown parameters are left alone, since a
 * host may add its own.
 */
export function readUrl(query: string, study: Study): { view: View; problems: readonly UrlProblem[] } {
  const given = new URLSearchParams(query);
  const problems: UrlProblem[] = [];
  const values = new Map<string, string>();
  for (const [name, value] of given) values.set(name, value);
  const view = defaultView(study);
  const take = <Key extends keyof View>(key: Key): void => {
    const parameter = parameters[key];
    const text = values.get(parameter.name);
    if (text === undefined) return;
    const value = parameter.read(text, study);
    if (value === undefined) {
      problems.push({
        parameter: parameter.name,
        value: text,
        sentence: `The address asks for ${parameter.name}=${shown(text)}, which is not known here; expected ${parameter.expected(study)}. The default is shown instead.`,
      });
      return;
    }
    (view as { -readonly [Name in keyof View]: View[Name] })[key] = value;
  };
  for (const key of order) take(key);
  return { view, problems };
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
