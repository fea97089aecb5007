import { parseArgs } from 'node:util';
import {
  defaultParameters,
  type Model,
  type OffsetRange,
  parameterProblem,
  type ReactionParameters,
} from '../../core/reaction/parameters.ts';
import { type ExchangeId, exchangeIds } from '../../core/exchanges/registry.ts';
import type { AnnouncementTime } from '../../core/study.ts';
import { instant, isSessionDate, type SessionDate } from '../../core/units.ts';
import type { FileChoices } from '../../data/files/file-choices.ts';
import { choicesOf, FILE_OPTIONS, FILE_USAGE } from './file-options.ts';
import { WrongUsage } from './series-arguments.ts';

const EXCHANGES = `one of ${exchangeIds.join(', ')}`;

export const REACTION_USAGE = `Usage: npm run --silent market-reaction -- reaction --prices FILE.csv --exchange XNAS --announced-at TIME [options]

  --prices FILE        closes of the instrument: a table of dates and closes, as sources and spreadsheets write it
  --benchmark FILE     closes of the benchmark; needed by the models market and adjusted
  --instrument NAME    whose rows are meant, where the file holds several; --benchmark-instrument NAME for the other
${FILE_USAGE}
  --exchange ID        ${EXCHANGES}: whose hours decide day 0
  --announced-at TIME  with its offset, such as 2025-07-15T10:00:00+08:00; FROM/TO for a span (TO not included);
                       a date alone is a day of the exchange's own zone
  --model NAME         mean (default), market or adjusted
  --estimation A..B    sessions before day 0 that count as ordinary; default -250..-11
  --windows A..B,…     event windows; default 0..0,0..1,-1..1,0..4,-5..5
  --returns KIND       log (default) or simple
  --exclude DATE,DATE  sessions to keep out of the estimation
  --format NAME        text (default) or json
  --strict             exit with 4 where something has to be said about the rows, without figures where they change scale

Exit codes: 0 with figures, 2 for wrong usage, 3 where there are none, 4 with --strict.
`;

/** What the command was asked for. */
export interface ReactionOptions {
  readonly prices: string;
  readonly benchmark: string | null;
  /** Names of the instruments whose rows are meant; null where the files hold one. */
  readonly instrument: string | null;
  readonly benchmarkInstrument: string | null;
  readonly choices: FileChoices;
  readonly exchange: ExchangeId;
  readonly announced: AnnouncementTime;
  readonly parameters: ReactionParameters;
  readonly exclude: readonly SessionDate[];
  readonly format: 'text' | 'json';
  readonly strict: boolean;
}

export type ReadOptions =
  | { readonly kind: 'options'; readonly options: ReactionOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string };

const text = { type: 'string' } as const;
const known = {
  prices: text,
  benchmark: text,
  instrument: text,
  'benchmark-instrument': text,
  ...FILE_OPTIONS,
  exchange: text,
  'announced-at': text,
  model: text,
  estimation: text,
  windows: text,
  returns: text,
  exclude: text,
  format: text,
  strict: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Joins an option to a value that begins with a minus, which would be taken for an option otherwise. */
function withMinus(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const option = joined.at(-1);
    if (/^-\d/.test(arg) && option !== undefined && /^--[a-z-]+$/.test(option))
      joined[joined.length - 1] = `${option}=${arg}`;
    else joined.push(arg);
  }
  return joined;
}

function required(value: string | undefined, name: string, example: string): string {
  if (value === undefined || value === '') throw new WrongUsage(`--${name} is missing; expected ${example}.`);
  return value;
}

function oneOf<T extends string>(value: string, name: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new WrongUsage(`--${name} is "${value}"; expected ${choices.join(', ')}.`);
  return found;
}

function range(value: string, name: string): OffsetRange {
  const parts = /^([+-]?\d+)\.\.([+-]?\d+)$/.exec(value.trim().replaceAll('−', '-'));
  if (parts === null) throw new WrongUsage(`--${name} has "${value}"; expected two offsets such as -250..-11.`);
  return [Number(parts[1]), Number(parts[2])];
}

function moment(value: string): ReturnType<typeof instant> {
  try {
    return instant(value);
  } catch {
    throw new WrongUsage(
      `--announced-at has "${value}"; expected a time with its offset, such as 2025-07-15T10:00:00+08:00.`,
    );
  }
}

function announcement(value: string): AnnouncementTime {
  if (isSessionDate(value)) return { kind: 'date', date: value };
  const [from, to, more] = value.split('/');
  if (from === undefined || to === undefined || more !== undefined) return { kind: 'instant', at: moment(value) };
  const span = { kind: 'span', from: moment(from), to: moment(to) } as const;
  if (span.from >= span.to) throw new WrongUsage(`--announced-at ends before it begins: "${value}".`);
  return span;
}

function dates(value: string): SessionDate[] {
  return value.split(',').map((date) => {
    const trimmed = date.trim();
    if (!isSessionDate(trimmed)) throw new WrongUsage(`--exclude has "${trimmed}"; expected dates such as 2025-04-16.`);
    return trimmed;
  });
}

/** Of an option that is given twice only the last would count, and what the first one said would be lost. */
function refuseTwice(names: readonly string[]): void {
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) throw new WrongUsage(`--${twice} is given twice; expected once.`);
}

function read(args: readonly string[]): ReadOptions {
  const { values, tokens } = parseArgs({
    args: withMinus(args),
    options: known,
    strict: true,
    allowPositionals: false,
    tokens: true,
  });
  refuseTwice(tokens.flatMap((token) => (token.kind === 'option' ? token.name : [])));
  if (values.help === true) return { kind: 'help' };
  const model: Model = oneOf(values.model ?? 'mean', 'model', ['mean', 'market', 'adjusted']);
  const estimation =
    values.estimation === undefined ? defaultParameters.estimation : range(values.estimation, 'estimation');
  // The single days that are printed give way to an estimation window that ends close to day 0.
  const days: OffsetRange = [
    Math.min(0, Math.max(defaultParameters.days[0], estimation[1] + 1)),
    defaultParameters.days[1],
  ];
  const parameters: ReactionParameters = {
    ...defaultParameters,
    model,
    days,
    estimation,
    returns: oneOf(values.returns ?? 'log', 'returns', ['log', 'simple']),
    windows:
      values.windows === undefined
        ? defaultParameters.windows
        : values.windows.split(',').map((window) => range(window, 'windows')),
  };
  const problem = parameterProblem(parameters);
  if (problem !== null) throw new WrongUsage(problem);
  if (model !== 'mean' && values.benchmark === undefined) {
    throw new WrongUsage(`--model ${model} needs the closes of a benchmark; give --benchmark FILE.csv.`);
  }
  return {
    kind: 'options',
    options: {
      prices: required(values.prices, 'prices', 'a file of closes'),
      benchmark: values.benchmark ?? null,
      instrument: values.instrument ?? null,
      benchmarkInstrument: values['benchmark-instrument'] ?? null,
      choices: choicesOf(values),
      exchange: oneOf(required(values.exchange, 'exchange', EXCHANGES), 'exchange', exchangeIds),
      announced: announcement(
        required(values['announced-at'], 'announced-at', 'a time such as 2025-07-15T10:00:00+08:00'),
      ),
      parameters,
      exclude: values.exclude === undefined ? [] : dates(values.exclude),
      format: oneOf(values.format ?? 'text', 'format', ['text', 'json']),
      strict: values.strict === true,
    },
  };
}

/** Reads the arguments of the command. Wrong ones are told in one sentence. */
export function readReactionOptions(args: readonly string[]): ReadOptions {
  try {
    return read(args);
  } catch (error) {
    const told = error instanceof WrongUsage || (error instanceof TypeError && 'code' in error);
    if (told) return { kind: 'wrong', sentence: error.message };
    throw error;
  }
}
