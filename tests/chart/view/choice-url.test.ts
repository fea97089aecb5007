import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChoice, readRange, writeRange } from '../../../src/chart/view/choice-url.ts';
import { AROUND, type Range } from '../../../src/chart/view/view.ts';
import { sessionDate } from '../../../src/core/units.ts';
import { nvidia, sceneWith } from '../study-of.ts';

const { choice, events } = sceneWith(nvidia);
const read = (query: string) => readChoice(query, choice, events);

describe('what an address asks of the drawing that stands', () => {
  it('is its range, base and scale', () => {
    expect(read('?range=60&base=speech&scale=percent')).toEqual({
      range: { kind: 'around', sessions: 60 },
      base: { kind: 'event', event: 'speech' },
      scale: 'percent',
    });
    expect(read('?range=2025-06-02..2025-07-31&base=2025-07-04')).toMatchObject({
      range: { kind: 'between', from: '2025-06-02', to: '2025-07-31' },
      base: { kind: 'session', session: '2025-07-04' },
    });
  });

  it('is what stands where it cannot be used: no event of the article, an impossible date, levels, an end before a start', () => {
    const confounder = events.find(({ number }) => number === null)?.id;
    expect(confounder).toBeDefined();
    for (const query of [
      '',
      '?range=99',
      '?range=2025-02-30..2025-03-01',
      '?range=2025-07-31..2025-06-02',
      '?range=2025-06-02..2025-06-03..2025-06-04',
      `?base=${confounder}`,
      '?base=2025-02-30',
      '?scale=points',
      '?event=speech&theme=dark',
    ]) {
      expect(read(query), query).toEqual(choice);
    }
  });

  it('is a choice for any text whatever', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('%', '%zz', '=', '&', '..', '1y'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('range', 'base', 'scale', 'x'), text)), (pairs) => {
        const found = read(`?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`);
        expect(Object.keys(found).toSorted()).toEqual(['base', 'range', 'scale']);
        expect(['index', 'percent']).toContain(found.scale);
        expect(['around', 'year', 'all', 'between']).toContain(found.range.kind);
      }),
    );
  });
});

describe('a range in an address', () => {
  it('is read as it was written', () => {
    const ranges: Range[] = [
      ...AROUND.map((sessions): Range => ({ kind: 'around', sessions })),
      { kind: 'year' },
      { kind: 'all' },
      { kind: 'between', from: sessionDate('2025-06-02'), to: sessionDate('2025-06-02') },
    ];
    for (const range of ranges) expect(readRange(writeRange(range))).toEqual(range);
  });
});
