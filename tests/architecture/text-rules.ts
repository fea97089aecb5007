import type { SourceFile } from './project-files.ts';

/** Folders of one machine, as the first part of a path. Written apart, so that this file keeps its own rule. */
const MACHINE_PATH = new RegExp(`(?<![\\w.:/-])/(?:${['work', 'tmp', 'root', 'home', 'Users'].join('|')})/[A-Za-z]`);
const LEFT_OVER = new RegExp(`\\b(?:${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|')})\\b`);
const ESCAPE = new RegExp(
  ['@ts-' + 'ignore', '@ts-' + 'nocheck', 'as unknown ' + 'as', '(?:es|ox)lint-' + 'disable'].join('|'),
);
const LEFT_OUT = new RegExp(`\\b(?:it|test|describe)\\.(?:${['skip', 'only', 'todo', 'fixme'].join('|')})\\b`);
const SLEEP = new RegExp(`${'waitFor' + 'Timeout'}\\(|setTimeout\\([^,]*, *[0-9_]{3,}\\)`);

/** Where a text names a folder of somebody's machine. */
export const machinePaths = finder(MACHINE_PATH, 'names a folder of one machine');

/** Notes to come back to that were left in. */
export const leftOverNotes = finder(LEFT_OVER, 'has a left-over note');

/** Ways around the type checker and the linter. */
export const escapeHatches = finder(ESCAPE, 'goes around a check');

/** Tests that are left out, or that leave out the others. */
export const leftOutTests = finder(LEFT_OUT, 'leaves out tests');

/** Tests that wait for a time instead of for a fact. */
export const sleeps = finder(SLEEP, 'sleeps');

function finder(pattern: RegExp, what: string): (file: SourceFile) => string[] {
  return ({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${what}: ${line.trim()}`] : []));
}
