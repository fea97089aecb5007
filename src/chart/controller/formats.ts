/** How the controller writes figures, dates and times, in one language and for one reader's zone. */
export interface ReaderFormats {
  /** A close: 20,677.80. */
  readonly close: (value: number) => string;
  /** A move as a signed percentage with two decimals: +2.80 %, −0.24 %, 0.00 %. */
  readonly move: (ratio: number) => string;
  /** A session date `YYYY-MM-DD` with its weekday: Tue 15 Jul 2025. */
  readonly session: (date: string) => string;
  /**
   * An instant, ISO 8601 with Z or offset, in an IANA zone; `reader` is the reader's own, whose name is added.
   * `style` is `date`, `time`, or anything else for both.
   */
  readonly moment: (iso: string, zone: string, style?: string) => string;
}

const DAY = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;

/**
 * `language` is a BCP 47 tag, `home` an IANA zone; without them the browser's own are used. English without a region
 * writes the day first. Throws a RangeError for a tag that is none.
 */
export function readerFormats(language?: string, home?: string): ReaderFormats {
  const locale = language === 'en' ? 'en-GB' : language;
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const closes = new Intl.NumberFormat(locale, digits);
  const moves = new Intl.NumberFormat(locale, { ...digits, signDisplay: 'exceptZero' });
  const dates = (options: Intl.DateTimeFormatOptions): ((time: string) => string) => {
    const format = new Intl.DateTimeFormat(locale, options);
    // "Tue, 15 Jul 2025" in some languages and versions: the weekday needs no comma.
    return (time) => format.format(Date.parse(time)).replace(/^([^\d\s,]+),/, '$1');
  };
  const days = dates({ ...DAY, timeZone: 'UTC' });
  /** Dates that were written: a date takes longer than all else that a moving pointer asks for. */
  const written = new Map<string, string>();
  return {
    close: (value) => closes.format(value),
    move: (ratio) => `${moves.format(ratio * 100).replace('-', '\u2212')}\u00a0%`,
    session: (date) => {
      const known = written.get(date) ?? days(date);
      written.set(date, known);
      return known;
    },
    moment: (iso, zone, style) =>
      dates({
        ...(style === 'time' ? {} : DAY),
        ...(style === 'date' ? {} : { hour: '2-digit', minute: '2-digit' }),
        ...(zone === 'reader' ? { timeZoneName: 'short', timeZone: home } : { timeZone: zone }),
      })(iso),
  };
}
