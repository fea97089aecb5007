import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/node/commands/check.ts';

const folder = fileURLToPath(new URL('../../../src/studies/nvidia-h20', import.meta.url));

/** Runs the command; `replaced` holds files that differ from those on disk, null for one that is not there. */
async function call(args: readonly string[], replaced: Record<string, string | null> = {}) {
  const written = { out: '', err: '' };
  const code = await run(args, {
    stdout: (text) => void (written.out += text),
    stderr: (text) => void (written.err += text),
    readFile: (path) => {
      const text = Object.entries(replaced).find(([name]) => path.endsWith(name))?.[1];
      if (text === null) return Promise.reject(new Error('no such file'));
      return text === undefined ? readFile(path, 'utf8') : Promise.resolve(text);
    },
  });
  return { code, ...written };
}

describe('the command check', () => {
  it('prints the verdicts of a bundled study', async () => {
    const { code, out, err } = await call(['nvidia-h20']);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toContain('the study is valid, 4 claims.');
    expect(out).toContain(
      '“The Nasdaq Composite Index reached another record high”\n  Holds. The Nasdaq Composite closed at 20,677.80',
    );
    expect(out).toContain('  Holds in part. ');
  });

  it('takes a folder, and the study file in it', async () => {
    const named = await call(['nvidia-h20']);
    expect(await call([folder])).toEqual(named);
    expect(await call([`${folder}/study.json`])).toEqual(named);
  });

  it('prints JSON', async () => {
    const { out } = await call(['nvidia-h20', '--format', 'json']);
    const printed = JSON.parse(out) as { study: string; claims: { id: string; verdict: string }[] };
    expect(printed.study).toBe('nvidia-h20');
    expect(printed.claims.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
      'nasdaq-record holds',
      'hong-kong-rally holds',
      'worldwide holds',
      'valuation holds',
    ]);
  });

  it('ends with 2 for wrong usage', async () => {
    for (const args of [[], ['a', 'b'], ['nvidia-h20', '--format', 'xml'], ['--bogus']]) {
      const { code, err } = await call(args);
      expect(code).toBe(2);
      expect(err).toContain('Usage:');
    }
  });

  it('ends with 3 and names every wrong field of a study', async () => {
    const study: unknown = JSON.parse(await readFile(`${folder}/study.json`, 'utf8'));
    const wrong = JSON.stringify({ ...(study as object), centre: 'nowhere', language: 7 });
    const { code, out, err } = await call([folder], { 'study.json': wrong });
    expect(code).toBe(3);
    expect(out).toBe('');
    expect(err).toMatch(/^malformed: .*study\.json: language is 7; expected .*Change it in the study file\.$/m);
  });

  it('ends with 3 for a study that is not there, is not JSON, or has closes that cannot be read', async () => {
    expect(await call(['no-such-study'])).toMatchObject({ code: 3, out: '' });
    expect(await call([folder], { 'study.json': '{' })).toMatchObject({ code: 3 });
    expect((await call([folder], { 'IXIC.csv': null })).err).toContain(
      'there are no closes of Nasdaq Composite. Add the file, with the header date,close,',
    );
    expect((await call([folder], { 'IXIC.csv': 'date,close\n2025-07-14,0\n' })).err).toContain(
      'closes/IXIC.csv: IXIC.csv could not be read as daily closes: 1 row could not be used and was left out: 2025-07-14 has a close of 0.',
    );
  });

  it('takes a study file with a byte order mark', async () => {
    const text = await readFile(`${folder}/study.json`, 'utf8');
    expect(await call([folder], { 'study.json': `\uFEFF${text}` })).toEqual(await call([folder]));
  });

  it('prints its usage when asked', async () => {
    expect(await call(['--help'])).toMatchObject({ code: 0, err: '' });
  });
});
