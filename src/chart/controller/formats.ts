/** How the controller writes figures, dates and times, in one language and for one reader's zone. */
export interface ReaderFormats {
  /** A close: 20,677.80. */
  readonly close: (value: number) => string;
  /** A move as a signed percentage with two decimals: +2.80%, −0.24%, 0.00%. */
  readonly move: (ratio: number) => string;
  /** A session date `YYYY-MM-DD` with its weekday: Tue 15 Jul 2025. */
  readonly session: (date: string) => string;
  /** An instant, ISO 8601 with Z or offset, or a span of two, in the reader's zone: Tue 15 Jul 2025, 02:00–07:10. */
  readonly readerTime: (from: string, to: string) => string;
  /** The reader's zone, an IANA name. */
  readonly zone: () => string;
}

const DAY = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;

/** Makes a thing when it is first asked for: the browser's own formats take milliseconds to make. */
const late = <Made>(make: () => Made): (() => Made) => {
  let made: Made | undefined;
  return () => (made ??= make());
};

/**
 * `language` is a BCP 47 tag, `home` an IANA zone; without them the browser's own are used. English without a region
 * writes the day first. Writing throws a RangeError for a tag that is none.
 */
export function readerFormats(language?: string, home?: string): ReaderFormats {
  const locale = language === 'en' ? 'en-GB' : language;
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;
  const closes = late(() => new Intl.NumberFormat(locale, digits));
  const moves = late(() => new Intl.NumberFormat(locale, { ...digits, style: 'percent', signDisplay: 'exceptZero' }));
  // "Tue, 15 Jul 2025" in some languages and versions: the weekday needs no comma.
  const plain = (text: string): string => text.replace(/^([^\d\s,]+),/, '$1');
  const days = late(() => new Intl.DateTimeFormat(locale, { ...DAY, timeZone: 'UTC' }));
  const places = late(() => new Intl.DateTimeFormat(locale, { ...DAY, timeZone: home }));
  const clocks = late(
    () => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: home }),
  );
  /** Dates that were written: a date takes longer than all else that a moving pointer asks for. */
  const written = new Map<string, string>();
  return {
    close: (value) => closes().format(value),
    move: (ratio) => moves().format(ratio).replace('-', '\u2212'),
    session: (date) => {
      const text = written.get(date) ?? plain(days().format(Date.parse(date)));
      written.set(date, text);
      return text;
    },
    readerTime: (from, to) => {
      const [day, lastDay] = [from, to].map((at) => plain(places().format(Date.parse(at))));
      const [begin, end] = [from, to].map((at) => clocks().format(Date.parse(at)));
      if (from === to) return `${day}, ${begin}`;
      return day === lastDay ? `${day}, ${begin}–${end}` : `${day}, ${begin} – ${lastDay}, ${end}`;
    },
    zone: () => places().resolvedOptions().timeZone,
  };
}
