import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debianPackages } from './debian-packages.ts';
import { freePort, type Started, startServer, stopServer, type Wiki } from './wiki.ts';

const DARK = 'body, #container, #content { background: #14171a !important; color: #ddd !important; }';
const AUTHOR = ['-c', 'user.name=Test', '-c', 'user.email=test@wiki.example'];

/** gitit twice: as it comes, and with its sanitiser off. */
export async function startGitit(): Promise<Started> {
  const reason = debianPackages('gitit', ['gitit', 'git'], ['gitit', 'git']);
  if (reason !== null) return { kind: 'absent', reason };
  const both = await Promise.all([running(true), running(false)]);
  return {
    kind: 'running',
    wikis: both.map(({ wiki }) => wiki),
    close: async () => {
      await Promise.all(both.map(({ close }) => close()));
    },
  };
}

async function running(isSanitised: boolean): Promise<{ wiki: Wiki; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'market-reaction-gitit-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const lines = [
    'address: 127.0.0.1',
    `port: ${port}`,
    'repository-path: wikidata',
    'require-authentication: none',
    `xss-sanitize: ${isSanitised ? 'yes' : 'no'}`,
    'compress-responses: no',
    'math: raw',
  ];
  await writeFile(join(folder, 'gitit.conf'), `${lines.join('\n')}\n`);
  const server = await startServer('gitit', ['-f', 'gitit.conf'], url, { cwd: folder });
  const pages = join(folder, 'wikidata');
  const git = (...args: string[]): void => {
    const { status, stderr } = spawnSync('git', [...AUTHOR, ...args], { cwd: pages, encoding: 'utf8' });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  };
  return {
    wiki: {
      name: isSanitised ? 'gitit' : 'gitit without its sanitiser',
      id: isSanitised ? 'gitit' : 'gitit-html',
      dialog: 'other',
      shows: isSanitised ? ['picture'] : ['element', 'frame', 'picture'],
      write: async (title, text, isDark) => {
        await writeFile(join(folder, 'static/css/custom.css'), isDark ? DARK : '');
        await writeFile(join(pages, `${title}.page`), `${text}\n`);
        git('add', '-A');
        git('commit', '--quiet', '--allow-empty', '-m', title);
        return url + title;
      },
    },
    close: async () => {
      await stopServer(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
