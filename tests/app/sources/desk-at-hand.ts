import { QueryClient } from '@tanstack/react-query';
import type { Instant } from '../../../src/core/units.ts';
import type { Reader } from '../../../src/app/reader.ts';
import { SourceMemory } from '../../../src/app/sources/source-memory.ts';
import { bundled, closesText, later, range, study } from '../../data/first-study.ts';

const KLINES: Readonly<Record<string, readonly [id: string, code: string]>> = {
  '100.NDX': ['IXIC', 'NDX'],
  '124.HSTECH': ['HSTECH', 'HSTECH'],
  '100.HSI': ['HSI', 'HSI'],
};

/** An answer of EastMoney with the bundled closes, some of them changed. */
export function eastmoneyAnswer(url: URL, changed: Readonly<Record<string, string>> = {}): Response {
  const known = KLINES[url.searchParams.get('secid') ?? ''];
  if (known === undefined) return Response.json({ rc: 100, data: null });
  const rows = bundled(known[0], range('2024-01-01', '2025-12-31'));
  const klines = rows.map(([session, written]) => {
    const close = changed[session] ?? written.toFixed(2);
    const open = (Number(close) - 1).toFixed(2);
    return `${session},${open},${close},${close},${open},0`;
  });
  return Response.json({ rc: 0, data: { code: known[1], name: known[0], klines } });
}

/** A reader's world: what `respond` gives for live sources, the study's own files, a clock that is set, and what was asked. */
export function worldOf(respond: (url: URL) => Response | Promise<Response>, proxy: string | null = null) {
  const asked: URL[] = [];
  const clock = { now: later };
  const reader: Reader = {
    language: 'en-GB',
    zone: 'Europe/Berlin',
    doubts: [],
    fetch: async (input) => {
      const url = new URL(input instanceof Request ? input.url : input.toString());
      if (url.host === 'site.example' && url.pathname.startsWith('/studies/')) {
        return new Response(closesText(/(\w+)\.csv$/.exec(url.pathname)?.[1] ?? ''));
      }
      asked.push(url);
      return respond(url);
    },
    now: () => clock.now as Instant,
    random: () => 0,
    pageStudy: study.id,
    studyUrl: () => 'https://site.example/studies/nvidia-h20/',
    findProxy: async () => proxy,
  };
  const client = new QueryClient();
  const memory = new SourceMemory();
  return { reader, client, memory, asked, clock, desk: { study, reader, memory, client } };
}
