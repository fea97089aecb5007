import { addDays } from '../../core/calendar-days.ts';
import type { SessionRange } from './adapter.ts';

/** A range cut into consecutive ones of at most `days` calendar days, in order of time. */
export function rangePages({ from, to }: SessionRange, days: number): readonly SessionRange[] {
  const pages: SessionRange[] = [];
  for (let start = from; start <= to; start = addDays(start, days)) {
    const end = addDays(start, days - 1);
    pages.push({ from: start, to: end < to ? end : to });
  }
  return pages;
}
