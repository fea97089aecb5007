import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CommandIo } from '../../src/node/command.ts';
import { runCommandLine } from '../../src/node/command-line.ts';

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
    expect(out.match(/^ {2}(\w+)/gm)).toEqual(['  series', '  snapshot', '  reaction', '  check']);
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
