import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../src/node/serve.ts';
import { debianPackages } from './debian-packages.ts';
import type { Started, Wiki } from './wiki.ts';

const DARK = 'body, .page { background: #14171a !important; color: #ddd !important; }';

/** ikiwiki, which writes files for any host of files, twice: as it comes, and with its sanitiser off. */
export async function startIkiwiki(): Promise<Started> {
  const reason = debianPackages('ikiwiki', ['ikiwiki'], ['ikiwiki']);
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
  const folder = await mkdtemp(join(tmpdir(), 'market-reaction-ikiwiki-'));
  const [source, site] = [join(folder, 'source'), join(folder, 'site')];
  for (const one of [source, site]) await mkdir(one);
  const served = await serve({ directory: site, host: '127.0.0.1', port: 0 });
  if (served.kind !== 'serving') throw new Error(served.kind);
  const options = ['--wikiname', 'Wiki', ...(isSanitised ? [] : ['--disable-plugin', 'htmlscrubber'])];
  return {
    wiki: {
      name: isSanitised ? 'ikiwiki' : 'ikiwiki without its sanitiser',
      id: isSanitised ? 'ikiwiki' : 'ikiwiki-html',
      dialog: 'other',
      shows: isSanitised ? ['picture'] : ['element', 'frame', 'picture'],
      write: async (title, text, isDark) => {
        await writeFile(join(source, 'local.css'), isDark ? DARK : '');
        await writeFile(join(source, `${title}.mdwn`), `${text}\n`);
        const made = spawnSync('ikiwiki', [source, site, ...options], { encoding: 'utf8' });
        if (made.status !== 0) throw new Error(`ikiwiki did not take the page: ${made.stderr}`);
        return `${served.url}${title}/`;
      },
    },
    close: async () => {
      await served.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
