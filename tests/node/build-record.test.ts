import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { forgetBuildRecord, inputsHash, readBuildRecord, writeBuildRecord } from '../../src/node/build-record.ts';
import { folderWith } from './folder.ts';

const relative = { baseUrl: null, studies: [] };
const project = { 'src/core/a.ts': 'a', 'index.html': '<p>', 'package-lock.json': '{}', 'docs/readme.md': 'read' };

describe('the hash over the inputs of a build', () => {
  it.each([
    ['src/core/a.ts', 'b'],
    ['src/core/new.ts', 'a'],
    ['index.html', '<b>'],
    ['package-lock.json', '{"a":1}'],
    ['tsconfig.json', '{}'],
  ])('changes with %s', async (path, text) => {
    const root = await folderWith(project);
    const before = await inputsHash(root, relative);
    await writeFile(join(root, path), text);
    expect(await inputsHash(root, relative)).not.toBe(before);
  });

  it('does not change with what the site is not made of', async () => {
    const root = await folderWith(project);
    const before = await inputsHash(root, relative);
    await writeFile(join(root, 'docs/readme.md'), 'read on');
    expect(await inputsHash(root, relative)).toBe(before);
  });

  it('changes with the address of the site and with further studies', async () => {
    const root = await folderWith(project);
    const studies = await folderWith({ 'b/study.json': '{}' });
    const hashes = await Promise.all([
      inputsHash(root, relative),
      inputsHash(root, { ...relative, baseUrl: 'https://charts.example.org/' }),
      inputsHash(root, { ...relative, studies: [studies] }),
    ]);
    expect(new Set(hashes).size).toBe(3);
  });

  it('is the same for the same project in another folder', async () => {
    const [here, there] = [await folderWith(project), await folderWith(project)];
    expect(await inputsHash(here, relative)).toBe(await inputsHash(there, relative));
  });
});

describe('the record of the last build', () => {
  it('is what was written, until it is forgotten', async () => {
    const root = await folderWith({});
    expect(await readBuildRecord(root)).toBeNull();
    const record = { inputs: 'abc', choices: relative };
    await writeBuildRecord(root, record);
    expect(await readBuildRecord(root)).toEqual(record);
    await forgetBuildRecord(root);
    expect(await readBuildRecord(root)).toBeNull();
  });

  it('counts as none when it is damaged', async () => {
    expect(await readBuildRecord(await folderWith({ '.cache/build.json': '{"inp' }))).toBeNull();
  });
});
