import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debianPackages } from './debian-packages.ts';
import { freePort, type Started, startServer, stopServer } from './wiki.ts';

/** The wiki of a fresh Fossil repository, in Markdown. It shows no frame in any setting. */
export async function startFossil(): Promise<Started> {
  const reason = debianPackages('Fossil', ['fossil'], ['fossil']);
  if (reason !== null) return { kind: 'absent', reason };
  const folder = await mkdtemp(join(tmpdir(), 'market-reaction-fossil-'));
  const repository = join(folder, 'wiki.fossil');
  const env = { ...process.env, USER: 'tester', HOME: folder };
  const fossil = (args: readonly string[], input = ''): void => {
    const { status, stderr } = spawnSync('fossil', args, { env, input, encoding: 'utf8' });
    if (status !== 0) throw new Error(`fossil ${args.join(' ')}: ${stderr}`);
  };
  fossil(['new', repository, '--admin-user', 'tester']);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const server = await startServer('fossil', ['server', repository, '--port', String(port), '--localhost'], url, {
    env,
  });
  const written = new Set<string>();
  return {
    kind: 'running',
    wikis: [
      {
        name: 'Fossil',
        id: 'fossil',
        dialog: 'other',
        shows: ['picture'],
        write: async (title, text, isDark) => {
          fossil(
            ['wiki', written.has(title) ? 'commit' : 'create', title, '-R', repository, '-M', 'text/x-markdown'],
            text,
          );
          written.add(title);
          return `${url}wiki?name=${title}${isDark ? '&skin=darkmode' : ''}`;
        },
      },
    ],
    close: async () => {
      await stopServer(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
