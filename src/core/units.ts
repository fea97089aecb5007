/**
 * Nominal types for values that could be swapped silently: a session date is
 * not an instant, a ratio is not a percent.
 */
declare const brand: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

/** One trading day of one exchange: its date `YYYY-MM-DD` in the exchange's own zone. Never an instant. */
export type SessionDate = Branded<string, 'SessionDate'>;

/** A moment: milliseconds since 1970-01-01T00:00Z. */
export type Instant = Branded<number, 'Instant'>;

/** A relative change as a fraction: +2.8 % is 0.028. */
export type Ratio = Branded<number, 'Ratio'>;

/** An IANA time zone name, such as `Asia/Hong_Kong`. */
export type ZoneId = string;

const SESSION_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a real calendar date in the form `YYYY-MM-DD` (2020-02-30 is not). */
export function isSessionDate(text: string): text is SessionDate {
  if (!SESSION_DATE.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The session date in `text`. Throws a RangeError for anything that is not a real date. */
export function sessionDate(text: string): SessionDate {
  if (!isSessionDate(text)) {
    throw new RangeError(`"${text}" is not a session date; expected YYYY-MM-DD, such as 2025-07-15`);
  }
  return text;
}

const ISO_TIME = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/**
 * The instant of an ISO 8601 text that carries an offset or Z; a space may stand
 * for the T. Throws a RangeError otherwise, also for a date that no calendar has.
 */
export function instant(iso: string): Instant {
  const date = ISO_TIME.exec(iso)?.[1];
  const time = date !== undefined && isSessionDate(date) ? Date.parse(iso) : Number.NaN;
  if (Number.isNaN(time)) {
    throw new RangeError(
      `"${iso}" is not an instant; expected a time with its offset, such as 2025-07-15T10:00:00+08:00`,
    );
  }
  return time as Instant;
}
