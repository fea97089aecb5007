import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, type Started, startServer, stopServer } from './wiki.ts';

const PROGRAM = join(import.meta.dirname, '../../node_modules/tiddlywiki/tiddlywiki.js');

/** TiddlyWiki's own server on a fresh wiki. Frames need no setting there. */
export async function startTiddlyWiki(): Promise<Started> {
  if (!existsSync(PROGRAM)) return { kind: 'absent', reason: 'the package tiddlywiki is not installed' };
  const folder = await mkdtemp(join(tmpdir(), 'market-reaction-tiddlywiki-'));
  const made = spawnSync(process.execPath, [PROGRAM, folder, '--init', 'server'], { encoding: 'utf8' });
  if (made.status !== 0) return { kind: 'absent', reason: `TiddlyWiki cannot make a wiki: ${made.stderr.trim()}` };
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const args = [PROGRAM, folder, '--listen', 'host=127.0.0.1', `port=${port}`];
  const server = await startServer(process.execPath, args, `${url}status`);
  const put = async (title: string, text: string): Promise<void> => {
    const answer = await fetch(`${url}recipes/default/tiddlers/${encodeURIComponent(title)}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'TiddlyWiki' },
      body: JSON.stringify({ title, text }),
    });
    if (!answer.ok) throw new Error(`TiddlyWiki did not take the tiddler: status ${answer.status}`);
  };
  return {
    kind: 'running',
    wikis: [
      {
        name: 'TiddlyWiki',
        id: 'tiddlywiki',
        dialog: 'tiddlywiki',
        shows: ['frame', 'picture'],
        write: async (title, text, isDark) => {
          await put('$:/palette', isDark ? '$:/palettes/GruvboxDark' : '$:/palettes/Vanilla');
          await put('$:/DefaultTiddlers', `[[${title}]]`);
          await put(title, text);
          return url;
        },
      },
    ],
    close: async () => {
      await stopServer(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
