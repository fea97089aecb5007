import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from '@playwright/test';
import { test as base } from './fixture.ts';

/** A page of somebody else, on another site than the charts: 127.0.0.1, where the charts are on localhost. */
interface Host {
  /** Serves a body from now on, with further headers, and gives its address. */
  page(body: string, headers?: Readonly<Record<string, string>>): string;
}

interface Charts {
  /** Address of the built site on localhost, ending in a slash. */
  readonly url: string;
  /** Address of a chart's frame page. */
  frame(chart: string, query?: string): string;
}

export const CHARTS = ['overlay', 'event-time', 'daily', 'multiples'] as const;

/** Playwright's `test` with a host of another site, and the built site under the name localhost. */
export const test = base.extend<{ host: Host; charts: Charts }>({
  host: async ({}, provide) => {
    const pages: { body: string; headers: Readonly<Record<string, string>> }[] = [];
    const server = createServer((request, response) => {
      const page = pages[Number(request.url?.slice(1))];
      response.writeHead(page === undefined ? 404 : 200, {
        'Content-Type': 'text/html; charset=utf-8',
        ...page?.headers,
      });
      response.end(page?.body ?? '');
    });
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    const { port } = server.address() as AddressInfo;
    await provide({
      page: (body, headers = {}) => {
        pages.push({ body: `<!doctype html><title>Wiki</title><link rel="icon" href="data:,">${body}`, headers });
        return `http://127.0.0.1:${port}/${pages.length - 1}`;
      },
    });
    server.closeAllConnections();
    server.close();
  },
  charts: async ({ site }, provide) => {
    const url = `http://localhost:${site.port}/`;
    await provide({ url, frame: (chart, query = '') => `${url}embed/nvidia-h20/${chart}/${query}` });
  },
});

export { expect } from './fixture.ts';

/** The frame of a page, loaded. Throws where there is none. */
export async function onlyFrame(page: Page): Promise<Frame> {
  const frame = page.frames()[1];
  if (frame === undefined) throw new Error('the page has no frame');
  await frame.waitForLoadState('load');
  return frame;
}

/** What reading `localStorage` does in a frame: "readable", or the name of the error. */
export function readStorage(frame: Frame): Promise<string> {
  return frame.evaluate(() => {
    try {
      return window.localStorage === null ? 'null' : 'readable';
    } catch (error) {
      return error instanceof Error ? error.name : String(error);
    }
  });
}

/** Notes every message that the page gets from its frames, before any script of it runs. */
export async function noteMessages(page: Page): Promise<() => Promise<unknown[]>> {
  await page.addInitScript(() => {
    const noted: unknown[] = [];
    Object.assign(window, { noted });
    window.addEventListener('message', ({ data }) => noted.push(data));
  });
  return () => page.evaluate(() => ('noted' in window ? (window.noted as unknown[]) : []));
}
