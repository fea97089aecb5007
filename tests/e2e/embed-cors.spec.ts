import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './embed-host.ts';

/** The built site again, on another port, with or without the header that lets pages without an origin read it. */
async function mirror(from: string, allows: boolean): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    void fetch(new URL(request.url ?? '/', from)).then(async (answer) => {
      const type = answer.headers.get('content-type') ?? 'application/octet-stream';
      response.writeHead(answer.status, {
        'Content-Type': type,
        ...(allows ? { 'Access-Control-Allow-Origin': '*' } : {}),
      });
      response.end(Buffer.from(await answer.arrayBuffer()));
    });
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/`, server };
}

for (const allows of [true, false]) {
  test(`in a sandbox, a chart from a host ${allows ? 'with' : 'without'} the CORS header ${allows ? 'answers' : 'stands still'}`, async ({
    page,
    site,
    host,
    strays,
  }) => {
    if (!allows) strays.expected.push(/CORS policy|ERR_FAILED/);
    const { url, server } = await mirror(site.url, allows);
    const frame = `${url}embed/nvidia-h20/overlay/`;
    await page.goto(
      host.page(`<iframe sandbox="allow-scripts" src="${frame}" title="Chart" width="700" height="600"></iframe>`),
    );
    const inside = page.frameLocator('iframe');
    await expect(inside.locator('[class^="mr-line-"] path')).toHaveCount(2);
    if (allows) await expect(inside.locator('.mr-live')).toBeAttached();
    else {
      await expect.poll(() => strays.found.some((stray) => stray.includes('CORS policy'))).toBe(true);
      await expect(inside.locator('.mr-live')).toHaveCount(0);
    }
    server.closeAllConnections();
    server.close();
  });
}

test('every file of an embed may be read from any origin', async ({ site }) => {
  const paths = ['', 'light.png', 'dark.svg', 'frame.json', 'latest.json'].map(
    (name) => `embed/nvidia-h20/overlay/${name}`,
  );
  for (const path of [
    ...paths,
    'market-reaction.js',
    'market-reaction.d.ts',
    'studies/nvidia-h20/study.json',
    'studies/nvidia-h20/closes/IXIC.csv',
  ]) {
    const answer = await fetch(new URL(path, site.url));
    expect(answer.status, path).toBe(200);
    expect(answer.headers.get('access-control-allow-origin'), path).toBe('*');
    expect(answer.headers.get('x-frame-options'), path).toBeNull();
    expect(answer.headers.get('content-security-policy') ?? '', path).not.toContain('frame-ancestors');
  }
});
