import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { compressSite } from '../../src/node/compress.ts';
import { serve } from '../../src/node/serve.ts';
import { CHROMIUM_FLAGS, findChromium } from '../e2e/chromium.ts';
import { benchDashboard, BROWSER_PARTS, type BrowserPart } from './dashboard.ts';
import { benchDrop } from './drop.ts';
import { benchEmbed, writeStillFrame } from './embed.ts';
import { type Part, printed } from './figures.ts';
import { writeRivalPages } from './rival-pages.ts';
import { writeSyntheticStudy } from './synthetic-study.ts';

const USAGE = `Usage: npm run bench -- [--only first,hover,range,panel,embed,drop,statistics,parsing] [--runs N]

  --only NAMES  what to measure, separated by commas; everything without it
  --runs N      counted rounds of the browser measurements, 9 without it; one more comes first and is not counted
`;
const WRONG_USAGE = 2;
/** The part about frame pages, which is measured in the same browser and on the same site. */
const EMBED = 'embed';
/** The part about a file that is dropped: it has a study of its own, with as many rows as the file. */
const DROP = 'drop';
const DROPPED_ROWS = 20_000;
const root = resolve(import.meta.dirname, '../..');
const say = (text: string): void => void process.stderr.write(text);

/** Parts that need no browser: a file here, and what it exports. They are left out where the file is not there. */
const IN_NODE: Readonly<Record<string, string>> = { statistics: 'benchStatistics', parsing: 'benchParsing' };

process.exitCode = await main();

async function main(): Promise<number> {
  const asked = readArguments();
  if (asked === null) {
    process.stderr.write(USAGE);
    return WRONG_USAGE;
  }
  const parts: Part[] = [];
  const inBrowser = BROWSER_PARTS.filter((part) => asked.only.includes(part));
  const others = [EMBED, DROP].filter((part) => asked.only.includes(part));
  if (inBrowser.length + others.length > 0) parts.push(...(await browserParts(inBrowser, others, asked.runs)));
  for (const [name, exported] of Object.entries(IN_NODE)) {
    if (asked.only.includes(name)) parts.push(...(await nodePart(name, exported)));
  }
  process.stdout.write(`${printed(parts)}\n`);
  return parts.every(({ rows }) => rows.every(({ met }) => met)) ? 0 : 1;
}

function readArguments(): { only: readonly string[]; runs: number } | null {
  const names = [...BROWSER_PARTS, EMBED, DROP, ...Object.keys(IN_NODE)];
  try {
    const { values } = parseArgs({ options: { only: { type: 'string' }, runs: { type: 'string', default: '9' } } });
    const only = values.only?.split(',') ?? names;
    const runs = Number(values.runs);
    return only.every((name) => names.includes(name)) && Number.isInteger(runs) && runs > 0 ? { only, runs } : null;
  } catch {
    return null;
  }
}

async function nodePart(name: string, exported: string): Promise<Part[]> {
  const file = join(import.meta.dirname, `${name}.ts`);
  if (!existsSync(file)) return [];
  const loaded = (await import(pathToFileURL(file).href)) as Record<string, (() => Promise<Part>) | undefined>;
  const bench = loaded[exported];
  if (bench === undefined) throw new Error(`${name}.ts exports no ${exported}`);
  say(`${name}\n`);
  return [await bench()];
}

/** Builds a site with made-up studies, serves it, and measures it in one Chromium. */
async function browserParts(wanted: readonly BrowserPart[], others: readonly string[], runs: number): Promise<Part[]> {
  const folder = await mkdtemp(join(tmpdir(), 'market-reaction-bench-'));
  const site = join(folder, 'site');
  try {
    const small = await writeSyntheticStudy(join(folder, 'studies'), 60);
    const studies = [small, await writeSyntheticStudy(join(folder, 'studies'), 5000)];
    const long = others.includes(DROP) ? await writeSyntheticStudy(join(folder, 'studies'), DROPPED_ROWS) : null;
    say('building the site\n');
    await build(site, join(folder, 'studies'));
    await writeRivalPages(site, studies);
    await writeStillFrame(site, small);
    await compressSite(site);
    const served = await serve({ directory: site, host: '127.0.0.1', port: 0 });
    if (served.kind !== 'serving') throw new Error(`The site cannot be served: ${served.kind}`);
    const executablePath = findChromium(process.env);
    const browser = await chromium.launch({
      ...(executablePath === null ? {} : { executablePath }),
      args: [...CHROMIUM_FLAGS],
    });
    say(`Chromium ${browser.version()}\n`);
    try {
      const { url } = served;
      const parts = wanted.length > 0 ? await benchDashboard(browser, { url, studies }, wanted, runs, say) : [];
      if (others.includes(EMBED)) parts.push(await benchEmbed(browser, { url, study: small }, runs, say));
      if (long !== null) parts.push(await benchDrop(browser, { url, study: long }, runs, say));
      return parts;
    } finally {
      await browser.close();
      await served.close();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

function build(out: string, studies: string): Promise<void> {
  const args = ['--import', 'tsx', 'src/node/build.ts', '--out', out, '--studies', studies];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('exit', (code) => {
      if (code === 0) done();
      else fail(new Error('The site could not be built; the reason stands above.'));
    });
  });
}
