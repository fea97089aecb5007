import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ensureChromium } from './ensure-chromium.ts';
import { addOutcomes, lastLine, type Outcome, outcomeOfCheck, outcomeOfRun } from './outcome.ts';
import { outcomeOfLastLine, outcomeOfPlaywright, outcomeOfVitest } from './reports.ts';
import { runProcess } from './run-process.ts';

const MINUTES = 60_000;
const LONGEST_CHECK = 3 * MINUTES;
const LONGEST_RUN = 20 * MINUTES;

/** Folders of what a run leaves behind, relative to the project; both are ignored by everything else. */
const REPORTS = 'test-results';
const SITE = '.cache/site';
/** What `npm run test:wikis` runs. */
const WIKIS = 'tests/wikis/run.ts';
/** The two that are at hand without much being installed; continuous integration runs all. */
const FEW_WIKIS = (process.env['CI'] ?? '') === '' ? ['dokuwiki', 'tiddlywiki'] : [];

/** Runs every check and every test, says how each went, ends in `N passed, N failed`. Gives the exit code. */
export async function runAll(root: string): Promise<number> {
  await rm(join(root, REPORTS), { recursive: true, force: true });
  await rm(join(root, SITE), { recursive: true, force: true });
  await mkdir(join(root, REPORTS), { recursive: true });

  const outcomes: Outcome[] = [];
  const step = async (name: string, run: () => Promise<Outcome>): Promise<Outcome> => {
    const started = performance.now();
    const outcome = await run();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    say(`${outcome.failures.length === 0 ? 'ok  ' : 'FAIL'}  ${name.padEnd(16)}${lastLine(outcome)}  (${seconds} s)`);
    outcomes.push(outcome);
    return outcome;
  };
  const check = (name: string, tool: string, ...args: string[]): Promise<Outcome> =>
    step(name, async () => {
      const ended = await runProcess({ ...toolCommand(root, tool, args), cwd: root, limit: LONGEST_CHECK });
      return outcomeOfCheck(name, ended);
    });

  await check('types', 'typescript/bin/tsc', '--noEmit');
  await check('lint', 'oxlint/bin/oxlint', '--deny-warnings');
  await check('format', 'oxfmt/bin/oxfmt', '--check');
  await check('unused code', 'knip/bin/knip.js', '--no-progress');
  const build = await check('build', 'tsx/dist/cli.mjs', 'src/node/build.ts', '--out', SITE);
  await step('unit tests', () => vitest(root));
  await step('browser tests', () => (build.failures.length === 0 ? playwright(root) : Promise.resolve(notBuilt())));
  if (existsSync(join(root, WIKIS))) {
    await step('real wikis', () => (build.failures.length === 0 ? wikis(root) : Promise.resolve(notBuilt())));
  }

  const total = addOutcomes(outcomes);
  for (const failure of total.failures) say(`\n--- failed: ${stripVTControlCharacters(failure)}`);
  if (total.notRun.length > 0) say(`\nNot run:\n${total.notRun.map((line) => `  ${line}`).join('\n')}`);
  say(`\n${lastLine(total)}`);
  return total.failures.length === 0 ? 0 : 1;
}

async function vitest(root: string): Promise<Outcome> {
  const report = join(root, REPORTS, 'vitest.json');
  const args = ['run', '--reporter=json', `--outputFile=${report}`];
  const ended = await runProcess({ ...toolCommand(root, 'vitest/vitest.mjs', args), cwd: root, limit: LONGEST_RUN });
  return outcomeOfRun('unit tests', ended, outcomeOfVitest(await textOf(report)));
}

async function playwright(root: string): Promise<Outcome> {
  const browser = await ensureChromium(root, say);
  if (browser.kind === 'none') return { passed: 0, failures: [`browser tests: ${browser.sentence}`], notRun: [] };
  const report = join(root, REPORTS, 'playwright.json');
  const ended = await runProcess({
    ...toolCommand(root, '@playwright/test/cli.js', ['test']),
    cwd: root,
    env: {
      BROWSER_TESTS_JSON: report,
      BROWSER_TESTS_SITE: SITE,
      ...(browser.path === null ? {} : { CHROMIUM_PATH: browser.path }),
    },
    limit: LONGEST_RUN,
  });
  return outcomeOfRun('browser tests', ended, outcomeOfPlaywright(await textOf(report)));
}

/** The wikis are installed and started by a run of their own, which ends as this one does. */
async function wikis(root: string): Promise<Outcome> {
  const ended = await runProcess({
    ...toolCommand(root, 'tsx/dist/cli.mjs', [WIKIS, ...FEW_WIKIS]),
    cwd: root,
    env: { BROWSER_TESTS_SITE: SITE },
    limit: LONGEST_RUN,
  });
  const reported = outcomeOfLastLine('real wikis', ended.output);
  const isAllNotRun =
    reported !== null && reported.passed + reported.failures.length === 0 && reported.notRun.length > 0;
  return isAllNotRun && ended.code === 0 ? reported : outcomeOfRun('real wikis', ended, reported);
}

function notBuilt(): Outcome {
  return { passed: 0, failures: ['browser tests: there is no site to test, as the build failed'], notRun: [] };
}

/** Tools are started by their own files, so that neither a shell nor npx stands between. */
function toolCommand(root: string, tool: string, args: readonly string[]): { command: string; args: string[] } {
  return { command: process.execPath, args: [join(root, 'node_modules', tool), ...args] };
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
