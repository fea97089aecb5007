import { describe, expect, it } from 'vitest';
import { addOutcomes, lastLine, outcomeOfCheck, outcomeOfRun } from './outcome.ts';

const clean = { passed: 3, failures: [], notRun: [] };

describe('a check', () => {
  it('is one test that passes with exit code 0', () => {
    expect(outcomeOfCheck('types', { code: 0, output: 'whatever' })).toEqual({ passed: 1, failures: [], notRun: [] });
  });

  it('is one failure that shows what the tool said', () => {
    const { passed, failures } = outcomeOfCheck('types', { code: 2, output: 'a.ts(1,1): error' });
    expect(passed).toBe(0);
    expect(failures).toEqual(['types: exit code 2\na.ts(1,1): error']);
  });
});

describe('a run of tests', () => {
  it('counts what its report says', () => {
    expect(outcomeOfRun('unit tests', { code: 0, output: '' }, clean)).toEqual(clean);
    const failing = { ...clean, failures: ['adds'] };
    expect(outcomeOfRun('unit tests', { code: 1, output: '' }, failing)).toEqual(failing);
  });

  it('that crashed without a report is a failure', () => {
    const { failures } = outcomeOfRun('unit tests', { code: 139, output: 'Segmentation fault' }, null);
    expect(failures).toEqual(['unit tests: left no report (exit code 139)\nSegmentation fault']);
  });

  it('that was broken off although nothing had failed until then is a failure', () => {
    const { passed, failures } = outcomeOfRun('unit tests', { code: null, output: '' }, clean);
    expect(passed).toBe(3);
    expect(failures).toHaveLength(1);
  });

  it('that ended well without a report is a failure', () => {
    expect(outcomeOfRun('unit tests', { code: 0, output: '' }, null).failures).toHaveLength(1);
  });

  it('without a single test is a failure', () => {
    const empty = { passed: 0, failures: [], notRun: [] };
    expect(outcomeOfRun('unit tests', { code: 0, output: '' }, empty).failures).toEqual([
      'unit tests: no test was run',
    ]);
  });
});

describe('the last line', () => {
  it('counts over everything', () => {
    const failed = { passed: 0, failures: ['a', 'b'], notRun: ['c'] };
    expect(lastLine(addOutcomes([clean, failed, clean]))).toBe('6 passed, 2 failed');
  });
});
