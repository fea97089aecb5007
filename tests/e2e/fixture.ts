import { join } from 'node:path';
import { type BrowserContext, expect, test as base } from '@playwright/test';
import { createServer } from 'vite';
import { serve } from '../../src/node/serve.ts';
import { siteMiddleware } from '../../src/node/site-middleware.ts';

const root = join(import.meta.dirname, '../..');

/** A site that is being served on this machine. */
interface Site {
  /** Address, ending in a slash, on the host 127.0.0.1. */
  readonly url: string;
  readonly port: number;
}

/** What a page did that no reader should ever meet. */
interface Strays {
  /** What was seen so far, as `console: …`, `page: …` or `request: …`. */
  readonly found: readonly string[];
  /** Errors that a test provokes on purpose: a stray whose text matches one of them is none. */
  readonly expected: RegExp[];
  /** Also watches a context that the test has made itself. */
  watch(context: BrowserContext): void;
}

/**
 * Playwright's `test` with the built site behind `page.goto('./…')`. A test fails on any error on the console or in
 * a page, and on any request that leaves this machine.
 */
export const test = base.extend<{ strays: Strays }, { site: Site; devSite: Site }>({
  /** The built site, served as `npm start` does. */
  site: [
    async ({}, provide) => {
      const directory = join(root, process.env['BROWSER_TESTS_SITE'] ?? 'dist');
      const served = await serve({ directory, host: '127.0.0.1', port: 0, before: siteMiddleware(directory) });
      if (served.kind !== 'serving') throw new Error(`The built site cannot be served: ${served.kind}`);
      await provide(served);
      await served.close();
    },
    { scope: 'worker' },
  ],
  /** The development server, where msw answers for the live sources. */
  devSite: [
    async ({}, provide, worker) => {
      const server = await createServer({
        root,
        configFile: join(root, 'vite.config.ts'),
        // A folder for each worker: two servers that prepare dependencies in one would disturb each other.
        cacheDir: join(root, `.cache/vite-${worker.workerIndex}`),
        logLevel: 'error',
        server: { port: 0, host: '127.0.0.1' },
      });
      await server.listen();
      const address = server.httpServer?.address();
      if (address === null || address === undefined || typeof address === 'string') throw new Error('vite has no port');
      await provide({ url: `http://127.0.0.1:${address.port}/`, port: address.port });
      await server.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ site }, provide) => provide(site.url),
  strays: [
    async ({ context }, provide) => {
      const found: string[] = [];
      const expected: RegExp[] = [];
      const watch = (watched: BrowserContext): void => {
        watched.on('console', (message) => {
          const { url } = message.location();
          // The browser asks for it by itself when a bare file is opened.
          if (message.type() !== 'error' || url.endsWith('/favicon.ico')) return;
          found.push(`console: ${message.text()} (${url})`);
        });
        watched.on('weberror', (error) => found.push(`page: ${error.error().stack ?? String(error.error())}`));
        watched.on('request', (request) => {
          if (leavesThisMachine(request.url())) found.push(`request: ${request.url()}`);
        });
        watched.on('response', (response) => {
          // What msw's service worker has answered has left the page, but not this machine.
          const index = response.fromServiceWorker() ? found.indexOf(`request: ${response.url()}`) : -1;
          if (index >= 0) found.splice(index, 1);
        });
      };
      watch(context);
      await provide({ found, expected, watch });
      expect(found.filter((stray) => !expected.some((pattern) => pattern.test(stray)))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\]|.+\.localhost)$/;

function leavesThisMachine(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return /^(?:https?|wss?):$/.test(protocol) && !LOOPBACK.test(hostname);
}
