import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CommandIo } from '../../src/node/command.ts';
import { runCommandLine } from '../../src/node/command-line.ts';
import { folderWith } from './folder.ts';

const root = join(import.meta.dirname, '../..');

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  const refuse = (): Promise<never> => Promise.reject(new Error('nothing is read, written or fetched here'));
  const io: CommandIo = {
    stdout: (text) => void (written.out += text),
    stderr: (text) => void (written.err += text),
    readFile: refuse,
    writeFile: refuse,
    env: {},
    fetch: refuse,
    now: () => 0,
  };
  return { code: await runCommandLine(args, io), ...written };
}

/** Starts a TypeScript file of the project as npm would. */
function start(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const written = { out: '', err: '' };
    child.stdout.on('data', (piece: Buffer) => void (written.out += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => void (written.err += piece.toString()));
    child.once('close', (code) => done({ code, ...written }));
  });
}

describe('the command line', () => {
  it('says how it is used, and ends with 2, when no command is given', async () => {
    const { code, out, err } = await run();
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^Usage: npm run --silent market-reaction -- COMMAND/);
  });

  it.each(['toString', 'serie', '__proto__', '--format'])('knows no command "%s"', async (name) => {
    const { code, out, err } = await run(name);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(`There is no command "${name}".`);
  });

  it('lists its commands on standard output when asked', async () => {
    const { code, out, err } = await run('--help');
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out.match(/^ {2}(\w+)/gm)).toEqual(['  series', '  snapshot', '  reaction', '  draft', '  check']);
  });

  it('reads a file in GB 18030 as well as in UTF-8, and says what is no text', async () => {
    // 日期,收盘 in GB 18030.
    const heading = Buffer.from('c8d5c6da2ccad5c5cc0a', 'hex');
    const folder = await folderWith({});
    await writeFile(join(folder, 'gb.csv'), Buffer.concat([heading, Buffer.from('2025-7-15,20677.80\n')]));
    await writeFile(join(folder, 'archive.csv'), Buffer.from('504b03041400', 'hex'));
    const day = ['--from', '2025-07-15', '--to', '2025-07-15'];
    const series = (file: string) =>
      start('src/node/cli.ts', 'series', '--source=file', `--file=${join(folder, file)}`, '--instrument=IXIC', ...day);
    expect(await series('gb.csv')).toEqual({
      code: 0,
      out: 'session,open,high,low,close,volume\n2025-07-15,,,,20677.8,\n',
      err: '',
    });
    const archive = await series('archive.csv');
    expect([archive.code, archive.out]).toEqual([3, '']);
    expect(archive.err).toBe(
      'malformed: archive.csv is a ZIP archive with the name of a CSV file: unpack it and give the CSV file in it.\n',
    );
  });

  it('gives its exit code to the shell', async () => {
    expect((await start('src/node/cli.ts', 'nonsense')).code).toBe(2);
  });
});

describe('npm run build', () => {
  it.each([
    ['--base-url', 'charts.example.org'],
    ['--base-url', 'ftp://charts.example.org/'],
    ['--bogus', 'x'],
  ])('ends with 2 and its usage for %s %s', async (...args) => {
    const { code, out, err } = await start('src/node/build.ts', ...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('Usage: npm run build');
  });
});
