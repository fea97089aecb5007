import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findStudyFile, listStudies, listStudyFiles } from '../../src/node/study-files.ts';
import { folderWith } from './folder.ts';

const files = {
  'alpha/study.json': '{}',
  'alpha/closes/IXIC.csv': 'date,close\n',
  'alpha/notes.txt': 'private',
  'no-study/readme.md': '',
  'secret.json': '{}',
};

describe('a folder of studies', () => {
  it('publishes the description and the closes of each study, and nothing else', async () => {
    const folder = await folderWith(files);
    expect(await listStudies([folder])).toEqual(['alpha']);
    expect(await listStudyFiles(folder, 'alpha')).toEqual(['alpha/closes/IXIC.csv', 'alpha/study.json']);
    expect(await findStudyFile('alpha/closes/IXIC.csv', [folder])).toBe(join(folder, 'alpha/closes/IXIC.csv'));
  });

  it.each([
    'alpha/notes.txt',
    'secret.json',
    'alpha/../secret.json',
    '../secret.json',
    'alpha/closes/../../secret.json',
    'alpha/closes/HSI.csv',
    '',
  ])('does not publish "%s"', async (path) => {
    expect(await findStudyFile(path, [await folderWith(files)])).toBeNull();
  });

  it('comes second to the folder before it', async () => {
    const first = await folderWith({ 'alpha/study.json': '{"first":true}' });
    const second = await folderWith({ ...files, 'beta/study.json': '{}' });
    expect(await listStudies([first, second])).toEqual(['alpha', 'beta']);
    expect(await findStudyFile('alpha/study.json', [first, second])).toBe(join(first, 'alpha/study.json'));
  });
});
