import { readdirSync } from 'node:fs';
import { createServer } from 'vite';
import { serve } from '../../../src/node/serve.ts';
import { siteMiddleware } from '../../../src/node/site-middleware.ts';

// The real servers in a process of their own, so that what ends one is seen: `site FOLDER` is what `npm start` serves,
// `development FOLDER` what `npm run dev` does. Tells its parent where it is, and, asked for it, what it holds.

const [kind = '', folder = ''] = process.argv.slice(2);

process.on('message', () => {
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  // Where there is no such folder, nothing can be said of open files.
  const openFiles = process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0;
  process.send?.({ heapUsed: heapUsed + external, rss, openFiles });
});
process.send?.(kind === 'site' ? await site() : await development());

async function site(): Promise<string> {
  const before = siteMiddleware(folder);
  const served = await serve({ directory: folder, host: '127.0.0.1', port: 0, before, onFault: report });
  if (served.kind !== 'serving') throw new Error(served.kind);
  return served.url;
}

async function development(): Promise<string> {
  const server = await createServer({
    root: folder,
    logLevel: 'silent',
    server: { port: 0, host: '127.0.0.1' },
    optimizeDeps: { noDiscovery: true, include: [] },
  });
  await server.listen();
  return server.resolvedUrls?.local[0] ?? '';
}

function report(fault: string): void {
  process.stderr.write(`fault: ${fault}\n`);
}
