import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { server, type BadInput } from './bad-inputs/ask.ts';
import { dateCases } from './bad-inputs/dates.ts';
import { eventCases, identityCases } from './bad-inputs/identity.ts';
import { refusalCases } from './bad-inputs/refusals.ts';
import { seriesCases } from './bad-inputs/series.ts';
import { structureCases } from './bad-inputs/structure.ts';
import { transportCases } from './bad-inputs/transport.ts';
import { valueCases } from './bad-inputs/values.ts';

/** The bad inputs that sources are known to send, by the numbers under which they are described in docs/sources.md. */
const groups: Readonly<Record<string, readonly BadInput[]>> = {
  'the transport': transportCases,
  'an error with status 200': refusalCases,
  'the structure of an answer': structureCases,
  values: valueCases,
  'dates and times': dateCases,
  'a series': seriesCases,
  identity: identityCases,
  'event studies': eventCases,
};

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());

describe.each(Object.entries(groups))('bad inputs of %s', (_, cases) => {
  it.each(cases.map((entry) => [entry.number, entry.title, entry] as const))(
    '%i: %s',
    async (_number, _title, entry) => {
      if ('check' in entry) await entry.check();
      else expect(entry.why).toMatch(/\.$/);
    },
  );
});

describe('the list of bad inputs', () => {
  it('has 83 entries, each once, none without a case', () => {
    const numbers = Object.values(groups).flatMap((cases) => cases.map(({ number }) => number));
    expect(numbers).toEqual(Array.from({ length: 83 }, (_, index) => index + 1));
  });
});
