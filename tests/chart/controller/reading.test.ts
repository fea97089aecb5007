import { describe, expect, test } from 'vitest';
import { readerFormats } from '../../../src/chart/controller/formats.ts';
import { readingOf, sentenceOf } from '../../../src/chart/controller/reading.ts';
import { traceOf } from './traces.ts';

const formats = readerFormats('en-GB', 'Europe/Berlin');

// Closes of src/studies/nvidia-h20/closes.
const tech = traceOf({
  name: 'Hang Seng TECH',
  sessions: ['2025-07-03', '2025-07-04', '2025-07-07'],
  closes: [5233.71, 5216.26, 5229.56],
  before: 5269.11,
  base: 5283.5,
});
const nasdaq = traceOf({
  name: 'Nasdaq Composite',
  zone: 'America/New_York',
  place: 'New York',
  sessions: ['2025-07-03', '2025-07-07'],
  closes: [20601.1, 20412.52],
});

const headings = (step: string, ...traces: Parameters<typeof readingOf>[1]) =>
  traces.map((trace) => readingOf(trace, traces, step, formats).heading);

describe('readingOf', () => {
  test('gives local date and place, close, move on the day and move since the base', () => {
    // 5216.26 / 5233.71 − 1 = −0.00333; 5216.26 / 5283.50 − 1 = −0.01273.
    expect(readingOf(tech, [tech], '2025-07-04', formats)).toEqual({
      index: 1,
      heading: 'Fri 4 Jul 2025, Hong Kong',
      values: ['5,216.26', '\u22120.33\u00a0%', '\u22121.27\u00a0%'],
    });
  });

  test('counts the first move from the close before the data in range', () => {
    // 5233.71 / 5269.11 − 1 = −0.00672.
    expect(readingOf(tech, [tech], '2025-07-03', formats).values[1]).toBe('\u22120.67\u00a0%');
  });

  test('says that the data begin, and that there is no base, instead of a move', () => {
    expect(readingOf(nasdaq, [nasdaq], '2025-07-03', formats).values).toEqual(['20,601.10', 'first close', 'no base']);
  });

  test('says that a market did not trade', () => {
    expect(headings('2025-07-04', tech, nasdaq)).toEqual(['Fri 4 Jul 2025, Hong Kong', 'New York did not trade']);
  });

  test('does not say so of a market where another series has the session', () => {
    const other = traceOf({
      zone: 'America/New_York',
      place: 'New York',
      sessions: ['2025-07-03', '2025-07-04', '2025-07-07'],
    });
    expect(headings('2025-07-04', nasdaq, other)[0]).toBe('Nasdaq Composite: no close in the data');
  });

  test('says where the data begin and end', () => {
    expect(headings('2025-07-02', tech)).toEqual(['Hang Seng TECH: data begin on Thu 3 Jul 2025']);
    expect(headings('2025-07-08', tech)).toEqual(['Hang Seng TECH: data end on Mon 7 Jul 2025']);
    expect(headings('2025-07-08', traceOf({}))).toEqual(['Alpha Index: no data']);
  });

  test('reads sessions by their distance from day 0, each with its own date', () => {
    const [one, other] = [
      traceOf({ ...tech.series, dayZero: 1 }, 'offset'),
      traceOf({ ...nasdaq.series, dayZero: 0 }, 'offset'),
    ];
    expect([0, 1, -1].map((step) => readingOf(other, [one, other], step, formats).heading)).toEqual([
      'Thu 3 Jul 2025, New York',
      'Mon 7 Jul 2025, New York',
      'Nasdaq Composite: data begin on Thu 3 Jul 2025',
    ]);
  });
});

describe('sentenceOf', () => {
  test('says a session in one sentence', () => {
    const reading = readingOf(tech, [tech], '2025-07-04', formats);
    expect(sentenceOf(tech, reading, '2025-07-04', 'since the close of 14 July', formats)).toBe(
      'Hang Seng TECH, Fri 4 Jul 2025, Hong Kong: 5,216.26, \u22120.33\u00a0% on the day, \u22121.27\u00a0% since the close of 14 July.',
    );
  });

  test('names the date on which a market did not trade', () => {
    const reading = readingOf(nasdaq, [tech, nasdaq], '2025-07-04', formats);
    expect(sentenceOf(nasdaq, reading, '2025-07-04', '', formats)).toBe('Fri 4 Jul 2025: New York did not trade.');
  });
});
