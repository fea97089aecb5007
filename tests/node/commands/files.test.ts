import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { run as runCheck } from '../../../src/node/commands/check.ts';
import { run as runReaction } from '../../../src/node/commands/reaction.ts';
import { run as runSeries } from '../../../src/node/commands/series.ts';
import { readFileText } from '../../../src/node/read-file-text.ts';
import { bundled, range } from '../../data/first-study.ts';
import { answers } from '../../fixtures/files/answers.ts';
import { foreign } from '../../fixtures/files/foreign.ts';
import { runCommand } from '../commands-source.ts';

const path = (file: string): string => fileURLToPath(new URL(`../../fixtures/files/${file}`, import.meta.url));
const io = { readFile: readFileText };

const series = (file: string, instrument: string, from = '2025-07-01', to = '2025-07-18', ...more: string[]) =>
  runCommand(
    runSeries,
    ['--source', 'file', '--file', path(file), '--instrument', instrument, '--from', from, '--to', to, ...more],
    io,
  );
const reaction = (file: string, exchange: string, at: string, ...more: string[]) =>
  runCommand(runReaction, ['--prices', path(file), '--exchange', exchange, '--announced-at', at, ...more], io);

/** Sessions and closes of July 2025 as the study carries them. */
const july = (instrument: string): string[] =>
  bundled(instrument, range('2025-07-01', '2025-07-18')).map(([date, close]) => `${date} ${close}`);

/** All closes of an instrument as the study carries them, each changed as asked, in a file of two columns. */
function closesOnly(
  instrument: string,
  changed: (date: string, close: number) => number = (_, close) => close,
): string {
  const rows = bundled(instrument, range('2024-01-01', '2025-12-31'));
  return ['date,close', ...rows.map(([date, close]) => `${date},${changed(date, close).toFixed(2)}`), ''].join('\n');
}

describe('the command series', () => {
  it.each(answers.map((answer) => [answer.file, answer.instrument, answer.gives] as const))(
    'gives what it has to of %s for %s',
    async (file, instrument, gives) => {
      const { code, out, err } = await series(file, instrument);
      if (gives.kind === 'question') {
        expect([code, out]).toEqual([2, '']);
        expect(err).toBe(`needs-choice: ${gives.sentence}\nSay how to read it with ${gives.flags}.\n`);
        return;
      }
      if (gives.kind === 'refusal') {
        expect([code, out]).toEqual([3, '']);
        expect(err.startsWith(`${gives.failure}: `)).toBe(true);
        expect(err).toContain(gives.sentence);
        return;
      }
      expect(code).toBe(0);
      const rows = out
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(','));
      const expected = july(instrument).filter((row) => row.slice(0, 10) !== gives.lacks);
      const [first = ''] = rows[0] ?? [];
      expect(rows.map(([date, , , , close]) => `${date} ${Number(close)}`)).toEqual(
        expected.filter((row) => row.slice(0, 10) >= first),
      );
      expect(rows.length).toBeGreaterThanOrEqual(expected.length - 1);
      const isFilled = (column: number): boolean => rows.every((cells) => cells[column] !== '');
      expect([1, 2, 3, 5].map(isFilled)).toEqual(
        { close: [0, 0, 0, 0], hlc: [0, 1, 1, 0], ohlc: [1, 1, 1, 0], ohlcv: [1, 1, 1, 1] }[gives.fields].map(Boolean),
      );
      // Nothing but how the file was read, and the first session where the file begins later.
      for (const line of err.trim().split('\n'))
        expect(line).toMatch(/^(?:reading: |truncated: |hole: No row for 2025-07-04,|$)/);
      if (gives.note !== undefined) expect(err).toContain(gives.note);
    },
  );

  it('finds no hole on a day on which Hong Kong was closed, nor in years that its calendar does not know', async () => {
    expect((await series('hk-2022-2023.csv', 'HSTECH', '2022-01-03', '2023-12-29')).err).not.toContain('hole');
    expect((await series('hsi-2016-typhoons.csv', 'HSI', '2016-01-04', '2016-12-30')).err).not.toContain('hole');
  });

  it('names the split that closes are not adjusted for, and refuses them when it is strict', async () => {
    const split = await series('raw-split-10to1.csv', 'NVDA', '2023-05-01', '2024-07-31');
    expect(split.code).toBe(0);
    expect(split.err).toContain(
      'change-of-scale: The closes change their scale from 227.48 on 2024-06-07 to 22.90 on 2024-06-10 (near the ratio of a 10-for-1 split',
    );
    expect((await series('raw-split-4to1.csv', 'NVDA', '2023-05-01', '2024-07-31')).err).toContain('4-for-1 split');
    expect((await series('raw-split-10to1.csv', 'NVDA', '2023-05-01', '2024-07-31', '--strict')).code).toBe(4);
  });
});

describe('a file that is no text', () => {
  it.each(foreign.map((one) => [one.name, one] as const))('%s is refused in one sentence', async (name, given) => {
    const folder = await mkdtemp(join(tmpdir(), 'files-'));
    const file = join(folder, name);
    await writeFile(file, given.bytes);
    const { code, out, err } = await runCommand(
      runSeries,
      ['--source', 'file', '--file', file, '--instrument', 'IXIC', '--from', '2025-07-01', '--to', '2025-07-18'],
      io,
    );
    await rm(folder, { recursive: true });
    expect([code === 0, out]).toEqual([false, '']);
    expect(err).toContain(given.sentence);
  });
});

describe('the command reaction', () => {
  it('has no session on a day to which a close was carried forward', async () => {
    const { code, out } = await reaction('ffill-calendar-days.csv', 'XNAS', '2025-07-12T10:00:00-04:00');
    expect(code).toBe(0);
    expect(out).toContain('Day 0: 2025-07-14');
    expect(out).toMatch(/Note: 171 rows on a day without trading were left out: 2024-07-04 \(Independence Day\)/);
    // The same closes without the carried ones, on the same day: the figures of an honest file.
    const honest = await runCommand(
      runReaction,
      ['--prices', 'honest.csv', '--exchange', 'XNAS', '--announced-at', '2025-07-12T10:00:00-04:00'],
      { readFile: async () => closesOnly('IXIC') },
    );
    const rank = /\d+ of 240 ordinary days moved at least this much/;
    expect(rank.exec(out)?.[0]).toBe(rank.exec(honest.out)?.[0]);
  });

  it('says that closes change their scale before it computes anything, and computes nothing when it is strict', async () => {
    const at = '2024-06-10T08:00:00-04:00';
    const { out } = await reaction('raw-split-10to1.csv', 'XNAS', at);
    expect(out.indexOf('10-for-1 split')).toBeGreaterThan(0);
    expect(out.indexOf('10-for-1 split')).toBeLessThan(out.indexOf('89.93'));
    const strict = await reaction('raw-split-10to1.csv', 'XNAS', at, '--strict');
    expect([strict.code, strict.out]).toEqual([4, '']);
    expect(strict.err).toContain('10-for-1 split');
  });

  it('says how many sessions a short file has before the event, and how many of them count', async () => {
    const { out } = await reaction('short.csv', 'XNAS', '2025-07-15T10:00:00+08:00');
    expect(out).toContain('2 sessions in the estimation window, 30 needed; the data have 13 before the event.');
  });

  it('reads any file that series reads, with the same questions, and takes one of several instruments by its name', async () => {
    const at = '2025-07-15T10:00:00+08:00';
    expect((await reaction('investing-de.csv', 'XNAS', at)).out).toContain('rose 0.18');
    const asked = await reaction('german-whole-thousands.csv', 'XNAS', at);
    expect([asked.code, asked.out]).toEqual([2, '']);
    expect(asked.err).toContain('Say how to read it with --decimal point or --decimal comma.');
    expect((await reaction('german-whole-thousands.csv', 'XNAS', at, '--decimal', 'comma')).out).toContain('to 20,678');
    expect((await reaction('long-two-tickers.csv', 'XNAS', at)).err).toContain('holds ^IXIC and HSTECH.HK');
    expect((await reaction('long-two-tickers.csv', 'XNAS', at, '--instrument', 'ixic')).out).toContain('rose 0.18');
    expect((await reaction('long-two-tickers.csv', 'XHKG', at, '--instrument', 'HSTECH')).out).toContain('rose 2.80');
  });
});

describe('the command check', () => {
  const folder = fileURLToPath(new URL('../../../src/studies/nvidia-h20', import.meta.url));
  const check = (ixic: string, ...more: string[]) =>
    runCommand(runCheck, [folder, ...more], {
      readFile: (file) => (basename(file) === 'IXIC.csv' ? Promise.resolve(ixic) : readFile(file, 'utf8')),
    });

  it('drops and names closes that were carried forward, and gives the verdicts of the others', async () => {
    const carried = (await readFile(path('ffill-calendar-days.csv'), 'utf8')).trimEnd();
    const filled = await check(`${carried}\n`);
    expect(filled.out).toContain('Note: IXIC: 171 rows on a day without trading were left out');
    const honest = await check(closesOnly('IXIC'));
    expect(filled.out.slice(filled.out.indexOf('“'))).toBe(honest.out.slice(honest.out.indexOf('“')));
    expect(honest.out).not.toContain('Note:');
  });

  it('says before its verdicts that closes change their scale by ten, and gives none when it is strict', async () => {
    const scaled = closesOnly('IXIC', (date, close) => (date < '2025-07-01' ? close : close / 10));
    const told = await check(scaled);
    expect(told.out.indexOf('change their scale')).toBeLessThan(told.out.indexOf('“'));
    expect(told.out).toContain('near a factor of 10');
    const strict = await check(scaled, '--strict');
    expect([strict.code, strict.out]).toEqual([4, '']);
  });
});
