import { expect } from 'vitest';
import { ask, askFile, failureOf, KEY, type BadInput } from './ask.ts';

const twelve = { source: 'twelve-data' } as const;
const error = (code: number, message: string) => ({ code, message, status: 'error' });

export const refusalCases: readonly BadInput[] = [
  {
    number: 16,
    title: 'Alpha Vantage’s notices in place of a file are told in their own words',
    check: async () => {
      const quota = { Information: 'We have detected your rate: the standard limit is 25 requests per day.' };
      expect(failureOf(await askFile(JSON.stringify(quota)), 'quota').said).toContain('25 requests per day');
      const unknown = { 'Error Message': 'Invalid API call. Please retry or visit the documentation.' };
      expect(failureOf(await askFile(JSON.stringify(unknown)), 'malformed').said).toContain('Invalid API call');
    },
  },
  {
    number: 17,
    title: 'Twelve Data’s error with status 200 is a failure, whatever the status of the answer',
    check: async () => {
      const minute = await ask(twelve, error(429, 'You have run out of API credits for the current minute.'));
      expect(failureOf(minute, 'rate-limited').said).toContain('current minute');
      failureOf(await ask(twelve, error(429, 'You have run out of API credits for the day.')), 'quota');
      const day = 'You have run out of API credits for the day.';
      expect(failureOf(await ask(twelve, error(429, day), 429), 'quota').said).toBe(day);
      failureOf(await ask(twelve, error(401, '**apikey** parameter is incorrect or not specified.')), 'key-refused');
      failureOf(await ask(twelve, error(404, '**symbol** not found: IXIC.'), 404), 'unknown-symbol');
      failureOf(await ask(twelve, error(400, 'No data is available on the specified dates.')), 'empty');
    },
  },
  {
    number: 18,
    title: 'Nasdaq.com’s rCode 400 with status 200 is an unknown symbol, in its words',
    check: async () => {
      const status = { rCode: 400, bCodeMessage: [{ code: 1001, errorMessage: 'Symbol not exists.' }] };
      const result = await ask({ source: 'nasdaq' }, { data: null, message: null, status });
      expect(failureOf(result, 'unknown-symbol').said).toBe('Symbol not exists.');
    },
  },
  {
    number: 19,
    title: 'Stooq’s notices in place of a file are told for what they are',
    check: async () => {
      failureOf(await askFile('Exceeded the daily hits limit'), 'quota');
      failureOf(await askFile('No data'), 'empty');
      failureOf(await askFile('N/D\r\n'), 'empty');
      failureOf(await askFile('Get your apikey: visit the page'), 'key-missing');
      const page = failureOf(await askFile('<html><head><title>Verify</title></head></html>'), 'malformed');
      expect(page.sentence).toBe('The file is a web page: open it in a spreadsheet and save the table as CSV.');
      failureOf(await askFile(''), 'malformed');
    },
  },
  {
    number: 20,
    title: 'EastMoney’s codes 100 and 102 and its null data are told apart from an empty window',
    check: async () => {
      const source = { source: 'eastmoney' };
      failureOf(await ask(source, { rc: 100, data: null }), 'unknown-symbol');
      failureOf(await ask(source, { rc: 0, data: null }), 'unknown-symbol');
      failureOf(await ask(source, { rc: 102, data: null }), 'refused');
      failureOf(await ask(source, { rc: 0, data: { code: 'NDX', name: '纳斯达克', klines: [] } }), 'empty');
    },
  },
  {
    number: 21,
    title: 'Finnhub’s no_data in place of a file is quoted',
    check: async () => {
      expect(failureOf(await askFile('{"s":"no_data"}'), 'malformed').said).toBe('{"s":"no_data"}');
    },
  },
  {
    number: 22,
    title: 'Tiingo’s plain text about its allowance in place of a file is a quota',
    check: async () => {
      const text = 'Error: You have run over your hourly request allocation.';
      expect(failureOf(await askFile(text), 'quota').said).toBe(text);
    },
  },
  {
    number: 23,
    title: 'a key that is echoed in an error is replaced before anybody sees it',
    check: async () => {
      const failure = failureOf(
        await ask(twelve, error(401, `apikey ${KEY} is wrong; see ?apikey=${KEY}.`)),
        'key-refused',
      );
      expect(JSON.stringify(failure)).not.toContain(KEY);
      expect(failure.said).toBe('apikey [key] is wrong; see ?apikey=[key].');
      const foreign = JSON.stringify({
        Information: 'We have detected your API key as Q7ABCD12EFGH34 and 25 requests per day.',
      });
      expect(failureOf(await askFile(foreign), 'quota').said).toContain('API key as [key] and');
    },
  },
  {
    number: 24,
    title: 'what a plan leaves out is not told as an unknown symbol',
    check: async () => {
      const said = 'This symbol is available starting with the Pro plan. Consider upgrading.';
      failureOf(await ask(twelve, error(403, said)), 'plan');
      failureOf(await ask(twelve, error(404, said)), 'plan');
    },
  },
];
