import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { serve } from '../../src/node/serve.ts';
import { CHROMIUM_FLAGS, findChromium } from '../e2e/chromium.ts';
import { lastLine, type Outcome } from '../run/outcome.ts';
import { checksOf, evidenceFolder } from './check-wiki.ts';
import { startDokuWiki } from './dokuwiki.ts';
import { startTiddlyWiki } from './tiddlywiki.ts';

// `npm run test:wikis`: the dialog's own snippets in real wikis, in a real browser. The site has to be built.

const WIKIS = [
  ['dokuwiki', startDokuWiki],
  ['tiddlywiki', startTiddlyWiki],
] as const;
/** Under continuous integration fewer real wikis than this is a failure. */
const FEWEST = 2;

const root = resolve(import.meta.dirname, '../..');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const outcome = await runWikis();
for (const reason of outcome.notRun) say(`not run, because ${reason}`);
for (const failure of outcome.failures) say(`\n--- failed: ${failure}`);
say(lastLine(outcome));
process.exitCode = outcome.failures.length === 0 ? 0 : 1;

async function runWikis(): Promise<Outcome> {
  const executablePath = findChromium(process.env);
  const site = await serve({
    directory: join(root, process.env['BROWSER_TESTS_SITE'] ?? 'dist'),
    host: '127.0.0.1',
    port: 0,
  });
  if (site.kind !== 'serving') throw new Error(`the built site cannot be served: ${site.kind}`);
  const browser = await chromium.launch({
    args: [...CHROMIUM_FLAGS],
    ...(executablePath === null ? {} : { executablePath }),
  });
  // The wikis are on 127.0.0.1: under this name the charts are on another site.
  const charts = `http://localhost:${site.port}/`;
  const evidence = await evidenceFolder(root);
  const notRun: string[] = [];
  const failures: string[] = [];
  let passed = 0;
  for (const [id, start] of WIKIS) {
    const started = await start();
    if (started.kind === 'absent') {
      notRun.push(started.reason);
      continue;
    }
    for (const { title, run } of checksOf(browser, started.wiki, id, charts, evidence)) {
      try {
        await run();
        passed += 1;
        say(`ok    ${title}`);
      } catch (error) {
        failures.push(`${title}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        say(`FAIL  ${title}`);
      }
    }
    await started.wiki.close();
  }
  await browser.close();
  await site.close();
  const isAutomated = (process.env['CI'] ?? '') !== '';
  if (isAutomated && WIKIS.length - notRun.length < FEWEST) {
    failures.push(`fewer than ${FEWEST} real wikis could be started: ${notRun.join('; ')}`);
  }
  return { passed, failures, notRun };
}
