import type { ReaderFormats } from './formats.ts';
import { indexOf, type Step, type Trace } from './steps.ts';

/** What one series says at a step, in words for a reader. */
export interface Reading {
  /** Index of the session; −1 where the series has none. */
  readonly index: number;
  /** Local session date and place, or why there is no session. */
  readonly heading: string;
  /** Close, move on the day and move since the base; none where there is no session. */
  readonly values: readonly string[];
}

/** Reads a series at a step. Why a value is missing is said as far as the series read together can tell. */
export function readingOf(trace: Trace, together: readonly Trace[], step: Step, formats: ReaderFormats): Reading {
  const { series } = trace;
  const { sessions, closes, base, name, place } = series;
  const index = indexOf(trace, step);
  const close = closes[index];
  if (close) {
    const before = index ? closes[index - 1] : series.before;
    return {
      index,
      heading: `${formats.session(sessions[index] ?? '')}, ${place}`,
      values: [
        formats.close(close),
        before ? formats.move(close / before - 1) : 'first close',
        base ? formats.move(close / base - 1) : 'no base',
      ],
    };
  }
  const last = sessions.length - 1;
  const isBefore = step < trace.step(0);
  const end = sessions[isBefore ? 0 : last];
  const hasTraded = together.some((other) => other.series.zone === series.zone && indexOf(other, step) >= 0);
  let heading = `${place} did not trade`;
  if (!end) heading = `${name}: no data`;
  else if (isBefore || step > trace.step(last)) {
    heading = `${name}: data ${isBefore ? 'begin' : 'end'} on ${formats.session(end)}`;
  } else if (hasTraded) heading = `${name}: no close in the data`;
  return { index: -1, heading, values: [] };
}

/** One sentence for the live region. A step that is a date is named where the series has no session on it. */
export function sentenceOf(
  { series }: Trace,
  { heading, values: [close, day, since] }: Reading,
  step: Step,
  sinceLabel: string,
  formats: ReaderFormats,
): string {
  if (close) return `${series.name}, ${heading}: ${close}, ${day} on the day, ${since} ${sinceLabel}.`;
  return `${typeof step === 'string' ? `${formats.session(step)}: ` : ''}${heading}.`;
}
