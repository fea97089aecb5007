import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeBelow, projectPaths, topLevelNames } from './project-files.ts';
import {
  codeAmongStudies,
  namesToChange,
  registryAddresses,
  strayAtTop,
  tooLong,
  unlockedPackages,
} from './shape-rules.ts';

const root = join(import.meta.dirname, '../..');
const codePaths = (): string[] => codeBelow('src', 'mocks', 'tests').map(({ path }) => path);

describe('the project', () => {
  it('has only the agreed folders and the usual configuration at its top', () => {
    expect(strayAtTop(topLevelNames())).toEqual([]);
    expect(
      strayAtTop({ files: ['notes.txt', 'package.json', 'vite.config.ts', '.npmrc'], folders: ['src', 'scripts'] }),
    ).toEqual(['scripts/ does not belong at the top', 'notes.txt does not belong at the top']);
  });

  it('names its files in kebab-case, after what they are for', () => {
    expect(namesToChange(codePaths())).toEqual([]);
    expect(
      namesToChange(['src/app/EventCard.tsx', 'src/core/date-utils.ts', 'src/chart/index.ts', 'src/core/sessions.ts']),
    ).toEqual([
      'src/app/EventCard.tsx is not in kebab-case',
      'src/core/date-utils.ts does not say what it is for',
      'src/chart/index.ts does not say what it is for',
    ]);
  });

  it('keeps its files short', () => {
    expect(codeBelow('src', 'mocks').flatMap(tooLong)).toEqual([]);
    expect(tooLong({ path: 'src/core/a.ts', text: 'const a = 1;\n'.repeat(301) })).toEqual([
      'src/core/a.ts has 301 lines; at most 300',
    ]);
    expect(tooLong({ path: 'src/core/a.ts', text: 'const a = 1;\n'.repeat(300) })).toEqual([]);
  });

  it('keeps code out of the studies', () => {
    expect(codeAmongStudies(projectPaths('src'))).toEqual([]);
    expect(
      codeAmongStudies(['src/studies/a/study.json', 'src/studies/a/closes/IXIC.csv', 'src/studies/a/events.ts']),
    ).toEqual(["src/studies/a/events.ts is not a study's description or closes"]);
  });

  it('can be installed from any registry', () => {
    expect(registryAddresses(readFileSync(join(root, 'package-lock.json'), 'utf8'))).toEqual([]);
    expect(registryAddresses('{ "resolved": "https://example.org/a.tgz" }')).toHaveLength(1);
  });

  it('can be installed on any system from the lock file', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    expect(unlockedPackages(packages)).toEqual([]);
    const tool = { optionalDependencies: { 'tool-linux': '1.0.0', 'tool-darwin': '1.0.0' } };
    expect(unlockedPackages({ 'node_modules/tool': tool, 'node_modules/tool/node_modules/tool-linux': {} })).toEqual([
      'package-lock.json has no tool-darwin for node_modules/tool',
    ]);
  });
});
