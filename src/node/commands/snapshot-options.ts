import { parseArgs } from 'node:util';
import type { SessionDate } from '../../core/units.ts';
import type { MarketDataAdapter } from '../../data/port/adapter.ts';
import { adapters, findAdapter } from '../../data/port/registry.ts';
import { checkedBaseUrl, checkedDate, WrongUsage } from './series-arguments.ts';

export const SNAPSHOT_USAGE = `Usage: npm run --silent market-reaction -- snapshot STUDY --source ID=SOURCE ... [options]

STUDY is a bundled study, such as nvidia-h20, or a folder that holds study.json.
  --source ID=SOURCE       where the closes of an instrument come from, once for every instrument of the study:
                           ${adapters
                             .filter(({ id }) => id !== 'snapshot')
                             .map(({ id }) => id)
                             .join(', ')}
  --opens ID=SOURCE        where opens, highs, lows and volumes come from, where not from the source of the closes
  --file ID=PATH           the file of an instrument whose source is "file"
  --from, --to DATE        first and last session, for a longer stretch than the study's
  --base-url URL           in place of every source's scheme and host: an internal mirror
  --key-env SOURCE=NAME    the environment variable that holds your key for a source

Nothing is written unless every series is complete. Exit codes: 0 when written; 2 for wrong usage; 3 when a source
failed or a series is incomplete.
`;

export interface SnapshotOptions {
  readonly kind: 'options';
  readonly study: string;
  readonly sources: ReadonlyMap<string, MarketDataAdapter>;
  /** Where opens, highs, lows and volumes come from, where that is another source than of the closes. */
  readonly opens: ReadonlyMap<string, MarketDataAdapter>;
  readonly files: ReadonlyMap<string, string>;
  /** Environment variables by adapter id. */
  readonly keys: ReadonlyMap<string, string>;
  readonly from?: SessionDate;
  readonly to?: SessionDate;
  readonly baseUrl?: string;
}

export type ReadSnapshotOptions =
  | SnapshotOptions
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string };

/** `ID=VALUE` pairs as a map. */
function pairs(name: string, list: readonly string[] | undefined): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of list ?? []) {
    const [, id, value] = /^([^=]+)=(.+)$/.exec(entry) ?? [];
    if (id === undefined || value === undefined)
      throw new WrongUsage(`--${name} is "${entry}"; expected two names around "=".`);
    if (found.has(id)) throw new WrongUsage(`--${name} names ${id} twice; give it once.`);
    found.set(id, value);
  }
  return found;
}

/** Sources by instrument. */
function adaptersOf(name: string, list: readonly string[] | undefined): Map<string, MarketDataAdapter> {
  const found = new Map<string, MarketDataAdapter>();
  for (const [id, source] of pairs(name, list)) {
    const adapter = findAdapter(source);
    if (adapter === null || adapter.id === 'snapshot') {
      throw new WrongUsage(
        `--${name} ${id}=${source}: there is no source of that name that a snapshot can be made from.`,
      );
    }
    found.set(id, adapter);
  }
  return found;
}

function parsed(args: readonly string[]): ReadSnapshotOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      source: { type: 'string', multiple: true },
      opens: { type: 'string', multiple: true },
      file: { type: 'string', multiple: true },
      'key-env': { type: 'string', multiple: true },
      from: { type: 'string' },
      to: { type: 'string' },
      'base-url': { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return { kind: 'help' };
  const [study, ...rest] = positionals;
  if (study === undefined || rest.length > 0) throw new WrongUsage('Expected one study, such as nvidia-h20.');
  const opens = adaptersOf('opens', values.opens);
  for (const [id, { capabilities, label, needs }] of opens) {
    if (capabilities.fields === 'close') throw new WrongUsage(`--opens ${id}: ${label} has closes only.`);
    if (needs.file) throw new WrongUsage(`--opens ${id}: opens come from a source that can be asked, not from a file.`);
  }
  return {
    kind: 'options',
    study,
    sources: adaptersOf('source', values.source),
    opens,
    files: pairs('file', values.file),
    keys: pairs('key-env', values['key-env']),
    ...(values.from === undefined ? {} : { from: checkedDate('from', values.from) }),
    ...(values.to === undefined ? {} : { to: checkedDate('to', values.to) }),
    ...(values['base-url'] === undefined ? {} : { baseUrl: checkedBaseUrl(values['base-url']) }),
  };
}

/** The options of `snapshot`, or what is wrong with them. */
export function readSnapshotOptions(args: readonly string[]): ReadSnapshotOptions {
  try {
    return parsed(args);
  } catch (error) {
    return { kind: 'wrong', sentence: error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unreadable' };
  }
}
