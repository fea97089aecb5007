import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseStudy } from '../../src/data/study/study-schema.ts';
import { run } from '../../src/node/commands/snapshot.ts';
import { runCommand, startLocalSource, type LocalSource } from './commands-source.ts';

const FOLDER = new URL('../../src/studies/nvidia-h20/', import.meta.url);
const SOURCES = ['IXIC=fred', 'HSTECH=hsi', 'SPX=fred', 'HSI=file', 'NVDA=yahoo'].flatMap((pair) => ['--source', pair]);
const OPENS = ['IXIC=yahoo', 'SPX=yahoo', 'HSTECH=eastmoney'].flatMap((pair) => ['--opens', pair]);
const HSI_FILE = ['--file', `HSI=${new URL('closes/HSI.csv', FOLDER).pathname}`];

let local: LocalSource;
beforeEach(async () => {
  local = await startLocalSource();
});
afterEach(() => local.close());

const snapshot = (...args: string[]) => runCommand(run, ['nvidia-h20', ...args, '--base-url', local.origin]);

describe('the command snapshot', () => {
  it('writes every series and the study anew, from a source per instrument', async () => {
    const { code, err, files } = await snapshot(...SOURCES, ...OPENS, ...HSI_FILE);
    expect(err).toBe('');
    expect(code).toBe(0);
    const written = new Map([...files].map(([path, text]) => [path.slice(path.indexOf('nvidia-h20/') + 11), text]));
    expect([...written.keys()].toSorted()).toEqual([
      'closes/HSI.csv',
      'closes/HSTECH.csv',
      'closes/IXIC.csv',
      'closes/NVDA.csv',
      'closes/SPX.csv',
      'study.json',
    ]);
    for (const id of ['IXIC', 'HSTECH', 'SPX', 'HSI', 'NVDA']) {
      const before = readFileSync(new URL(`closes/${id}.csv`, FOLDER), 'utf8');
      // The bundled rows of HSTECH are of a source without volumes; the one that is asked here has them.
      const rows = (written.get(`closes/${id}.csv`) ?? '').trim().split('\n');
      const now = id === 'HSTECH' ? rows.map((row) => row.replace(/,[^,]*$/, '')) : rows;
      expect(`${now.join('\n')}\n`).toBe(before);
    }
    const study = parseStudy(JSON.parse(written.get('study.json') ?? ''));
    expect(study.kind === 'study' && study.study.snapshot.retrieved).toBe('2026-11-23');
    expect(study.kind === 'study' && study.study.snapshot.series['NVDA']?.source).toMatch(/^Yahoo Finance, an unof/);
    expect(study.kind === 'study' && study.study.snapshot.series['IXIC']?.opens).toMatchObject({
      symbol: '^IXIC',
      retrieved: '2026-11-23',
      differ: [],
    });
    expect(study.kind === 'study' && study.study.snapshot.series['NVDA']?.opens).toBeUndefined();
  });

  it('writes nothing when one series has a hole', async () => {
    const rows = readFileSync(new URL('closes/HSI.csv', FOLDER), 'utf8')
      .split('\n')
      .filter((line) => !line.startsWith('2025-07-15'));
    const readFile = async (path: string) => (path === 'hole.csv' ? rows.join('\n') : readFileSync(path, 'utf8'));
    const args = ['nvidia-h20', ...SOURCES, '--file', 'HSI=hole.csv', '--base-url', local.origin];
    const { code, err, files } = await runCommand(run, args, { readFile });
    expect(code).toBe(3);
    expect(err).toContain('HSI hole: No row for 2025-07-15');
    expect(err).toContain('Nothing was written');
    expect(files.size).toBe(0);
  });

  it('writes nothing when one source does not cover its instrument', async () => {
    const args = SOURCES.map((arg) => (arg === 'NVDA=yahoo' ? 'NVDA=nasdaq' : arg));
    const { code, err, files } = await snapshot(...args, ...HSI_FILE);
    expect(code).toBe(3);
    expect(err).toContain('NVDA not-covered: Nasdaq.com does not cover Nvidia');
    expect(files.size).toBe(0);
  });

  it('writes nothing before the last session can be had', async () => {
    const now = () => Date.parse('2026-01-02T12:00:00Z');
    const args = ['nvidia-h20', ...SOURCES, ...HSI_FILE, '--base-url', local.origin, '--to', '2026-01-02'];
    const { code, err, files } = await runCommand(run, args, { now });
    expect(code).toBe(3);
    expect(err).toContain('IXIC stale: The rows end on 2025-12-31: 1 session up to 2026-01-02 cannot be had yet.');
    expect(files.size).toBe(0);
  });

  it.each([
    ['a stretch that is shorter than the study’s', ['--from', '2025-07-15'], 2, '--from 2025-07-15 is after'],
    ['a mirror that is no address', ['--base-url', 'mirror'], 2, '--base-url is "mirror"'],
    ['a key of a source that is not asked', ['--key-env', 'nasdaq=HOME'], 2, 'no instrument is from nasdaq'],
    [
      'a file of an instrument from elsewhere',
      ['--file', 'IXIC=x.csv'],
      2,
      '--file IXIC=x.csv belongs to --source IXIC=file',
    ],
    ['a file that is not there', ['--file', 'HSI=nowhere.csv'], 2, '--file HSI=nowhere.csv cannot be read'],
  ])('writes nothing for %s', async (_, args, expected, told) => {
    const others = args[1]?.startsWith('HSI=') === true ? [] : HSI_FILE;
    const mirror = args[0] === '--base-url' ? [] : ['--base-url', local.origin];
    const { code, err, files } = await runCommand(run, ['nvidia-h20', ...SOURCES, ...others, ...mirror, ...args]);
    expect(code).toBe(expected);
    expect(err).toContain(told);
    expect(files.size).toBe(0);
  });

  it('tells closes that have changed since', async () => {
    const changed = readFileSync(new URL('closes/HSI.csv', FOLDER), 'utf8').replace(
      '2025-07-15,24590.12',
      '2025-07-15,24591.12',
    );
    const readFile = async (path: string) => (path === 'changed.csv' ? changed : readFileSync(path, 'utf8'));
    const args = ['nvidia-h20', ...SOURCES, '--file', 'HSI=changed.csv', '--base-url', local.origin];
    const { code, out } = await runCommand(run, args, { readFile });
    expect(code).toBe(0);
    expect(out).toContain('HSI 2025-07-15: 24,590.12 becomes 24,591.12\n');
  });

  it.each([
    ['no study', [], 'Expected one study'],
    ['an instrument without a source', ['nvidia-h20', '--source', 'IXIC=fred'], 'missing: HSTECH, SPX, HSI, NVDA'],
    [
      'an instrument that the study has not',
      ['nvidia-h20', ...SOURCES, ...HSI_FILE, '--source', 'NDX=fred'],
      'has no NDX',
    ],
    ['an unknown source', ['nvidia-h20', '--source', 'IXIC=bloomberg'], 'no source of that name'],
    ['the snapshot as a source of itself', ['nvidia-h20', '--source', 'IXIC=snapshot'], 'no source of that name'],
    ['a file source without a file', ['nvidia-h20', ...SOURCES], '--source HSI=file needs --file HSI=PATH'],
    ['opens of a source without any', ['nvidia-h20', ...SOURCES, '--opens', 'IXIC=fred'], 'FRED has closes only'],
    ['a study that is not there', ['no-such-study', ...SOURCES], 'cannot be read'],
  ])('ends with 2 for %s', async (_, args, told) => {
    const { code, err, files } = await runCommand(run, args);
    expect(code).toBe(2);
    expect(err).toContain(told);
    expect(files.size).toBe(0);
  });
});
