import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from './fixture.ts';

const root = join(import.meta.dirname, '../..');

test.describe.configure({ mode: 'serial', timeout: 180_000 });

interface Started {
  readonly url: string;
  /** What it wrote until it gave its address. */
  readonly said: string;
  /** Sends what Ctrl-C sends; gives the exit code and all that went to standard error. */
  stop(): Promise<{ readonly code: number | null; readonly errors: string }>;
}

const running = new Set<ChildProcess>();

// Also where a test has failed halfway, nothing that it has started stays behind.
test.afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});

/** Starts the site as `npm start` does, without input. */
async function start(...args: string[]): Promise<Started> {
  const child: ChildProcess = spawn(process.execPath, ['src/node/start.mjs', ...args], {
    cwd: root,
    // Node warns on standard error when a test runner has set both.
    env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const written = { out: '', err: '' };
  child.stderr?.on('data', (piece: Buffer) => void (written.err += piece.toString()));
  const ended = once(child, 'exit');
  const url = await new Promise<string>((done, fail) => {
    child.stdout?.on('data', (piece: Buffer) => {
      written.out += piece.toString();
      const address = /is at (\S+)/.exec(written.out)?.[1];
      if (address !== undefined) done(address);
    });
    void ended.then(() => fail(new Error(`It ended by itself.\n${written.out}${written.err}`)));
  });
  return {
    url,
    said: written.out,
    stop: async () => {
      child.kill('SIGINT');
      await ended;
      return { code: child.exitCode, errors: written.err };
    },
  };
}

test('npm start builds what is stale, serves it, and stops cleanly', async ({ page }) => {
  const site = await start('--port', '0');
  expect(site.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  await page.goto(site.url, { waitUntil: 'networkidle' });
  await expect(page.locator('.mr-drawing svg:visible').first()).toBeVisible();
  const refused = await page.request.get(`${site.url}proxy/charts.example.org/`);
  expect(refused.status()).toBe(403);
  await page.goto('about:blank');
  expect(await site.stop()).toEqual({ code: 0, errors: '' });
});

test('a second start builds nothing, and two stand side by side', async ({ request }) => {
  const [first, second] = await Promise.all([start(), start()]);
  expect(first.said).not.toContain('Building');
  expect(second.said).not.toContain('Building');
  expect(second.url).not.toBe(first.url);
  expect((await request.get(second.url)).status()).toBe(200);
  expect((await first.stop()).code).toBe(0);
  expect((await second.stop()).code).toBe(0);
});
