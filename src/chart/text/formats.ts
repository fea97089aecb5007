import type { Instant, Ratio, SessionDate, ZoneId } from '../../core/units.ts';

const MINUS = '\u2212';

/** How numbers and dates are written for one language. All of it is explicit: no default locale, no default zone. */
export interface Formats {
  readonly language: string;
  /** A level or price with the decimals that its size wants: 20,677.80. */
  level(value: number): string;
  /** A signed percentage with `digits` decimals: +2.8%, −0.2%, 0.0%. */
  change(ratio: Ratio | number, digits?: number): string;
  /** An unsigned percentage. */
  percent(ratio: Ratio | number, digits?: number): string;
  /** A number with at most `digits` decimals. */
  number(value: number, digits?: number): string;
  /** A number with exactly `digits` decimals: 0.40. */
  fixed(value: number, digits: number): string;
  /** A positive number to the third decimal, in words from a million on: 24.4 billion, 4.165 trillion. */
  large(value: number): string;
  /** 15 July 2025. */
  date(session: SessionDate): string;
  /** 15 Jul. */
  shortDate(session: SessionDate): string;
  /** 15 Jul 2025. */
  mediumDate(session: SessionDate): string;
  /** 15 July. */
  dayMonth(session: SessionDate): string;
  /** Tue 15 Jul 2025. */
  weekdayDate(session: SessionDate): string;
  /** Jul 2025, and Jul where the year is known from its neighbours. */
  month(session: SessionDate, withYear: boolean): string;
  /** Tue 15 Jul 2025, 10:00, in a zone. */
  moment(at: Instant, zone: ZoneId): string;
  /** 10:00, in a zone. */
  clock(at: Instant, zone: ZoneId): string;
  /** Items joined as a list in prose: a, b and c. */
  list(items: readonly string[]): string;
}

const cache = new Map<string, Formats>();

/** The formats of a BCP 47 language tag. An unknown tag falls back as Intl does. */
export function formatsFor(language: string): Formats {
  const known = cache.get(language);
  if (known !== undefined) return known;
  const formats = makeFormats(language);
  cache.set(language, formats);
  return formats;
}

/** English dates are written day first, as in the article's own world. */
function dateLanguage(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

function makeFormats(language: string): Formats {
  const decimals = new Map<string, Intl.NumberFormat>();
  const decimal = (fewest: number, most: number): Intl.NumberFormat => {
    const key = `${fewest}/${most}`;
    let format = decimals.get(key);
    if (format === undefined) {
      format = new Intl.NumberFormat(language, { minimumFractionDigits: fewest, maximumFractionDigits: most });
      decimals.set(key, format);
    }
    return format;
  };
  // Where the sign stands and what is between it and the figure: 1% in English, 1 % with a no-break space in German.
  const percentForm = new Intl.NumberFormat(language, { style: 'percent' })
    .formatToParts(0.01)
    .map(({ type, value }) => (type === 'integer' ? null : value));
  const percentOf = (magnitude: number, digits: number): string => {
    const text = decimal(digits, digits).format(magnitude * 100);
    return percentForm.map((part) => part ?? text).join('');
  };
  const dates = new Map<string, Intl.DateTimeFormat>();
  const written = (options: Intl.DateTimeFormatOptions, at: number): string => {
    const key = JSON.stringify(options);
    let format = dates.get(key);
    if (format === undefined) {
      format = new Intl.DateTimeFormat(dateLanguage(language), options);
      dates.set(key, format);
    }
    return format.format(at);
  };
  const day = (options: Intl.DateTimeFormatOptions, session: SessionDate): string =>
    written({ ...options, timeZone: 'UTC' }, Date.parse(`${session}T00:00:00Z`));

  return {
    language,
    level: (value) => decimal(2, 2).format(value),
    change: (ratio, digits = 1) => {
      const text = percentOf(Math.abs(ratio), digits);
      if (Number((Math.abs(ratio) * 100).toFixed(digits)) === 0) return text;
      return `${ratio < 0 ? MINUS : '+'}${text}`;
    },
    percent: (ratio, digits = 1) => percentOf(ratio, digits),
    number: (value, digits = 0) => decimal(0, digits).format(value).replace('-', MINUS),
    fixed: (value, digits) => decimal(digits, digits).format(value).replace('-', MINUS),
    large: (value) => {
      if (value < 1e6) return decimal(0, 3).format(value);
      const words = { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 3 } as const;
      return new Intl.NumberFormat(language, words).format(value);
    },
    date: (session) => day({ day: 'numeric', month: 'long', year: 'numeric' }, session),
    shortDate: (session) => day({ day: 'numeric', month: 'short' }, session),
    mediumDate: (session) => day({ day: 'numeric', month: 'short', year: 'numeric' }, session),
    dayMonth: (session) => day({ day: 'numeric', month: 'long' }, session),
    weekdayDate: (session) =>
      day({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }, session).replace(',', ''),
    month: (session, withYear) => day(withYear ? { month: 'short', year: 'numeric' } : { month: 'short' }, session),
    moment: (at, zone) => {
      const date = written({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: zone }, at);
      return `${date.replace(',', '')}, ${written({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }, at)}`;
    },
    clock: (at, zone) => written({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }, at),
    list: (items) => new Intl.ListFormat(dateLanguage(language), { type: 'conjunction' }).format(items),
  };
}
