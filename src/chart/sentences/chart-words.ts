import type { SessionDate } from '../../core/units.ts';
import type { ChartModel } from '../model/chart-model.ts';
import type { Formats } from '../text/formats.ts';

/** The base close of a chart in words: "close of 14 July 2025", or per market where the dates differ. */
export function baseDates(model: ChartModel): readonly SessionDate[] {
  const dates = model.series.map(({ series, baseIndex }) => series.sessions[baseIndex]);
  return [...new Set(dates.filter((date) => date !== undefined))].sort();
}

/** What lines count from: "the close of 14 July", "the closes of 11 and 14 July". */
export function baseWords(model: ChartModel, formats: Formats): string {
  const dates = baseDates(model);
  const noun = dates.length > 1 ? 'the closes of' : 'the close of';
  return `${noun} ${formats.list(dates.map((date) => formats.dayMonth(date)))}`;
}
