import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { compressSite } from '../../src/node/compress.ts';
import { serve } from '../../src/node/serve.ts';
import { folderWith } from './folder.ts';

const page = `<!doctype html><title>Chart</title>${'<p>A chart.</p>'.repeat(200)}`;
const SITE = {
  'index.html': page,
  'assets/index-abc.js': 'export const a = 1;\n'.repeat(200),
  'market-reaction.js': 'export const b = 1;',
  'studies/a/closes/IXIC.csv': `date,close\n${'2025-07-15,20677.8\n'.repeat(200)}`,
  'studies/a/study.json': '{}',
  'embed/a/overlay/index.html': page,
  'embed/a/overlay/light.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'frozen/0123/index.html': page,
};
const FORBIDDEN = ['x-frame-options', 'cross-origin-embedder-policy', 'cross-origin-opener-policy'];
const SAME = [
  'access-control-allow-origin',
  'cross-origin-resource-policy',
  'x-content-type-options',
  'referrer-policy',
  'cache-control',
];

/** The first block of that language which begins a server, as it stands in the documentation. */
async function rules(language: string, begin: string): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '../../docs/deployment.md'), 'utf8');
  const blocks = [...text.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, block = '']) => block,
  );
  const found = blocks.find((block) => block.includes(begin));
  if (found === undefined) throw new Error(`no ${language} block holds ${begin}`);
  return found;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Starts a server that ends with the test, and waits until it answers. */
async function started(command: string, args: readonly string[], port: number, home: string): Promise<string> {
  const child: ChildProcess = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: home },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (said += part.toString()));
  onTestFinished(async () => {
    if (child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  });
  const url = `http://127.0.0.1:${port}`;
  await expect
    .poll(
      () =>
        fetch(url).then(
          ({ status }) => status,
          () => said,
        ),
      { timeout: 15_000 },
    )
    .toBe(200);
  return url;
}

const SERVERS = {
  nginx: async (site: string, folder: string, port: number): Promise<string> => {
    const http = (await rules('nginx', 'map $uri $kept')).replace(
      'include mime.types',
      'include /etc/nginx/mime.types',
    );
    const server = (await rules('nginx', 'server_name'))
      .replace('listen 80;', `listen 127.0.0.1:${port};`)
      .replace('/srv/reaction', site)
      .replace('/var/log/nginx/reaction.log', join(folder, 'access.log'));
    const file = join(folder, 'nginx.conf');
    await writeFile(
      file,
      `user root;\ndaemon off;\npid ${folder}/pid;\nerror_log stderr;\nevents {}\nhttp {\n${http}\n${server}\n}\n`,
    );
    return started('nginx', ['-p', folder, '-e', 'stderr', '-c', file], port, folder);
  },
  caddy: async (site: string, folder: string, port: number): Promise<string> => {
    const server = (await rules('caddyfile', 'file_server'))
      .replace('charts.example.org {', `http://127.0.0.1:${port} {`)
      .replace('/srv/reaction', site);
    const file = join(folder, 'Caddyfile');
    await writeFile(file, `{\n\tadmin off\n}\n${server}`);
    return started('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], port, folder);
  },
} as const;

describe.each(Object.entries(SERVERS))('the rules for %s', (name, start) => {
  const isHere = spawnSync('sh', ['-c', 'command -v "$0"', name]).status === 0;

  it.skipIf(!isHere)('answer as npm start does', { timeout: 60_000 }, async () => {
    const site = await folderWith(SITE);
    await compressSite(site);
    const ours = await serve({ directory: site, host: '127.0.0.1', port: 0 });
    if (ours.kind !== 'serving') throw new Error(ours.kind);
    onTestFinished(() => ours.close());
    const theirs = await start(site, await folderWith({}), await freePort());
    for (const path of [...Object.keys(SITE), '', 'embed/a/overlay/', 'frozen/0123/']) {
      const [wanted, given] = await Promise.all([fetch(ours.url + path), fetch(`${theirs}/${path}`)]);
      const told = (answer: Response) => SAME.map((header) => `${header}: ${answer.headers.get(header)}`);
      // nginx and Caddy send a page at its folder's address where its own file is asked for.
      expect({ path, status: given.status }).toEqual({ path, status: 200 });
      expect({ path, told: told(given) }).toEqual({ path, told: told(wanted) });
      expect(FORBIDDEN.filter((header) => given.headers.has(header))).toEqual([]);
      expect(given.headers.get('content-security-policy') ?? '').not.toContain('frame-ancestors');
      expect(await given.text()).toBe(await wanted.text());
    }
    for (const path of ['studies/a/closes/IXIC.csv', 'embed/a/overlay/light.svg', 'studies/a/study.json']) {
      expect((await fetch(`${theirs}/${path}`)).headers.get('content-type')).toMatch(
        /csv; ?charset=utf-8$|svg\+xml|json/i,
      );
    }
    const twin = await fetch(`${theirs}/assets/index-abc.js`, { headers: { 'accept-encoding': 'gzip' } });
    expect(twin.headers.get('content-encoding')).toBe('gzip');
    const missing = await fetch(`${theirs}/assets/not-yet.js`);
    expect(missing.status).toBe(404);
    expect(missing.headers.get('cache-control') ?? 'no-store').toBe('no-store');
  });
});
