import { type Instant, sessionDate } from '../../core/units.ts';
import { catalogue } from '../instruments/catalogue.ts';
import { adapters } from './registry.ts';

/** A host and a path that a proxy may fetch for the page, exactly as written here, with any query. */
export interface ProxiedAddress {
  readonly host: string;
  /** Begins with a slash; percent-encoded where a request is. */
  readonly path: string;
  /** Id of the adapter that needs it. */
  readonly source: string;
}

const ANY_DAY = sessionDate('2025-07-15');

/**
 * Everything that the proxy may fetch: what the adapters that need it ask for
 * the catalogue's instruments, with and without a key. No list beside them has to be kept.
 */
export function proxiedAddresses(): readonly ProxiedAddress[] {
  const found = new Map<string, ProxiedAddress>();
  for (const adapter of adapters) {
    if (!adapter.needs.proxy) continue;
    for (const instrument of catalogue) {
      const symbol = adapter.resolve(instrument);
      if (symbol === null) continue;
      for (const key of [undefined, 'key']) {
        const context = { now: 0 as Instant, ...(key === undefined ? {} : { key }) };
        for (const request of adapter.request(symbol, { from: ANY_DAY, to: ANY_DAY }, context)) {
          if (request.kind !== 'http') continue;
          const { host, pathname } = new URL(request.url);
          found.set(host + pathname, { host, path: pathname, source: adapter.id });
        }
      }
    }
  }
  return [...found.values()].toSorted((a, b) => (a.host + a.path < b.host + b.path ? -1 : 1));
}
