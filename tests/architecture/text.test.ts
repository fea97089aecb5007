import { describe, expect, it } from 'vitest';
import { codeBelow, textFiles } from './project-files.ts';
import { escapeHatches, leftOutTests, leftOverNotes, machinePaths, sleeps } from './text-rules.ts';

const planted = (text: string) => ({ path: 'src/core/planted.ts', text });
const own = new Set(['tests/architecture/text.test.ts', 'tests/architecture/text-rules.ts']);
const others = <File extends { readonly path: string }>(files: readonly File[]) =>
  files.filter(({ path }) => !own.has(path));

describe('no file', () => {
  it('names a folder of one machine', () => {
    expect(others(textFiles()).flatMap(machinePaths)).toEqual([]);
  });

  it('has notes to come back to', () => {
    expect(others(codeBelow('src', 'mocks', 'tests')).flatMap(leftOverNotes)).toEqual([]);
  });

  it('goes around the type checker or the linter', () => {
    expect(others(codeBelow('src', 'mocks', 'tests')).flatMap(escapeHatches)).toEqual([]);
  });

  it('leaves out tests', () => {
    expect(others(codeBelow('tests')).flatMap(leftOutTests)).toEqual([]);
  });

  it('waits for a time in a test', () => {
    // The benchmark is no test: it observes for a given time.
    const tests = codeBelow('tests').filter(({ path }) => !path.startsWith('tests/bench/'));
    expect(others(tests).flatMap(sleeps)).toEqual([]);
  });
});

describe('the rules about texts', () => {
  it.each([
    ["read('/home/ann/market/data.csv')", machinePaths],
    ['cd /tmp/build', machinePaths],
    ['// TODO: later', leftOverNotes],
    ['/* FIXME */', leftOverNotes],
    ['// @ts-ignore', escapeHatches],
    ['const a = b as unknown as C;', escapeHatches],
    ['// oxlint-disable-next-line', escapeHatches],
    ["it.skip('adds', () => {});", leftOutTests],
    ["describe.only('sums', () => {});", leftOutTests],
    ['await page.waitForTimeout(100);', sleeps],
    ['await new Promise((done) => setTimeout(done, 500));', sleeps],
  ])('find: %s', (text, rule) => {
    expect(rule(planted(text))).toHaveLength(1);
  });

  it.each([
    ["fetch('https://example.org/home/prices')", machinePaths],
    ["import x from '../root/x.ts'", machinePaths],
    ['const todos = 1;', leftOverNotes],
    ['setTimeout(done, limit)', sleeps],
  ])('leave alone: %s', (text, rule) => {
    expect(rule(planted(text))).toEqual([]);
  });
});
