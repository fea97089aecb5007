import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** PHP without a web server: some of these only keep one from being installed along. */
export const PHP = [
  'php-cli',
  'php8.2-cgi',
  'php-sqlite3',
  'php-mbstring',
  'php-xml',
  'php-intl',
  'micro-httpd',
] as const;

/**
 * Sees that a wiki's programs (names on the PATH, or files) are there, from Debian's own packages where this is Debian
 * and may be changed. One sentence why they are not, else null.
 */
export function debianPackages(wiki: string, programs: readonly string[], packages: readonly string[]): string | null {
  const isThere = (): boolean =>
    programs.every((one) =>
      one.startsWith('/') ? existsSync(one) : spawnSync('sh', ['-c', 'command -v "$0"', one]).status === 0,
    );
  if (isThere()) return null;
  if (!existsSync('/etc/debian_version')) return `${wiki} is not installed, and this is no Debian system`;
  if (process.getuid?.() !== 0)
    return `${wiki} is not installed, and only root can run "apt-get install ${packages.join(' ')}"`;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) => spawnSync('apt-get', args, { env, encoding: 'utf8' });
  apt('update');
  const { stderr } = apt('install', '-y', '--no-install-recommends', ...packages);
  return isThere() ? null : `Debian's ${wiki} could not be installed: ${stderr.trim().split('\n').at(-1) ?? ''}`;
}
