import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debianPackages, PHP } from './debian-packages.ts';
import { freePort, type Started, startServer, stopServer } from './wiki.ts';

const PROGRAM = '/usr/share/dokuwiki';
const DARK = 'body, .dokuwiki .page, #dokuwiki__site { background: #14171a !important; color: #ddd !important; }';

/** DokuWiki with HTML allowed, on copies of its configuration and pages, served by PHP itself. */
export async function startDokuWiki(): Promise<Started> {
  const reason = debianPackages('DokuWiki', ['php', join(PROGRAM, 'doku.php')], ['dokuwiki', ...PHP]);
  if (reason !== null) return { kind: 'absent', reason };
  const folder = await mkdtemp(join(tmpdir(), 'market-reaction-dokuwiki-'));
  const [conf, data] = [join(folder, 'conf'), join(folder, 'data')];
  await cp('/etc/dokuwiki', conf, { recursive: true, dereference: true });
  await cp('/var/lib/dokuwiki/data', data, { recursive: true, dereference: true });
  const settings = { title: 'Wiki', useacl: 0, htmlok: 1, savedir: data };
  const lines = Object.entries(settings).map(([name, value]) => `$conf['${name}'] = ${JSON.stringify(value)};`);
  await writeFile(join(conf, 'local.php'), `<?php\n${lines.join('\n')}\n`);
  await rm(join(conf, 'local.protected.php'), { force: true });
  const prepend = join(folder, 'prepend.php');
  await writeFile(prepend, `<?php define('DOKU_CONF', '${conf}/'); define('DOKU_MAIN_CONF', '${conf}/');\n`);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const args = [
    '-d',
    `auto_prepend_file=${prepend}`,
    '-d',
    'display_errors=0',
    '-S',
    `127.0.0.1:${port}`,
    '-t',
    PROGRAM,
  ];
  const server = await startServer('php', args, `${url}doku.php`);
  return {
    kind: 'running',
    wikis: [
      {
        name: 'DokuWiki',
        id: 'dokuwiki',
        dialog: 'dokuwiki',
        shows: ['element', 'frame', 'picture'],
        write: async (title, text, isDark) => {
          const look = isDark ? `<html><style>${DARK}</style></html>\n` : '';
          await writeFile(join(data, 'pages', `${title}.txt`), `====== ${title} ======\n${look}${text}\n`);
          return `${url}doku.php?id=${title}`;
        },
      },
    ],
    close: async () => {
      await stopServer(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
