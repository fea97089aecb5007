import { eventSaid } from '../../words/en/chart-voice.ts';
import type { SceneEvent } from '../scene/scene.ts';
import type { ReaderFormats } from './formats.ts';
import { indexOf, type Step, type Trace } from './steps.ts';

/** What one series says at a step, in words for a reader. */
export interface Reading {
  /** Index of the session; −1 where the series has none. */
  readonly index: number;
  /** The session's date; empty where there is none. */
  readonly date: string;
  /** Why there is no session; empty where there is one. */
  readonly absence: string;
  /** The close; of a bar in parts how far the session opened from the close before; or empty. */
  readonly close: string;
  /** Move on the day and move since the base; empty where the drawing does not tell. */
  readonly day: string;
  readonly since: string;
}

/** Reads a series at a step. Why a value is missing is said as far as the series read together can tell. */
export function readingOf(trace: Trace, together: readonly Trace[], step: Step, formats: ReaderFormats): Reading {
  const { series, panel, base } = trace;
  const { sessions, y, place } = series;
  const index = indexOf(trace, step);
  const value = y[index];
  if (value !== undefined && !Number.isNaN(value)) {
    const [before, start] = [y[index - 1], y[base]];
    const isMove = panel.unit === 'move';
    const gap = series.gaps?.[index] ?? Number.NaN;
    return {
      index,
      date: sessions[index] ?? '',
      absence: '',
      close: isMove ? (Number.isNaN(gap) ? '' : `opened ${formats.move(gap / 100)}`) : formats.close(value),
      day: isMove ? formats.move(value / 100) : before ? formats.move(value / before - 1) : '',
      since: isMove || !start ? '' : formats.move(value / start - 1),
    };
  }
  const last = sessions.length - 1;
  const isBefore = step < trace.step(0);
  const end = sessions[isBefore ? 0 : last];
  const hasTraded = together.some((other) => other.series.zone === series.zone && indexOf(other, step) >= 0);
  let absence = `${place} did not trade`;
  if (!end) absence = 'no data';
  else if (isBefore || step > trace.step(last))
    absence = `data ${isBefore ? 'begin' : 'end'} on ${formats.session(end)}`;
  else if (hasTraded) absence = 'no close in the data';
  return { index: -1, date: '', absence, close: '', day: '', since: '' };
}

/** One sentence for the live region, with the events that the session reacts to. A step that is a date is named where the series has no session on it. */
export function sentenceOf(
  { series }: Trace,
  reading: Reading,
  step: Step,
  formats: ReaderFormats,
  events: readonly SceneEvent[] = [],
): string {
  const { absence, date, close, day, since } = reading;
  if (absence) return `${typeof step === 'string' ? `${formats.session(step)}: ` : ''}${series.name}: ${absence}.`;
  const reacts = events.flatMap(({ id, number }) =>
    number !== null && series.dayZeros[id] === reading.index ? [eventSaid(number)] : [],
  );
  const said = [close, day && `${day} on the day`, since && `${since} since the base`, ...reacts].filter(Boolean);
  return `${series.name}, ${formats.session(date)}, ${series.place}: ${said.join(', ')}.`;
}
