import { describe, expect, it } from 'vitest';
import { outcomeOfLastLine, outcomeOfPlaywright, outcomeOfVitest } from './reports.ts';

describe("vitest's report", () => {
  const report = (...testResults: object[]): string => JSON.stringify({ numTotalTests: 0, testResults });
  const file = { name: 'tests/a.test.ts', status: 'passed', message: '' };
  const passed = { fullName: 'a is one', status: 'passed', failureMessages: [] };

  it('is counted test by test', () => {
    const failed = { fullName: 'b is two', status: 'failed', failureMessages: ['expected 3 to be 2'] };
    const left = { fullName: 'c is left out', status: 'pending' };
    expect(outcomeOfVitest(report({ ...file, status: 'failed', assertionResults: [passed, failed, left] }))).toEqual({
      passed: 1,
      failures: ['tests/a.test.ts\nb is two\nexpected 3 to be 2'],
      notRun: ['c is left out (tests/a.test.ts)'],
    });
  });

  it('has a failure for a file that could not be loaded', () => {
    const broken = { ...file, status: 'failed', message: 'Cannot find module', assertionResults: [] };
    expect(outcomeOfVitest(report(broken))?.failures).toEqual(['tests/a.test.ts\nCannot find module']);
  });

  it('is none when it was cut off', () => {
    expect(outcomeOfVitest(report({ ...file, assertionResults: [passed] }).slice(0, -5))).toBeNull();
    expect(outcomeOfVitest('{}')).toBeNull();
  });
});

describe("Playwright's report", () => {
  const spec = (title: string, status: string, ...messages: string[]): object => ({
    title,
    file: 'e2e/a.spec.ts',
    line: 7,
    tests: [{ status, annotations: [], results: [{ errors: messages.map((message) => ({ message })) }] }],
  });

  it('is counted through all suites', () => {
    const suites = [
      {
        title: 'e2e/a.spec.ts',
        specs: [spec('opens', 'expected')],
        suites: [{ title: 'inner', specs: [spec('hovers', 'unexpected', 'no card'), spec('pins', 'expected')] }],
      },
    ];
    expect(outcomeOfPlaywright(JSON.stringify({ suites, errors: [] }))).toEqual({
      passed: 2,
      failures: ['e2e/a.spec.ts:7 hovers\nno card'],
      notRun: [],
    });
  });

  it('counts a test that passed only when repeated as a failure', () => {
    const suites = [{ title: 'a', specs: [spec('flickers', 'flaky', 'no card')] }];
    expect(outcomeOfPlaywright(JSON.stringify({ suites, errors: [] }))?.failures).toHaveLength(1);
  });

  it('counts what went wrong outside of a test', () => {
    const report = { suites: [], errors: [{ message: 'Error: no tests found' }] };
    expect(outcomeOfPlaywright(JSON.stringify(report))?.failures).toEqual(['outside of a test\nError: no tests found']);
  });

  it('is none when it was cut off', () => {
    expect(outcomeOfPlaywright('{"suites": [')).toBeNull();
  });
});

describe('a run that ends as this one does', () => {
  it('is counted by its last line, what was not run with its reason', () => {
    const text = 'ok DokuWiki\nMediaWiki: not run, because PHP is missing\n3 passed, 0 failed\n';
    expect(outcomeOfLastLine('real wikis', text)).toEqual({
      passed: 3,
      failures: [],
      notRun: ['real wikis: MediaWiki: not run, because PHP is missing'],
    });
  });

  it('shows its output once, however many failed', () => {
    const failures = outcomeOfLastLine('real wikis', 'no chart\n1 passed, 2 failed')?.failures;
    expect(failures).toEqual(['real wikis: 1 of 2\nno chart\n1 passed, 2 failed', 'real wikis: 2 of 2']);
  });

  it('is none when it ends otherwise', () => {
    expect(outcomeOfLastLine('real wikis', '3 passed, 0 failed\nSegmentation fault')).toBeNull();
  });
});
