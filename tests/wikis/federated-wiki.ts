import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, type Started, startServer, stopServer } from './wiki.ts';

const VERSION = '0.40.2';
/** Forty packages that only this test uses: they are not among the project's own. */
const FOLDER = join(import.meta.dirname, '../../.cache/federated-wiki');
const PROGRAM = join(FOLDER, 'node_modules/wiki/index.js');

/** Federated Wiki's own server on a fresh wiki. A chart is a frame item that holds the address. */
export async function startFederatedWiki(): Promise<Started> {
  if (!existsSync(PROGRAM)) {
    await mkdir(FOLDER, { recursive: true });
    const args = ['install', '--prefix', FOLDER, '--no-audit', '--no-fund', '--loglevel=error', `wiki@${VERSION}`];
    const { stderr } = spawnSync('npm', args, { encoding: 'utf8' });
    if (!existsSync(PROGRAM)) {
      return { kind: 'absent', reason: `Federated Wiki could not be installed: ${stderr.trim().split('\n')[0] ?? ''}` };
    }
  }
  const folder = await mkdtemp(join(tmpdir(), 'market-reaction-federated-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const place = ['--port', String(port), '--host', '127.0.0.1', '--data', folder];
  // It looks for its plugins within itself, where npm does not put them.
  const args = [PROGRAM, ...place, '--security_legacy', '--packageDir', join(FOLDER, 'node_modules')];
  const server = await startServer(process.execPath, args, url, { cwd: FOLDER });
  return {
    kind: 'running',
    wikis: [
      {
        name: 'Federated Wiki',
        id: 'federated-wiki',
        dialog: 'federated',
        shows: ['frame'],
        follows: true,
        complains: /reading 'setup'/,
        frame: ({ first }) => first,
        write: async (title, text) => {
          const item = { type: 'frame', id: '0123456789abcdef', text };
          const journal = [{ type: 'create', item: { title, story: [item] }, date: 0 }];
          await mkdir(join(folder, 'pages'), { recursive: true });
          await writeFile(join(folder, 'pages', title), JSON.stringify({ title, story: [item], journal }));
          return `${url}view/${title}`;
        },
      },
    ],
    close: async () => {
      await stopServer(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
