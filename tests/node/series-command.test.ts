import { readFile as readText } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/node/commands/series.ts';
import { runCommand, startLocalSource, type LocalSource } from './commands-source.ts';

const EASTMONEY = '/api/qt/stock/kline/get';
let local: LocalSource;

beforeEach(async () => {
  local = await startLocalSource({
    [EASTMONEY]: JSON.stringify({
      rc: 0,
      data: {
        code: 'HSTECH',
        name: '恒生科技指数',
        klines: ['2025-07-14,5250.00,5283.50,5300.00,5240.00,1000', '2025-07-15,5320.10,5431.29,5440.00,5300.00,2000'],
      },
    }),
  });
});
afterEach(() => local.close());

const series = (...args: string[]) => runCommand(run, args);
const window = ['--from', '2025-07-14', '--to', '2025-07-15'];
const hstech = ['--source', 'eastmoney', '--instrument', 'HSTECH', ...window];

describe('the command series', () => {
  it('prints the rows of a source as CSV', async () => {
    const { code, out, err } = await series(...hstech, '--base-url', local.origin);
    expect(err).toBe('');
    expect(out).toBe(
      'session,open,high,low,close,volume\n2025-07-14,5250,5300,5240,5283.5,1000\n2025-07-15,5320.1,5440,5300,5431.29,2000\n',
    );
    expect(code).toBe(0);
  });

  it('keeps path and query of the source under another scheme and host', async () => {
    await series(...hstech, '--base-url', `${local.origin}/`);
    expect(local.asked[0]).toMatch(
      /^\/api\/qt\/stock\/kline\/get\?secid=124\.HSTECH&klt=101&fqt=0&beg=20250714&end=20250715&/,
    );
  });

  it('adds provenance and issues in JSON', async () => {
    const { code, out } = await series(...hstech, '--base-url', local.origin, '--format', 'json');
    const told = JSON.parse(out);
    expect(code).toBe(0);
    expect(told.rows[1]).toEqual({
      session: '2025-07-15',
      open: 5320.1,
      high: 5440,
      low: 5300,
      close: 5431.29,
      volume: 2000,
    });
    expect(told.provenance).toMatchObject({ source: 'eastmoney', symbol: '124.HSTECH', zone: 'Asia/Hong_Kong' });
    expect(told.issues).toEqual([]);
  });

  it.each([
    ['tencent', 'IXIC', '20677.8'],
    ['tencent', 'HSTECH', '5431.29'],
    ['twelve-data', 'IXIC', '20677.8'],
    ['fred', 'IXIC', '20677.8'],
    ['fred', 'SPX', '6243.76'],
    ['hsi', 'HSTECH', '5431.29'],
    ['nasdaq', 'IXIC', '20677.8'],
    ['yahoo', 'IXIC', '20677.8'],
    ['yahoo', 'NVDA', '170.7'],
  ])('reads %s for %s', async (source, instrument, close) => {
    const args = ['--source', source, '--instrument', instrument, ...window, '--base-url', local.origin];
    const { code, out, err } = await runCommand(run, [...args, '--key-env', 'MY_KEY'], { env: { MY_KEY: 'k1' } });
    expect(err).toBe('');
    expect(code).toBe(0);
    const rows = out
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    expect(rows.map(([session]) => session)).toEqual(['session', '2025-07-14', '2025-07-15']);
    expect(rows[2]?.[4]).toBe(close);
  });

  it('ends with 3 and one line "kind: sentence" when the source fails', async () => {
    const { code, out, err } = await series(
      '--source',
      'nasdaq',
      '--instrument',
      'NVDA',
      ...window,
      '--base-url',
      local.origin,
    );
    expect([code, out]).toEqual([3, '']);
    expect(err).toBe('not-covered: Nasdaq.com does not cover Nvidia; choose another source for it.\n');
    const other = await series(...hstech, '--base-url', `${local.origin}/elsewhere`);
    expect(other.code).toBe(3);
    expect(other.err).toMatch(/^unknown-symbol: [^\n]+ \(it said: unknown here\)\n$/);
  });

  it('ends with 4 for issues only when it is strict, and prints the rows all the same', async () => {
    const wide = [
      '--source',
      'eastmoney',
      '--instrument',
      'HSTECH',
      '--from',
      '2025-07-14',
      '--to',
      '2025-07-16',
      '--base-url',
      local.origin,
    ];
    const lax = await series(...wide);
    const strict = await series(...wide, '--strict');
    expect([lax.code, strict.code]).toEqual([0, 4]);
    expect(strict.out).toBe(lax.out);
    expect(strict.err).toMatch(/^truncated: The rows end on 2025-07-15/);
  });

  it('never prints a key', async () => {
    const secret = 'topsecret0123456789';
    const args = [
      '--source',
      'twelve-data',
      '--instrument',
      'IXIC',
      ...window,
      '--base-url',
      `${local.origin}/elsewhere`,
    ];
    const { code, out, err } = await runCommand(run, [...args, '--key-env', 'K'], { env: { K: secret } });
    expect(code).toBe(3);
    expect(local.asked[0]).toContain(secret);
    expect(out + err).not.toContain(secret);
  });

  it('reads a file, and asks with a flag for what the file leaves open', async () => {
    const readFile = async (path: string) => {
      if (path !== 'mine.csv') return (await import('node:fs/promises')).readFile(path, 'utf8');
      return 'date,close\n03/05/2019,20418.46\n03/07/2019,20611.34\n';
    };
    const args = [
      '--source',
      'file',
      '--file',
      'mine.csv',
      '--instrument',
      'IXIC',
      '--from',
      '2019-03-05',
      '--to',
      '2019-03-07',
    ];
    const open = await runCommand(run, args, { readFile });
    expect(open.code).toBe(2);
    expect(open.err).toContain('is 03/05/2019 5 March 2019 or 3 May 2019?');
    expect(open.err).toContain('--date-order month-day-year or --date-order day-month-year');
    const told = await runCommand(run, [...args, '--date-order', 'month-day-year'], { readFile });
    expect(told.out).toBe('session,open,high,low,close,volume\n2019-03-05,,,,20418.46,\n2019-03-07,,,,20611.34,\n');
  });

  it.each([
    ['9', 'mine.csv has 3 columns, and the closes were looked for in column 9.'],
    ['1', 'In mine.csv column 1 holds the dates, not the closes.'],
  ])('says that a file has no closes in column %s', async (column, told) => {
    const readFile = async (path: string) =>
      path === 'mine.csv' ? 'date,A,B\n2025-07-14,1,2\n2025-07-15,3,4\n' : readText(path, 'utf8');
    const file = ['--source', 'file', '--file', 'mine.csv', '--instrument', 'IXIC', ...window];
    const { code, out, err } = await runCommand(run, [...file, '--close-column', column], { readFile });
    expect([code, out]).toEqual([3, '']);
    expect(err).toBe(`malformed: ${told}\n`);
  });

  it.each([
    ['no source', ['--instrument', 'IXIC', ...window], '--source is missing'],
    ['an unknown source', ['--source', 'bloomberg', '--instrument', 'IXIC', ...window], '--source is "bloomberg"'],
    ['no instrument', ['--source', 'fred', ...window], '--instrument is missing'],
    ['an unknown instrument', ['--source', 'fred', '--instrument', 'DJI', ...window], '--instrument is "DJI"'],
    [
      'an impossible date',
      ['--source', 'fred', '--instrument', 'IXIC', '--from', '2025-02-30', '--to', '2025-03-01'],
      '--from is "2025-02-30"',
    ],
    [
      'dates the wrong way round',
      ['--source', 'fred', '--instrument', 'IXIC', '--from', '2025-07-15', '--to', '2025-07-14'],
      'exchange the two',
    ],
    ['an unknown option', ['--sauce', 'fred'], '--sauce'],
    ['a format of its own', [...hstech, '--format', 'xml'], '--format is "xml"; expected csv or json'],
    ['an address that is none', [...hstech, '--base-url', 'mirror'], '--base-url is "mirror"'],
    ['a mirror with a password', [...hstech, '--base-url', 'http://u:p@mirror.example/'], 'without user name or query'],
    [
      'a date that no exchange has planned',
      ['--source', 'fred', '--instrument', 'IXIC', '--from', '2025-07-15', '--to', '9999-12-31'],
      '--to is "9999-12-31"; expected a date before 2200',
    ],
    ['a key that is not set', [...hstech, '--key-env', 'NOT_SET'], 'NOT_SET, which is not set'],
    ['a file without a path', ['--source', 'file', '--instrument', 'IXIC', ...window], 'needs --file PATH'],
    [
      'a file that is not there',
      ['--source', 'file', '--file', 'nowhere.csv', '--instrument', 'IXIC', ...window],
      'nowhere.csv cannot be read',
    ],
  ])('ends with 2 for %s', async (_, args, told) => {
    const { code, out, err } = await series(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(told);
  });
});
