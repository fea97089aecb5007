import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../node/folder.ts';
import { findChromium } from './chromium.ts';

async function folderWithPrograms(...names: string[]): Promise<string> {
  const folder = await folderWith(Object.fromEntries(names.map((name) => [name, ''])));
  await Promise.all(names.map((name) => chmod(join(folder, name), 0o755)));
  return folder;
}

describe('the Chromium of the tests', () => {
  it('is the one that CHROMIUM_PATH names', async () => {
    const folder = await folderWithPrograms('mine', 'chromium');
    expect(findChromium({ CHROMIUM_PATH: join(folder, 'mine'), PATH: folder })).toBe(join(folder, 'mine'));
  });

  it('is none when CHROMIUM_PATH names nothing that can be run', async () => {
    const folder = await folderWithPrograms('chromium');
    expect(findChromium({ CHROMIUM_PATH: join(folder, 'missing'), PATH: folder })).toBeNull();
  });

  it('is chromium before google-chrome on the PATH', async () => {
    const [first, second] = [await folderWithPrograms('google-chrome'), await folderWithPrograms('chromium')];
    expect(findChromium({ PATH: `${first}:${second}` })).toBe(join(second, 'chromium'));
    expect(findChromium({ PATH: first, CHROMIUM_PATH: '' })).toBe(join(first, 'google-chrome'));
  });

  it('is none on a PATH without one', async () => {
    expect(findChromium({ PATH: await folderWithPrograms('firefox') })).toBeNull();
    expect(findChromium({})).toBeNull();
  });
});
