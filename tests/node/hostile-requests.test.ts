import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect, it, describe, onTestFinished } from 'vitest';
import { compressSite } from '../../src/node/compress.ts';
import { folderWith } from './folder.ts';
import { KNOWN, randomRequests } from './hostile/requests.ts';
import { sendRequests } from './hostile/send-requests.ts';
import { type ServerAtHand, serverAtHand } from './hostile/server-at-hand.ts';

/** HOSTILE_REQUESTS=100000 sends that many; without it a run that fits among the other tests. */
const REQUESTS = Number(process.env['HOSTILE_REQUESTS'] ?? '20000');
const BATCH = 2000;
const MINUTES = 60_000;
const MIB = 1024 * 1024;
const PAGE = `<!doctype html><title>Chart</title>${'<p>A chart.</p>'.repeat(500)}`;

async function siteFolder(): Promise<string> {
  const folder = await folderWith({
    'index.html': PAGE,
    'assets/index-abc.js': 'export const a = 1;\n'.repeat(20_000),
    'embed/a/overlay/index.html': PAGE,
    'embed/a/overlay/oembed.json': '{"provider_url":"https://charts.example.org/"}',
    'embed/a/overlay/frame.json': '{}',
  });
  await compressSite(folder);
  return folder;
}

async function expectPage({ url, said }: ServerAtHand, text: string): Promise<void> {
  const answer = await fetch(url).catch((error: unknown) => {
    throw new Error(`no page any more: ${said()}`, { cause: error });
  });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain(text);
}

/** Opens connections on which `text` is sent and nothing more. */
async function hold(port: number, count: number, text: string): Promise<Socket[]> {
  const sockets = Array.from({ length: count }, () => connect({ host: '127.0.0.1', port }));
  onTestFinished(() => sockets.forEach((socket) => void socket.destroy()));
  await Promise.all(
    sockets.map(async (socket) => {
      socket.on('error', () => undefined);
      await once(socket, 'connect');
      socket.write(text);
    }),
  );
  return sockets;
}

describe.each([
  ['the server of the built site', 'site', PAGE, siteFolder],
  [
    'the development server',
    'development',
    '<title>Market Reaction</title>',
    async () => join(import.meta.dirname, '../..'),
  ],
] as const)('%s', (_name, kind, page, folder) => {
  it('gives the page after each known kind of request', { timeout: 2 * MINUTES }, async () => {
    const server = await serverAtHand(kind, await folder());
    for (const bytes of KNOWN) {
      for (const manner of ['takes', 'resets'] as const) await sendRequests(server.port, [{ bytes, manner }]);
      await expectPage(server, page);
    }
    expect(server.said()).not.toMatch(/error/i);
  });

  it(
    'gives the page after each batch of random requests, and holds no more afterwards',
    { timeout: 30 * MINUTES },
    async () => {
      const server = await serverAtHand(kind, await folder());
      const count = kind === 'site' ? REQUESTS : REQUESTS / 10;
      // What is loaded and kept once is there before anything is counted.
      await sendRequests(server.port, randomRequests(BATCH, 0));
      const before = await server.holds();
      for (let batch = 1; batch * BATCH <= count; batch += 1) {
        await sendRequests(server.port, randomRequests(BATCH, batch));
        await expectPage(server, page);
      }
      await expect
        .poll(async () => (await server.holds()).openFiles, { timeout: 15_000 })
        .toBeLessThan(before.openFiles + 10);
      const after = await server.holds();
      if (process.env['HOSTILE_REQUESTS'] !== undefined)
        process.stdout.write(`${kind}: ${JSON.stringify({ count, before, after })}\n`);
      expect(after.heapUsed).toBeLessThan(before.heapUsed + 10 * MIB);
    },
  );

  it(
    'gives the page while two thousand connections say nothing or half of a request',
    { timeout: 2 * MINUTES },
    async () => {
      const server = await serverAtHand(kind, await folder());
      await hold(server.port, 1000, '');
      await hold(server.port, 1000, 'GET / HTTP/1.1\r\nHost: a\r\nX: ');
      await expectPage(server, page);
    },
  );
});

describe('a client of the built site that does not finish its request', () => {
  it.each([
    ['head', 'GET / HTTP/1.1\r\nHost: a\r\nX: half', '408'],
    ['body', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf', '405'],
  ])('is sent away when its %s does not come', { timeout: MINUTES }, async (_part, text, status) => {
    const server = await serverAtHand('site', await siteFolder());
    const [socket] = await hold(server.port, 1, text);
    let answer = '';
    socket?.on('data', (part: Buffer) => (answer += part.toString()));
    if (socket !== undefined) await once(socket, 'close');
    expect(answer).toContain(`HTTP/1.1 ${status}`);
  });
});
