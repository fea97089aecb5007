import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixed, json, type MockSource } from '../../mocks/mock-source.ts';
import { failureKinds } from '../../src/data/port/failure.ts';
import { adapters } from '../../src/data/port/registry.ts';
import { adapterConforms } from './conformance.ts';
import { exampleAdapter } from './example-adapter.ts';

const exampleSource: MockSource = {
  id: 'example',
  address: 'data.example/daily',
  read({ searchParams }) {
    if (searchParams.get('series') !== 'nasdaq-comp') return null;
    return { instrument: 'IXIC', from: searchParams.get('from') ?? '', to: searchParams.get('to') ?? '' };
  },
  answer: (rows) =>
    json({ series: 'nasdaq-comp', rows: rows.map(({ date, close }) => ({ d: date, c: fixed(close, '-') })) }),
  unknownSymbol: json({ error: 'no such series' }, 404),
  refused: json({ error: 'not today' }),
  wrongIndex: (rows) => json({ series: 'nasdaq-100', rows: rows.map(({ date, close }) => ({ d: date, c: close })) }),
};

adapterConforms({
  adapter: exampleAdapter,
  instrument: 'IXIC',
  symbol: 'nasdaq-comp',
  source: exampleSource,
  refused: { kind: 'refused', said: 'not today' },
});

describe('the page about adapters', () => {
  const page = readFileSync(new URL('../../docs/adapters.md', import.meta.url), 'utf8');

  it('shows the example as it is tested', () => {
    const code = readFileSync(new URL('example-adapter.ts', import.meta.url), 'utf8');
    expect(page).toContain(code.replaceAll('../../src/data/', '../').trim());
  });

  it('explains every kind of failure, and no other', () => {
    const listed = [...page.slice(page.indexOf('## Kinds of failure')).matchAll(/^\| `([a-z-]+)` \| .+ \|$/gm)].map(
      ([, kind]) => kind,
    );
    expect(listed).toEqual([...failureKinds]);
  });

  it('names every source', () => {
    for (const { id } of adapters) expect(page).toContain(`\`${id}\``);
  });
});
