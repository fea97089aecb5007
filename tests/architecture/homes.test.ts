import { describe, expect, it } from 'vitest';
import { codeBelow } from './project-files.ts';

/** Facts that are written down once: the file that holds each, and what a second home of it looks like. */
const homes: readonly (readonly [fact: string, home: string, looks: RegExp])[] = [
  ['binary search', 'src/core/first-index.ts', /const mid(?:dle)? = \(?\w+ \+ \w+\)?\s*(?:>>|\/ 2)/],
  ['the days of the lunar calendar', 'src/core/lunar-calendar.ts', /ca-chinese|0\.2422 \*/],
  ['what is little changed', 'src/core/little-changed.ts', /0\.00005|0\.0025\b/],
  ['the list of exchanges', 'src/core/exchanges/registry.ts', /'?XNAS'?[,:][\s\S]{0,40}'?XNYS'?[,:]/],
  ['rounding to a number of decimals', 'src/core/rounded.ts', /Math\.round\([^;]*\) \/ (?:scale|10)/],
  ['escaping for HTML and XML', 'src/embed/xml.ts', /'&amp;'/],
  ['saving a file', 'src/app/save-file.ts', /createObjectURL/],
  ['the form of a study file', 'src/data/study/study-version.ts', /STUDY_VERSION = \d/],
];

describe('a fact has one home', () => {
  const files = codeBelow('src');

  it.each(homes)('%s', (_, home, looks) => {
    expect(files.filter(({ text }) => looks.test(text)).map(({ path }) => path)).toEqual([home]);
  });
});
