import { spawnSync } from 'node:child_process';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debianPackages, PHP } from './debian-packages.ts';
import type { DialogSnippets } from './dialog-snippets.ts';
import { freePort, type Shown, type Started, startServer, stopServer, type Wiki } from './wiki.ts';

const PROGRAM = '/usr/share/mediawiki';
const EDIT = `${PROGRAM}/maintenance/edit.php`;

/**
 * Three settings at three ports over the same pages: raw HTML, a tag of an extension that makes a frame of the address
 * within it, and neither, where only the addresses of pictures are shown.
 */
const SETTINGS = String.raw`
$wgMainCacheType = CACHE_NONE;
$wgParserCacheType = CACHE_NONE;
$wgServer = getenv( 'WIKI_SERVER' );
$wgAllowExternalImages = true;
$wgRawHtml = getenv( 'WIKI_SETTING' ) === 'html';
if ( getenv( 'WIKI_SETTING' ) === 'tag' ) {
	$wgHooks['ParserFirstCallInit'][] = function ( $parser ) {
		$parser->setHook( 'chart', function ( $address ) {
			return Html::element( 'iframe', [ 'src' => trim( $address ), 'title' => 'Chart', 'width' => '100%', 'height' => '501' ] );
		} );
	};
}
$wgHooks['BeforePageDisplay'][] = function ( $page ) {
	if ( str_contains( $page->getTitle()->getText(), 'dark' ) ) {
		$page->addInlineStyle( 'body, .mw-body, #mw-page-base { background: #14171a !important; color: #ddd !important; }' );
	}
};
`;

/** MediaWiki on a fresh SQLite database, served by PHP itself. */
export async function startMediaWiki(): Promise<Started> {
  const reason = debianPackages('MediaWiki', ['php', EDIT], ['mediawiki', ...PHP]);
  if (reason !== null) return { kind: 'absent', reason };
  const folder = await mkdtemp(join(tmpdir(), 'market-reaction-mediawiki-'));
  const settings = join(folder, 'LocalSettings.php');
  const password = crypto.randomUUID();
  const database = ['--dbtype', 'sqlite', '--dbpath', folder, '--dbname', 'wiki', '--confpath', folder];
  const site = ['--server', 'http://127.0.0.1', '--scriptpath', '', '--skins', 'Vector', '--pass', password];
  const made = spawnSync('php', [join(PROGRAM, 'maintenance/install.php'), ...database, ...site, 'Wiki', 'Admin'], {
    encoding: 'utf8',
  });
  if (made.status !== 0) return { kind: 'absent', reason: `MediaWiki cannot make a wiki: ${made.stderr.trim()}` };
  await appendFile(settings, SETTINGS);

  const servers: Awaited<ReturnType<typeof startServer>>[] = [];
  const serve = async (setting: string, name: string, shows: readonly Shown[]): Promise<Wiki> => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const env = { ...process.env, MW_CONFIG_FILE: settings, WIKI_SERVER: url, WIKI_SETTING: setting };
    servers.push(
      await startServer('php', ['-S', `127.0.0.1:${port}`, '-t', PROGRAM], `${url}/index.php/Special:Version`, { env }),
    );
    return {
      name,
      id: `mediawiki-${setting}`,
      dialog: 'mediawiki',
      shows,
      ...(setting === 'tag' ? { frame: ({ address }: DialogSnippets) => `<chart>${address}</chart>` } : {}),
      write: async (title, text, isDark) => {
        const page = `${title}${isDark ? ' dark' : ''}`;
        const put = spawnSync('php', [EDIT, '-u', 'Admin', page], { env, input: text, encoding: 'utf8' });
        if (put.status !== 0) throw new Error(`MediaWiki did not take the page: ${put.stdout}${put.stderr}`);
        return `${url}/index.php?title=${encodeURIComponent(page)}`;
      },
    };
  };
  return {
    kind: 'running',
    wikis: [
      await serve('html', 'MediaWiki with raw HTML', ['element', 'frame', 'picture']),
      await serve('tag', 'MediaWiki with a tag of an extension', ['frame']),
      await serve('picture', 'MediaWiki with pictures only', ['picture']),
    ],
    close: async () => {
      await Promise.all(servers.map(stopServer));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
