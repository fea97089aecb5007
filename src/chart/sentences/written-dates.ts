import { isSessionDate } from '../../core/units.ts';
import type { Formats } from '../text/formats.ts';

/** A sentence of the core, which names sessions as `YYYY-MM-DD`, with its dates as readers write them. */
export function withWrittenDates(sentence: string, formats: Formats): string {
  return sentence.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => (isSessionDate(date) ? formats.date(date) : date));
}
