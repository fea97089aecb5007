import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOneSentence } from '../../src/data/study/study-contradictions.ts';
import { parseStudy, type ParsedStudy } from '../../src/data/study/study-schema.ts';
import { firstStudyJson, study } from './first-study.ts';

type Json = Record<string, unknown>;

/** The first study's file with one thing changed; `path` walks objects and lists. */
function changed(path: readonly (string | number)[], value: unknown): Json {
  const root: Json = firstStudyJson();
  let place: unknown = root;
  for (const key of path.slice(0, -1)) place = (place as Record<string | number, unknown>)[key];
  const last = path.at(-1) ?? '';
  const target = place as Record<string | number, unknown>;
  if (value === undefined) delete target[last];
  else target[last] = value;
  return root;
}

function messages(result: ParsedStudy): readonly string[] {
  return result.kind === 'study' ? [] : result.problems.map(({ path, message }) => `${path} | ${message}`);
}

const problemsOf = (path: readonly (string | number)[], value: unknown): string =>
  messages(parseStudy(changed(path, value))).join('\n');

describe('a study file', () => {
  it('becomes a study, its times by their form', () => {
    expect(study.events.map(({ time }) => time.kind)).toEqual(['span', 'span', 'span']);
    // 15 July 2025, 00:00 UTC = 1752537600 s.
    expect(study.events[1]?.time).toEqual({ kind: 'span', from: 1_752_537_600_000, to: 1_752_556_200_000 });
    expect(study.confounders[0]?.time).toEqual({ kind: 'instant', at: Date.UTC(2025, 6, 15, 2) });
    const dated = parseStudy(changed(['confounders', 0, 'time'], { date: '2025-07-15' }));
    expect(dated.kind === 'study' && dated.study.confounders[0]?.time).toEqual({ kind: 'date', date: '2025-07-15' });
  });

  it.each([
    ['a missing field', ['title'], undefined, 'title | title is missing'],
    ['a field that nobody knows', ['titel'], 'x', 'titel | titel is not a field that a study knows'],
    [
      'an empty text',
      ['article', 'outlet'],
      '  ',
      'article.outlet | article.outlet is "  "; expected a text that is not empty',
    ],
    [
      'an unknown exchange',
      ['instruments', 0, 'exchange'],
      'NYSE',
      'instruments[0].exchange is "NYSE"; expected one of "XNAS", "XNYS"',
    ],
    [
      'a time without an offset',
      ['events', 1, 'time'],
      { at: '2025-07-15T10:00:00' },
      'events[1].time.at is "2025-07-15T10:00:00"; expected a time of a real date with its offset',
    ],
    [
      'two forms of time at once',
      ['events', 1, 'time'],
      { at: '2025-07-15T10:00:00Z', date: '2025-07-15' },
      'expected exactly one of { "at": time }',
    ],
    ['half a span', ['events', 1, 'time'], { from: '2025-07-15T10:00:00Z' }, 'expected exactly one of { "at": time }'],
    ['no time', ['events', 1, 'time'], {}, 'expected exactly one of { "at": time }'],
    [
      'a day that does not exist',
      ['snapshot', 'retrieved'],
      '2026-02-30',
      'snapshot.retrieved is "2026-02-30"; expected a real date',
    ],
    ['an unknown zone', ['events', 0, 'zone'], 'Asia/Peking City', 'expected the IANA name of a time zone'],
    [
      'an address that is none',
      ['article', 'url'],
      'javascript:alert(1)',
      'expected an address that starts with https://',
    ],
    ['an unknown kind of check', ['claims', 0, 'check', 'kind'], 'always', 'expected an object with a "kind" of'],
    ['a number in quotes', ['claims', 3, 'check', 'level'], '4000', 'expected a number without quotes'],
    ['a level of zero', ['claims', 3, 'check', 'level'], 0, 'expected a number above zero'],
    ['an id with a space', ['id'], 'nvidia h20', 'expected lower-case letters, digits and single hyphens'],
  ])('with %s is refused by name, value, expectation and remedy', (_, path, value, told) => {
    expect(problemsOf(path, value)).toContain(told);
  });

  it.each([
    [
      'a centre that is no event',
      ['centre'],
      'launch',
      'centre is "launch"; expected the id of an event of this study: restriction, announcement, speech',
    ],
    ['a claim on an unknown event', ['claims', 0, 'check', 'event'], 'launch', 'claims[0].check.event is "launch"'],
    [
      'a claim on an unknown instrument',
      ['claims', 0, 'check', 'instrument'],
      'NDX',
      'claims[0].check.instrument is "NDX"; expected an instrument',
    ],
    [
      'a claim on a list with an unknown one',
      ['claims', 2, 'check', 'instruments'],
      ['IXIC', 'NDX'],
      'claims[2].check.instruments is "NDX"',
    ],
    ['a window the wrong way round', ['claims', 2, 'check', 'window'], [1, 0], 'claims[2].check.window is [1, 0]'],
    ['an unknown benchmark', ['instruments', 0, 'benchmark'], 'DJI', 'instruments[0].benchmark is "DJI"'],
    ['an instrument that is its own benchmark', ['instruments', 0, 'benchmark'], 'IXIC', 'the instrument itself'],
    ['an unknown default instrument', ['defaultInstruments'], ['IXIC', 'DJI'], 'defaultInstruments[1] is "DJI"'],
    [
      'an instrument listed twice by default',
      ['defaultInstruments'],
      ['IXIC', 'IXIC'],
      'defaultInstruments[1] is "IXIC", which is in the list already',
    ],
    [
      'two events of one id',
      ['events', 2, 'id'],
      'announcement',
      'events[2].id is "announcement", which an earlier entry has already',
    ],
    ['a confounder with an event’s id', ['confounders', 0, 'id'], 'speech', 'confounders[0].id is "speech"'],
    [
      'a span that ends before it begins',
      ['events', 1, 'time'],
      { from: '2025-07-15T05:00:00Z', to: '2025-07-15T04:00:00Z' },
      'not after its start',
    ],
    [
      'an event outside of the data',
      ['events', 1, 'time'],
      { at: '2031-07-15T05:00:00Z' },
      'events[1].time begins on 2031-07-15, outside of the data',
    ],
    [
      'a confounder outside of the data',
      ['confounders', 1, 'time'],
      { at: '2023-07-15T12:30:00Z' },
      'confounders[1].time begins on 2023-07-15, outside of the data',
    ],
    [
      'a highest close before the data that is one of them',
      ['instruments', 0, 'highestCloseBefore', 'session'],
      '2024-07-01',
      'instruments[0].highestCloseBefore.session is 2024-07-01; expected a date before snapshot.from, 2024-07-01.',
    ],
    [
      'a claim on one instrument twice',
      ['claims', 2, 'check', 'instruments'],
      ['IXIC', 'IXIC'],
      'claims[2].check.instruments holds "IXIC" twice',
    ],
    ['a window of three sessions', ['claims', 2, 'check', 'window'], [0, 1, 2], 'claims[2].check.window[2] is 2'],
    [
      'a quote of two sentences',
      ['events', 0, 'quote'],
      'It fell. Then it rose.',
      'events[0].quote is more than one sentence',
    ],
    ['a quote that is too long', ['claims', 0, 'quote'], 'word '.repeat(70), 'claims[0].quote has 350 characters'],
    [
      'a shock the wrong way round',
      ['shocks', 0, 'from'],
      '2025-05-01',
      'shocks[0] runs from 2025-05-01 to 2025-04-09',
    ],
    [
      'no origin of an instrument’s closes',
      ['snapshot', 'series', 'NVDA'],
      undefined,
      'snapshot.series.NVDA is missing',
    ],
    [
      'an origin of closes that belong to nothing',
      ['snapshot', 'series', 'DJI'],
      { source: 'x', symbol: 'y' },
      'snapshot.series.DJI is "DJI"',
    ],
  ])('with %s is refused', (_, path, value, told) => {
    expect(problemsOf(path, value)).toContain(told);
  });

  it('tells all its problems at once', () => {
    const root = changed(['title'], undefined);
    root['language'] = 7;
    expect(messages(parseStudy(root))).toHaveLength(2);
  });

  it('is never more than refused, whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.anything()), (value) => {
        const result = parseStudy(value);
        expect(result.kind).toBe('invalid');
        for (const message of messages(result)) expect(message).toMatch(/\.$/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a quote', () => {
  it.each([
    'The U.S. government has assured Nvidia that licenses will be granted',
    'Mr. Huang said that it rose 2.8 per cent',
    'now valued at over $4 trillion.',
    'Nvidia Corp. Chief Executive Jensen Huang spoke',
    '英伟达将恢复销售。',
  ])('of one sentence is taken: %s', (quote) => {
    expect(isOneSentence(quote)).toBe(true);
  });

  it.each([
    'It fell. Then it rose.',
    'Did it fall? “It rose,” he said.',
    '英伟达将恢复销售。股价上涨。',
    'It rose 4 %. Others fell.',
  ])('of two sentences is refused: %s', (quote) => {
    expect(isOneSentence(quote)).toBe(false);
  });
});
