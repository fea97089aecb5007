import { issueSentence } from '../../../src/words/en/series-issues.ts';
import { HttpResponse } from 'msw';
import { expect } from 'vitest';
import {
  ask,
  askFile,
  askWith,
  eastmoney,
  failureOf,
  rowsOf,
  seriesOf,
  TWO_CLOSES,
  TWO_ROWS,
  twoDays,
  type BadInput,
} from './ask.ts';

const question = { source: 'eastmoney', range: twoDays } as const;
const GOOD = JSON.stringify(eastmoney(TWO_ROWS));
const PAGE = '<!DOCTYPE html><html><head><title>Will be right back</title></head><body><h1>Sorry</h1></body></html>';
const CSV = 'observation_date,NASDAQCOM\n2025-07-14,20640.33\n2025-07-15,20677.80\n';

/** GBK bytes of 纳斯达克, by its code table: C4C9 CBB9 B4EF BFCB. */
const NAME_IN_GBK = new Uint8Array([0xc4, 0xc9, 0xcb, 0xb9, 0xb4, 0xef, 0xbf, 0xcb]);

function joined(...parts: readonly (string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    parts.flatMap((part) => [...(typeof part === 'string' ? new TextEncoder().encode(part) : part)]),
  );
}

export const transportCases: readonly BadInput[] = [
  {
    number: 1,
    title: 'a dropped connection is tried three times and ends as unreachable',
    check: async () => {
      const { result, urls, waits } = await askWith(question, () => HttpResponse.error());
      failureOf(result, 'unreachable');
      expect(urls).toHaveLength(3);
      // Without jitter: 800 ms and its double before the retries, each on top of a second's spacing.
      expect(waits).toEqual([800, 1000, 1600, 1000]);
    },
  },
  {
    number: 2,
    title: 'a browser’s refusal, which looks like being offline, is told as one of the possible reasons',
    check: async () => {
      const refusing = async (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));
      const { result } = await askWith({ ...question, env: { fetch: refusing } }, () => HttpResponse.error());
      const failure = failureOf(result, 'unreachable');
      expect(failure.sentence).toContain('a browser rule against calling it');
      expect(failure.said).toBe('Failed to fetch');
    },
  },
  {
    number: 3,
    title: 'an answer that does not come ends as timeout, without another attempt',
    check: async () => {
      let calls = 0;
      const silent: typeof globalThis.fetch = (_, init) => {
        calls++;
        return new Promise((_resolve, reject) => {
          if (init?.signal?.aborted === true) reject(new DOMException('too late', 'TimeoutError'));
        });
      };
      const timeoutSignal = () => AbortSignal.abort(new DOMException('too late', 'TimeoutError'));
      const { result } = await askWith({ ...question, env: { fetch: silent, timeoutSignal } }, () =>
        HttpResponse.error(),
      );
      failureOf(result, 'timeout');
      expect(calls).toBe(1);
    },
  },
  {
    number: 4,
    title: 'a request that is called off asks nobody any more',
    check: async () => {
      const { result, urls } = await askWith({ ...question, env: { signal: AbortSignal.abort() } }, () =>
        HttpResponse.error(),
      );
      failureOf(result, 'aborted');
      expect(urls).toEqual([]);
    },
  },
  {
    number: 5,
    title: 'a 429 without Retry-After is tried again with backoff and ends as rate-limited, in the source’s words',
    check: async () => {
      const { result, urls } = await askWith(
        question,
        () => new HttpResponse('Edge: Too Many Requests', { status: 429 }),
      );
      expect(failureOf(result, 'rate-limited').said).toBe('Edge: Too Many Requests');
      expect(urls).toHaveLength(3);
    },
  },
  {
    number: 6,
    title: 'Retry-After is kept, in seconds and as a date, and told where it is too long to wait',
    check: async () => {
      const answering = (header: string) => (_: URL, attempt: number) =>
        attempt === 1
          ? new HttpResponse('', { status: 429, headers: { 'retry-after': header } })
          : new HttpResponse(GOOD);
      const inSeconds = await askWith(question, answering('2'));
      expect(inSeconds.waits[0]).toBe(2000);
      expect(rowsOf(inSeconds.result)).toEqual(TWO_CLOSES);
      // The clock of the tests stands at 12:00:00.
      const asDate = await askWith(question, answering('Mon, 23 Nov 2026 12:00:07 GMT'));
      expect(asDate.waits[0]).toBe(7000);
      const long = await askWith(question, answering('3600'));
      const told = failureOf(long.result, 'rate-limited');
      expect(told.retryAfterSeconds).toBe(3600);
      expect(told.sentence).toMatch(/: it asks for a pause of 60 minutes\.$/);
      expect(long.urls).toHaveLength(1);
    },
  },
  {
    number: 7,
    title: 'a page with status 503 is tried again and ends as server-error',
    check: async () => {
      const { result, urls } = await askWith(question, () => new HttpResponse(PAGE, { status: 503 }));
      const failure = failureOf(result, 'server-error');
      expect(failure.sentence).toContain('status 503');
      expect(failure.said).toContain('Will be right back');
      expect(urls).toHaveLength(3);
      const headers = { 'retry-after': '100' };
      const asked = await askWith(question, () => new HttpResponse(PAGE, { status: 503, headers }));
      expect(failureOf(asked.result, 'server-error').sentence).toMatch(
        /status 503; it asks for a pause of 100 seconds\.$/,
      );
      expect(asked.urls).toHaveLength(1);
    },
  },
  {
    number: 8,
    title: 'a redirect to a consent page elsewhere ends as blocked, with the host that it led to',
    check: async () => {
      const { result } = await askWith({ source: 'yahoo' }, (url) =>
        url.host === 'consent.yahoo.com'
          ? new HttpResponse(PAGE, { headers: { 'content-type': 'text/html' } })
          : new HttpResponse(null, { status: 302, headers: { location: 'https://consent.yahoo.com/collect' } }),
      );
      expect(failureOf(result, 'blocked').sentence).toContain('consent.yahoo.com');
    },
  },
  {
    number: 9,
    title: 'a web page with status 200 ends as blocked, with its title',
    check: async () => {
      expect(failureOf(await ask(question, PAGE), 'blocked').said).toBe('Will be right back');
    },
  },
  {
    number: 10,
    title: 'an empty body with status 200 ends as malformed and says that it is empty',
    check: async () => {
      expect(failureOf(await ask(question, ''), 'malformed').sentence).toContain('its answer is empty');
    },
  },
  {
    number: 11,
    title: 'JSON that breaks off ends as malformed; of CSV the row that breaks off is left out and named',
    check: async () => {
      expect(failureOf(await ask(question, GOOD.slice(0, 70)), 'malformed').sentence).toContain('breaks off');
      // 20677.80 has lost its decimals.
      const cut = await ask({ source: 'fred', range: twoDays }, CSV.slice(0, -4));
      expect(rowsOf(cut)).toEqual(TWO_CLOSES.slice(0, 1));
      expect(seriesOf(cut).issues.map(issueSentence)).toContain(
        'The answer breaks off in the row of 2025-07-15: its figure has fewer decimals than the others, and it was left out.',
      );
      expect(rowsOf(await ask({ source: 'fred', range: twoDays }, CSV.trimEnd()))).toEqual(TWO_CLOSES);
    },
  },
  {
    number: 12,
    title: 'a wrong content type is not believed: JSON as text and CSV as octets are read, a ZIP archive is named',
    check: async () => {
      expect(rowsOf(await ask(question, GOOD, 200, 'text/plain'))).toEqual(TWO_CLOSES);
      const fred = { source: 'fred', range: twoDays };
      expect(rowsOf(await ask(fred, CSV, 200, 'application/octet-stream'))).toEqual(TWO_CLOSES);
      const zip = await askWith(
        fred,
        () => new HttpResponse(joined(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), 'rest')),
      );
      expect(failureOf(zip.result, 'malformed').sentence).toContain('ZIP archive');
    },
  },
  {
    number: 13,
    title: 'GBK bytes without a declared charset are read',
    check: async () => {
      const [before = '', after = ''] = GOOD.split('纳斯达克');
      const { result } = await askWith(question, () => new HttpResponse(joined(before, NAME_IN_GBK, after)));
      expect(rowsOf(result)).toEqual(TWO_CLOSES);
    },
  },
  {
    number: 14,
    title: 'a byte order mark changes nothing',
    check: async () => {
      const mark = new Uint8Array([0xef, 0xbb, 0xbf]);
      expect(rowsOf((await askWith(question, () => new HttpResponse(joined(mark, GOOD)))).result)).toEqual(TWO_CLOSES);
      expect(rowsOf(await askFile(`\uFEFF${CSV}`, 'IXIC', {}, twoDays))).toEqual(TWO_CLOSES);
    },
  },
  {
    number: 15,
    title: 'JSON inside a call or an assignment is taken out, with and without a semicolon, and never run',
    check: async () => {
      for (const body of [
        `cb_1(${GOOD});`,
        `cb_1(${GOOD})`,
        `var v_x=${GOOD};`,
        `v_x = ${GOOD}`,
        `/**/jQuery.cb(${GOOD});`,
      ]) {
        expect(rowsOf(await ask(question, body))).toEqual(TWO_CLOSES);
      }
      expect(seriesOf(await ask(question, `cb(${GOOD});`)).provenance.source).toBe('eastmoney');
      failureOf(await ask(question, 'alert(1)//'), 'malformed');
    },
  },
];
