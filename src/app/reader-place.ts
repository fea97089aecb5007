/** In which language and zone a reader is written to. */
export interface ReaderPlace {
  /** BCP 47 tag that `Intl` takes. */
  readonly language: string;
  /** IANA name that `Intl` takes. */
  readonly zone: string;
  /** Whether the browser named its zone; where it does not, `zone` is UTC. */
  readonly isZoneKnown: boolean;
}

/** What a page can ask for its reader's place. All of it may be missing, or hold anything. */
export interface PlaceEvidence {
  readonly navigator?: { readonly language?: unknown; readonly languages?: unknown };
  readonly Intl?: {
    readonly DateTimeFormat?: (language: string) => { resolvedOptions(): { readonly timeZone?: unknown } };
  };
}

/** No tag in use is longer. */
const LONGEST_TAG = 35;

/**
 * The reader's place as far as the browser names it: the first of its languages that is one, else English; its zone,
 * else UTC. It never throws, and what it gives can be handed to `Intl`. Names of POSIX locales lose what is no part of
 * a tag: `de_AT.UTF-8@euro` is de-AT, `C` is none.
 */
export function readerPlace({ navigator, Intl: host }: PlaceEvidence): ReaderPlace {
  const several: unknown = navigator?.languages;
  const named: readonly unknown[] = [navigator?.language, ...(Array.isArray(several) ? (several as unknown[]) : [])];
  const [language = 'en'] = named.map(tagOf).filter((tag) => tag !== null);
  const zone = zoneOf(host);
  return { language, zone: zone ?? 'UTC', isZoneKnown: zone !== null };
}

function tagOf(named: unknown): string | null {
  if (typeof named !== 'string') return null;
  const tag = named.replace(/[.@].*$/s, '').replaceAll('_', '-');
  if (tag.length > LONGEST_TAG) return null;
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag)[0] ?? null;
  } catch {
    return null;
  }
}

function zoneOf(host: PlaceEvidence['Intl']): string | null {
  try {
    const zone = host?.DateTimeFormat?.('en').resolvedOptions().timeZone;
    if (typeof zone !== 'string' || zone === '') return null;
    // A browser may name one, such as Etc/Unknown, that it does not take itself.
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone === 'Etc/Unknown' ? null : zone;
  } catch {
    return null;
  }
}
