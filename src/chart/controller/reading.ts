import type { ChartData, DataSeries } from '../chart-data.ts';
import type { ReaderFormats } from './formats.ts';
import { indexOf, type Step } from './steps.ts';

/** What one series says at a step, in words for a reader. */
export interface Reading {
  readonly series: DataSeries;
  /** Index of the session; −1 where the series has none. */
  readonly index: number;
  /** Local session date and place, or why there is no session. */
  readonly heading: string;
  /** Close, move on the day and move since the base; empty where there is no session. */
  readonly close: string;
  readonly day: string;
  readonly since: string;
}

/** Every series of a group at one step. Why a value is missing is said as far as the data can tell. */
export function readingsAt(
  data: ChartData,
  group: readonly DataSeries[],
  step: Step,
  formats: ReaderFormats,
): readonly Reading[] {
  const found = group.map((series) => ({ series, index: indexOf(series, data.grouping, step) }));
  return found.map(({ series, index }) => {
    const { closes, sessions, base } = series;
    const close = closes[index];
    const date = sessions[index];
    if (close === undefined || date === undefined) {
      const traded = found.some((other) => other.index >= 0 && other.series.zone === series.zone);
      return {
        series,
        index: -1,
        heading: absence(data, series, step, traded, formats),
        close: '',
        day: '',
        since: '',
      };
    }
    const before = index > 0 ? closes[index - 1] : series.before;
    return {
      series,
      index,
      heading: `${formats.session(date)}, ${series.place}`,
      close: formats.close(close),
      day: before ? formats.move(close / before - 1) : 'first close',
      since: base ? formats.move(close / base - 1) : 'no base',
    };
  });
}

function absence(
  { grouping }: ChartData,
  series: DataSeries,
  step: Step,
  traded: boolean,
  formats: ReaderFormats,
): string {
  const { sessions, dayZero = 0, name, place } = series;
  const first = sessions[0];
  const last = sessions[sessions.length - 1];
  if (first === undefined || last === undefined) return `${name}: no data`;
  const isDate = grouping === 'date';
  if (step < (isDate ? first : -dayZero)) return `${name}: data begin on ${formats.session(first)}`;
  if (step > (isDate ? last : sessions.length - 1 - dayZero)) return `${name}: data end on ${formats.session(last)}`;
  return traded ? `${name}: no close in the data` : `${place} did not trade`;
}

/** One sentence for the live region. A step that is a date is named where the series has no session on it. */
export function sentenceOf(reading: Reading, step: Step, sinceLabel: string, formats: ReaderFormats): string {
  const { series, index, heading, close, day, since } = reading;
  if (index < 0) return typeof step === 'string' ? `${formats.session(step)}: ${heading}.` : `${heading}.`;
  return `${series.name}, ${heading}: ${close}, ${day} on the day, ${since} ${sinceLabel}.`;
}
