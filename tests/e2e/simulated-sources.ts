import { readFileSync } from 'node:fs';
import type { Page, Route } from '@playwright/test';

const EASTMONEY = 'https://push2his.eastmoney.com/**';
const TENCENT = 'https://web.ifzq.gtimg.cn/**';
const CODES: Readonly<Record<string, readonly [id: string, code: string]>> = {
  '100.NDX': ['IXIC', 'NDX'],
  '124.HSTECH': ['HSTECH', 'HSTECH'],
  '100.HSI': ['HSI', 'HSI'],
};

/** What a test with simulated sources expects of a page: requests to them, and that the browser says which failed. */
export const SIMULATED = [/eastmoney\.com/, /gtimg\.cn/, /twelvedata\.com/, /Failed to load resource/];

/** What a source may do to a close: another figure, or null for a row that is left out. */
export type Change = (session: string, close: string) => string | null;

/** The bundled closes of an instrument: session and close. */
export function bundledRows(id: string): (readonly [session: string, close: string])[] {
  const path = new URL(`../../src/studies/nvidia-h20/closes/${id}.csv`, import.meta.url);
  const [header = [], ...rows] = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const close = header.indexOf('close');
  return rows.map((row) => [row[0] ?? '', row[close] ?? ''] as const);
}

/** EastMoney's answer with the bundled closes: `date,open,close,high,low,volume`. */
export function eastmoneyBody(route: Route, change: Change = (_, close) => close): string {
  const known = CODES[new URL(route.request().url()).searchParams.get('secid') ?? ''];
  if (known === undefined) return JSON.stringify({ rc: 100, data: null });
  const klines = bundledRows(known[0]).flatMap(([session, close]) => {
    const level = change(session, close);
    if (level === null) return [];
    // A made-up open a point below: equal figures all along would be taken for a filled-in past.
    const open = (Number(level) - 1).toFixed(2);
    return [`${session},${open},${level},${level},${open},0`];
  });
  return JSON.stringify({ rc: 0, data: { code: known[1], name: known[0], klines } });
}

/** Answers with a body of JSON that any page may read. */
export function sendJson(route: Route, body: string): Promise<void> {
  return route.fulfill({
    contentType: 'application/json',
    headers: { 'access-control-allow-origin': '*' },
    body,
  });
}

/** Stands in for the sources that pages call directly: EastMoney by `answer`, Tencent by a refusal. Gives what is asked of EastMoney. */
export async function simulateSources(page: Page, answer: (route: Route) => Promise<void>): Promise<readonly string[]> {
  const asked: string[] = [];
  await page.route(EASTMONEY, (route) => {
    asked.push(new URL(route.request().url()).searchParams.get('secid') ?? '');
    return answer(route);
  });
  await page.route(TENCENT, (route) =>
    route.fulfill({ status: 403, headers: { 'access-control-allow-origin': '*' }, body: 'not today' }),
  );
  return asked;
}
