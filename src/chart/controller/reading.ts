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
  const hasTraded = together.some((other) => other.series.zone === series.zone && indexOf(other, step) >= 0);
  const session = (at: number): string => formats.session(sessions[at] ?? '');
  return {
    index: -1,
    heading:
      last < 0
        ? `${name}: no data`
        : step < trace.step(0)
          ? `${name}: data begin on ${session(0)}`
          : step > trace.step(last)
            ? `${name}: data end on ${session(last)}`
            : hasTraded
              ? `${name}: no close in the data`
              : `${place} did not trade`,
    values: [],
  };
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
