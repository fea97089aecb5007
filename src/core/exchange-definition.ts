import type { SessionDate, ZoneId } from './units.ts';

/** Minutes after local midnight that a clock shows. */
export function clock(hours: number, minutes: number): number {
  return hours * 60 + minutes;
}

/** Regular trading of a day, in minutes after local midnight. */
export interface TradingHours {
  /** First date on which they hold; null for the earliest that are known here. */
  readonly from: SessionDate | null;
  readonly open: number;
  readonly close: number;
  /** The pause at midday on full days, [from, to); null where trading goes on. */
  readonly pause: readonly [number, number] | null;
  /** Null where the exchange keeps no half days. */
  readonly halfDayClose: number | null;
  /**
   * The auction that forms the closing price, [from, to) in minutes from the
   * close of trading: [0, 10] where it follows the close, [-3, 0] where it ends
   * with it. Null where the closing price is the close's own.
   */
  readonly closingAuction: readonly [number, number] | null;
}

/** The days of a year on which an exchange does not trade, or not to the end. */
export interface TradingCalendar {
  /** First and last year of which every closing is known here. Outside of them only weekends are. */
  readonly years: readonly [number, number];
  /** Dates of a known year on which it is closed, each with its reason, such as "Good Friday". May hold weekends. */
  readonly holidays: (year: number) => ReadonlyMap<SessionDate, string>;
  /** Weekdays of a known year on which it closes early by its rules. */
  readonly halfDays: (year: number) => readonly SessionDate[];
  /** Weekdays on which it stayed closed outside of its rules, each with the reason. */
  readonly unforeseen: Readonly<Record<string, string>>;
  /** What else may keep it closed without notice, and the last day on which it does; null where nothing regular does. */
  readonly closesFor: { readonly reason: string; readonly until: SessionDate } | null;
}

/** Everything that is known of one exchange. */
export interface ExchangeDefinition<Id extends string = string> {
  /** ISO 10383 market identifier. */
  readonly id: Id;
  readonly name: string;
  /** Where its clocks hang, for readers: "New York". */
  readonly place: string;
  readonly zone: ZoneId;
  /** By the dates from which they hold, which ascend. */
  readonly hours: readonly [TradingHours, ...TradingHours[]];
  readonly calendar: TradingCalendar;
}
