import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { serve } from '../../src/node/serve.ts';
import { CHROMIUM_FLAGS, findChromium } from '../e2e/chromium.ts';
import { lastLine, type Outcome } from '../run/outcome.ts';
import { checksOf, evidenceFolder } from './check-wiki.ts';
import { openDialog } from './dialog-snippets.ts';
import { startDokuWiki } from './dokuwiki.ts';
import { startFederatedWiki } from './federated-wiki.ts';
import { startFossil } from './fossil.ts';
import { startGitit } from './gitit.ts';
import { startIkiwiki } from './ikiwiki.ts';
import { startMediaWiki } from './mediawiki.ts';
import { startTiddlyWiki } from './tiddlywiki.ts';

// `npm run test:wikis`: the dialog's own snippets in real wikis, in a real browser. The site has to be built. Names of
// wikis after it choose among them.

const WIKIS = {
  dokuwiki: startDokuWiki,
  tiddlywiki: startTiddlyWiki,
  mediawiki: startMediaWiki,
  gitit: startGitit,
  ikiwiki: startIkiwiki,
  fossil: startFossil,
  'federated-wiki': startFederatedWiki,
} as const;
/** Under continuous integration all are asked for, and fewer than this is a failure. */
const FEWEST = 4;

const root = resolve(import.meta.dirname, '../..');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const outcome = await runWikis();
for (const reason of outcome.notRun) say(`not run, because ${reason}`);
for (const failure of outcome.failures) say(`\n--- failed: ${failure}`);
say(lastLine(outcome));
process.exitCode = outcome.failures.length === 0 ? 0 : 1;

function since(start: number): string {
  return `(${((performance.now() - start) / 1000).toFixed(1)} s)`;
}

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
  const bench = {
    browser,
    snippets: await openDialog(browser, charts),
    site: charts,
    evidence: await evidenceFolder(root),
  };
  const notRun: string[] = [];
  const failures: string[] = [];
  let passed = 0;
  const chosen = process.argv.slice(2);
  for (const [name, start] of Object.entries(WIKIS)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const began = performance.now();
    const started = await start().catch((error: unknown) => String(error));
    if (typeof started === 'string') {
      failures.push(`${name} did not start: ${started}`);
      continue;
    }
    if (started.kind === 'absent') {
      notRun.push(started.reason);
      continue;
    }
    say(`      ${name} started ${since(began)}`);
    for (const { title, run } of started.wikis.flatMap((wiki) => checksOf(bench, wiki))) {
      const begun = performance.now();
      try {
        await run();
        passed += 1;
        say(`ok    ${title} ${since(begun)}`);
      } catch (error) {
        failures.push(`${title}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        say(`FAIL  ${title} ${since(begun)}`);
      }
    }
    await started.close();
  }
  await browser.close();
  await site.close();
  const isAutomated = (process.env['CI'] ?? '') !== '';
  if (isAutomated && Object.keys(WIKIS).length - notRun.length < FEWEST) {
    failures.push(`fewer than ${FEWEST} real wikis could be started: ${notRun.join('; ')}`);
  }
  return { passed, failures, notRun };
}
