import { describe, expect, test } from 'vitest';
import { readerFormats } from '../../../src/chart/controller/formats.ts';
import { readingOf, sentenceOf } from '../../../src/chart/controller/reading.ts';
import { traceOf } from './traces.ts';

const formats = readerFormats('en-GB', 'Europe/Berlin');

// Closes of src/studies/nvidia-h20/closes.
const tech = traceOf(
  {
    name: 'Hang Seng TECH',
    sessions: ['2025-07-03', '2025-07-04', '2025-07-07'],
    y: [5233.71, 5216.26, 5229.56],
  },
  { base: 0 },
);
const nasdaq = traceOf({
  name: 'Nasdaq Composite',
  zone: 'America/New_York',
  place: 'New York',
  sessions: ['2025-07-03', '2025-07-07'],
  y: [20601.1, 20412.52],
});

const absences = (step: string, ...traces: Parameters<typeof readingOf>[1]) =>
  traces.map((trace) => readingOf(trace, traces, step, formats).absence);

describe('readingOf', () => {
  test('gives date, close, move on the day and move since the base', () => {
    // 5229.56 / 5216.26 − 1 = 0.00255; 5229.56 / 5233.71 − 1 = −0.00079.
    expect(readingOf(tech, [tech], '2025-07-07', formats)).toEqual({
      index: 2,
      date: '2025-07-07',
      absence: '',
      close: '5,229.56',
      day: '+0.25%',
      since: '\u22120.08%',
    });
  });

  test('gives no move of the first close, and none since a base that there is not', () => {
    expect(readingOf(nasdaq, [nasdaq], '2025-07-03', formats)).toMatchObject({
      close: '20,601.10',
      day: '',
      since: '',
    });
  });

  test('gives a bar’s move and no close', () => {
    const bar = traceOf({ sessions: ['2025-07-15'], y: [2.8], mark: 'bar' }, { unit: 'move' });
    expect(readingOf(bar, [bar], '2025-07-15', formats)).toMatchObject({ close: '', day: '+2.80%', since: '' });
  });

  test('says that a market did not trade', () => {
    expect(absences('2025-07-04', tech, nasdaq)).toEqual(['', 'New York did not trade']);
  });

  test('does not say so of a market where another series has the session', () => {
    const other = traceOf({
      zone: 'America/New_York',
      place: 'New York',
      sessions: ['2025-07-03', '2025-07-04', '2025-07-07'],
    });
    expect(absences('2025-07-04', nasdaq, other)).toEqual(['no close in the data', '']);
  });

  test('says where the data begin and end', () => {
    expect(absences('2025-07-02', tech)).toEqual(['data begin on Thu 3 Jul 2025']);
    expect(absences('2025-07-08', tech)).toEqual(['data end on Mon 7 Jul 2025']);
    expect(absences('2025-07-08', traceOf({}))).toEqual(['no data']);
  });

  test('reads sessions by their distance from day 0, each with its own date', () => {
    const [one, other] = [
      traceOf(tech.series, { by: 'offset', base: 0 }),
      traceOf(nasdaq.series, { by: 'offset', base: 0 }),
    ];
    const read = [-1, 0, 1].map((step) => [one, other].map((trace) => readingOf(trace, [one, other], step, formats)));
    expect(read.map((both) => both.map(({ date, absence }) => date || absence))).toEqual([
      ['2025-07-03', '2025-07-03'],
      ['2025-07-04', '2025-07-07'],
      ['2025-07-07', 'data end on Mon 7 Jul 2025'],
    ]);
  });
});

describe('sentenceOf', () => {
  test('says a session in one sentence', () => {
    const reading = readingOf(tech, [tech], '2025-07-07', formats);
    expect(sentenceOf(tech, reading, '2025-07-07', formats)).toBe(
      'Hang Seng TECH, Mon 7 Jul 2025, Hong Kong: 5,229.56, +0.25% on the day, \u22120.08% since the base.',
    );
  });

  test('names the date on which a market did not trade', () => {
    const reading = readingOf(nasdaq, [tech, nasdaq], '2025-07-04', formats);
    expect(sentenceOf(nasdaq, reading, '2025-07-04', formats)).toBe(
      'Fri 4 Jul 2025: Nasdaq Composite: New York did not trade.',
    );
  });
});
