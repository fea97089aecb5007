import { parseArgs } from 'node:util';
import type { MarketDataAdapter, SessionRange } from '../../data/port/adapter.ts';
import type { FileChoices } from '../../data/files/file-choices.ts';
import { adapters, findAdapter } from '../../data/port/registry.ts';
import { choicesOf, FILE_OPTIONS, FILE_USAGE } from './file-options.ts';
import { checkedBaseUrl, checkedDate, oneOf, WrongUsage } from './series-arguments.ts';

export const SERIES_USAGE = `Usage: npm run --silent market-reaction -- series --source SOURCE --instrument ID --from DATE --to DATE [options]

  --source SOURCE      ${adapters.map(({ id }) => id).join(', ')}
  --instrument ID      an instrument of the study or of the catalogue, such as IXIC or NDX
  --from, --to DATE    sessions in the exchange's own zone, YYYY-MM-DD, both included
  --study STUDY        a bundled study or a folder that holds study.json; nvidia-h20 unless given
  --format csv|json    csv unless given
  --base-url URL       in place of the source's scheme and host: an internal mirror
  --key-env NAME       the environment variable that holds your key for the source
  --file PATH          the file to read, with --source file
${FILE_USAGE}
  --strict             exit with 4 when rows came with issues

Exit codes: 0 with rows; 2 for wrong usage; 3 when the source refused, failed or does not cover the instrument
(one line "kind: sentence" on standard error; docs/adapters.md lists the kinds); 4 for issues with --strict.
`;

export interface SeriesOptions {
  readonly kind: 'options';
  readonly adapter: MarketDataAdapter;
  readonly instrument: string;
  readonly range: SessionRange;
  readonly study: string;
  readonly format: 'csv' | 'json';
  readonly strict: boolean;
  readonly choices: FileChoices;
  readonly baseUrl?: string;
  readonly keyEnv?: string;
  readonly file?: string;
}

export type ReadOptions =
  | SeriesOptions
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string };

function dateOf(name: string, text: string | undefined) {
  if (text === undefined) throw new WrongUsage(`--${name} is missing; expected a date such as 2025-07-01.`);
  return checkedDate(name, text);
}

function parsed(args: readonly string[]): ReadOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      source: text,
      instrument: text,
      from: text,
      to: text,
      study: text,
      format: text,
      'base-url': text,
      'key-env': text,
      file: text,
      ...FILE_OPTIONS,
      strict: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return { kind: 'help' };
  const known = adapters.map(({ id }) => id).join(', ');
  if (values.source === undefined) throw new WrongUsage(`--source is missing; expected one of ${known}.`);
  const adapter = findAdapter(values.source);
  if (adapter === null) throw new WrongUsage(`--source is "${values.source}"; expected one of ${known}.`);
  if (values.instrument === undefined) throw new WrongUsage('--instrument is missing; expected one such as IXIC.');
  const range = { from: dateOf('from', values.from), to: dateOf('to', values.to) };
  if (range.from > range.to) throw new WrongUsage(`--from ${range.from} is after --to ${range.to}; exchange the two.`);
  if (adapter.needs.file && values.file === undefined) throw new WrongUsage('--source file needs --file PATH.');
  if (!adapter.needs.file && values.file !== undefined) throw new WrongUsage('--file belongs to --source file.');
  return {
    kind: 'options',
    adapter,
    instrument: values.instrument,
    range,
    study: values.study ?? 'nvidia-h20',
    format: oneOf('format', values.format ?? 'csv', ['csv', 'json'] as const),
    strict: values.strict === true,
    choices: choicesOf(values),
    ...(values['base-url'] === undefined ? {} : { baseUrl: checkedBaseUrl(values['base-url']) }),
    ...(values['key-env'] === undefined ? {} : { keyEnv: values['key-env'] }),
    ...(values.file === undefined ? {} : { file: values.file }),
  };
}

/** The options of `series`, or what is wrong with them. */
export function readSeriesOptions(args: readonly string[]): ReadOptions {
  try {
    return parsed(args);
  } catch (error) {
    // Both our own findings and those of the parser are about usage.
    const sentence = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unreadable arguments';
    return { kind: 'wrong', sentence };
  }
}
