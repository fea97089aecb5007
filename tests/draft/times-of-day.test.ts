import { describe, expect, it } from 'vitest';
import { told } from './drafted.ts';

const times = (sentence: string, published = '2025-07-16') => told(sentence, published).map(([, time]) => time);

describe('a time of a day', () => {
  it.each([
    ['The Fed cut rates on Tuesday at 2:00 p.m. ET.', { at: '2025-07-15T14:00:00-04:00' }],
    ['The central bank cut rates at 2:30 p.m. in Sydney on Tuesday.', { at: '2025-07-15T14:30:00+10:00' }],
    ['The bank cut rates on Tuesday at 1100 GMT.', { at: '2025-07-15T11:00:00+00:00' }],
    ['The bank cut rates on 14 January at 10:00 a.m. New York time.', { at: '2025-01-14T10:00:00-05:00' }],
    [
      'The bank cut rates before 9 a.m. in London on Tuesday.',
      { from: '2025-07-15T00:00:00+01:00', to: '2025-07-15T09:00:00+01:00' },
    ],
    [
      'The bank cut rates shortly before 9 a.m. in London on Tuesday.',
      { from: '2025-07-15T08:00:00+01:00', to: '2025-07-15T09:00:00+01:00' },
    ],
    [
      'The bank cut rates shortly after 9 a.m. in London on Tuesday.',
      { from: '2025-07-15T09:00:00+01:00', to: '2025-07-15T10:00:00+01:00' },
    ],
  ])('is told in the zone that the text names: %s', (sentence, time) => {
    expect(times(sentence)).toEqual([time]);
  });

  // New York trades 09:30 to 16:00; on 3 July 2025, a half day, to 13:00. Hong Kong trades 09:30 to 16:00.
  it.each([
    [
      'Nvidia published its results on Tuesday after the close.',
      { from: '2025-07-15T16:00:00-04:00', to: '2025-07-16T00:00:00-04:00' },
    ],
    [
      'Nvidia published its results on 3 July after the closing bell.',
      { from: '2025-07-03T13:00:00-04:00', to: '2025-07-04T00:00:00-04:00' },
    ],
    [
      'Nvidia published its results before the opening bell on Tuesday.',
      { from: '2025-07-15T00:00:00-04:00', to: '2025-07-15T09:30:00-04:00' },
    ],
    [
      'Tencent published its results on Tuesday before the market opened.',
      { from: '2025-07-15T00:00:00+08:00', to: '2025-07-15T09:30:00+08:00' },
    ],
    [
      'Beijing published the rules on Tuesday morning.',
      { from: '2025-07-15T06:00:00+08:00', to: '2025-07-15T12:00:00+08:00' },
    ],
    [
      'The White House published the rules late on Monday.',
      { from: '2025-07-14T18:00:00-04:00', to: '2025-07-15T00:00:00-04:00' },
    ],
  ])('is a part of the trading day of whom it is told of: %s', (sentence, time) => {
    expect(times(sentence)).toEqual([time]);
  });

  it('without a day belongs to the event told before, and makes its time exact', () => {
    expect(
      told(
        'The Commerce Department barred exports on Friday. It published the order at 4:15 p.m. in Washington.',
        '2025-10-11',
      ),
    ).toEqual([['on Friday … at 4:15 p.m. in Washington', { at: '2025-10-10T16:15:00-04:00' }, 'stated']]);
  });

  it('tells two events of one day apart', () => {
    expect(
      told(
        'The minister spoke on Friday before the open in New York. Later on Friday, after the close, he resigned.',
        '2025-10-11',
      ).map(([phrase]) => phrase),
    ).toEqual(['on Friday before the open in New York', 'Later on Friday, after the close']);
  });
});
