/** How the controller writes figures, dates and times, in one language and for one reader's zone. */
export interface ReaderFormats {
  /** A close: 20,677.80. */
  close(value: number): string;
  /** A move as a signed percentage with two decimals: +2.80 %, −0.24 %, 0.00 %. */
  move(ratio: number): string;
  /** A session date `YYYY-MM-DD` with its weekday: Tue 15 Jul 2025. */
  session(date: string): string;
  /**
   * An instant, ISO 8601 with Z or offset, in an IANA zone; `reader` is the reader's own, whose name is added.
   * `style` is `date`, `time`, or anything else for both. A text that is no instant comes back as it is.
   */
  moment(iso: string, zone: string, style: string): string;
}

const DAY = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
const CLOCK = { hour: 'numeric', minute: '2-digit' } as const;

/**
 * `language` is a BCP 47 tag, `zone` an IANA name; without them, and for ones that the browser does not know, its
 * own are used. English without a region writes the day first.
 */
export function readerFormats(language?: string, zone?: string): ReaderFormats {
  const known = new Map<string, Intl.DateTimeFormat>();
  const locale = supported(() => new Intl.Locale(language ?? '').toString());
  const dated = locale === 'en' ? 'en-GB' : locale;
  const home = supported(() => new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone);
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const closes = new Intl.NumberFormat(locale, digits);
  const moves = new Intl.NumberFormat(locale, { ...digits, signDisplay: 'exceptZero' });

  const written = (at: number, options: Intl.DateTimeFormatOptions): string => {
    const key = `${options.timeZone}${options.weekday}${options.hour}${options.timeZoneName}`;
    let format = known.get(key);
    if (!format) known.set(key, (format = new Intl.DateTimeFormat(dated, options)));
    return format.format(at).replace(/^([^\d\s,]+),/, '$1');
  };

  return {
    close: (value) => closes.format(value),
    move: (ratio) => `${moves.format(ratio * 100).replace('-', '\u2212')}\u00a0%`,
    session: (date) => written(Date.parse(date), { ...DAY, timeZone: 'UTC' }),
    moment: (iso, at, style) => {
      const time = Date.parse(iso);
      if (Number.isNaN(time)) return iso;
      const isReaders = at === 'reader';
      return written(time, {
        ...(style === 'time' ? {} : DAY),
        ...(style === 'date' ? {} : CLOCK),
        ...(isReaders && style !== 'date' ? { timeZoneName: 'short' } : {}),
        timeZone: isReaders ? home : at,
      });
    },
  };
}

/** What Intl makes of a name, or undefined, which stands for the browser's own, where it knows no such name. */
function supported(name: () => string): string | undefined {
  try {
    return name();
  } catch {
    return undefined;
  }
}
