import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sessionDate } from '../../../src/core/units.ts';
import { readUrl, writeUrl } from '../../../src/chart/view/url.ts';
import {
  AROUND,
  type Base,
  CHART_KINDS,
  defaultView,
  MODELS,
  type Range,
  RETURNS,
  SCALES,
  THEMES,
  type View,
} from '../../../src/chart/view/view.ts';
import { nvidia } from '../study-of.ts';

const { study } = nvidia;

const session = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2029-12-31T00:00:00Z'), noInvalidDate: true })
  .map((day) => sessionDate(day.toISOString().slice(0, 10)));
const range: fc.Arbitrary<Range> = fc.oneof(
  fc.constantFrom(...AROUND).map((sessions) => ({ kind: 'around' as const, sessions })),
  fc.constant({ kind: 'year' as const }),
  fc.constant({ kind: 'all' as const }),
  fc.tuple(session, session).map(([a, b]) => ({ kind: 'between' as const, from: a < b ? a : b, to: a < b ? b : a })),
);
const eventIds = study.events.map(({ id }) => id);
const base: fc.Arbitrary<Base> = fc.oneof(
  fc.constantFrom(...eventIds).map((event) => ({ kind: 'event' as const, event })),
  session.map((date) => ({ kind: 'session' as const, session: date })),
);
const choices: fc.Arbitrary<Partial<View>> = fc.record(
  {
    chart: fc.constantFrom(...CHART_KINDS),
    instruments: fc.shuffledSubarray(
      study.instruments.map(({ id }) => id),
      { minLength: 1 },
    ),
    base,
    range,
    scale: fc.constantFrom(...SCALES),
    event: fc.constantFrom(null, ...eventIds, ...study.confounders.map(({ id }) => id)),
    theme: fc.constantFrom(...THEMES),
    source: fc.constantFrom('snapshot', 'eastmoney', 'twelve-data'),
    model: fc.constantFrom(...MODELS),
    returns: fc.constantFrom(...RETURNS),
  },
  { requiredKeys: [] },
);

describe('the address of a view', () => {
  it('holds the whole view: reading it gives the same view again, without a problem', () => {
    fc.assert(
      fc.property(choices, (change) => {
        const view = { ...defaultView(study), ...change };
        expect(readUrl(writeUrl(view, study), study)).toEqual({ view, problems: [] });
      }),
    );
  });

  it('is empty for the default view and names nothing that is at its default', () => {
    expect(writeUrl(defaultView(study), study)).toBe('');
    fc.assert(
      fc.property(choices, (change) => {
        const view = { ...defaultView(study), ...change };
        const named = [...new URLSearchParams(writeUrl(view, study)).keys()];
        const changed = Object.keys(view).filter(
          (key) => JSON.stringify(view[key as keyof View]) !== JSON.stringify(defaultView(study)[key as keyof View]),
        );
        expect(named).toHaveLength(changed.length);
      }),
    );
  });

  it('does not depend on the order in which choices were made', () => {
    fc.assert(
      fc.property(choices, (change) => {
        const query = writeUrl({ ...defaultView(study), ...change }, study);
        const shuffled = query.split('&').toReversed().join('&');
        expect(writeUrl(readUrl(shuffled, study).view, study)).toBe(query);
      }),
    );
  });

  it('is total: any text gives a view, and what it cannot use is said and left at its default', () => {
    const names = ['study', 'chart', 'show', 'base', 'range', 'scale', 'event', 'theme', 'source', 'window', 'model'];
    const nonsense = fc
      .array(fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), fc.string({ unit: 'grapheme' })))
      .map((pairs) => new URLSearchParams(pairs).toString());
    fc.assert(
      fc.property(fc.oneof(nonsense, fc.string()), (query) => {
        const { view, problems } = readUrl(query, study);
        for (const { sentence, parameter } of problems) {
          expect(sentence).toContain(`${parameter}=`);
          expect(sentence).toMatch(/expected .+\./);
        }
        expect(readUrl(writeUrl(view, study), study)).toEqual({ view, problems: [] });
      }),
    );
  });

  it('says of a value that is not known what it is, where, and what was expected', () => {
    const { view, problems } = readUrl('range=99&base=2025-02-30', study);
    expect(view).toEqual(defaultView(study));
    expect(problems.map(({ sentence }) => sentence)).toEqual([
      'The address asks for base=2025-02-30, which is not known here; expected a session such as 2025-07-14, or one of restriction, announcement, speech. The default is shown instead.',
      'The address asks for range=99, which is not known here; expected 5, 10, 20, 60, 1y, all, or two dates such as 2025-06-02..2025-07-31. The default is shown instead.',
    ]);
  });

  it('leaves parameters of others alone', () => {
    expect(readUrl('utm_source=wiki&key=secret', study)).toEqual({ view: defaultView(study), problems: [] });
  });
});
