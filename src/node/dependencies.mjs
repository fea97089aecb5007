import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Plain JavaScript: it runs before the first dependency is there.
 *
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lockfile
 */

const OLDEST_NODE = [20, 19];

/**
 * Why what is installed is not what `package-lock.json` asks for, as the end of a sentence; null when it is.
 * npm writes `node_modules/.package-lock.json` last, so an installation that was broken off counts as none.
 *
 * @param {Lockfile} locked
 * @param {Lockfile | null} installed
 * @returns {string | null}
 */
export function staleness(locked, installed) {
  if (installed === null) return 'nothing is installed yet';
  const present = installed.packages ?? {};
  const wanted = Object.entries(locked.packages ?? {}).filter(([path]) => path !== '');
  for (const [path, { version, integrity, optional, devOptional }] of wanted) {
    const found = present[path];
    if (found === undefined) {
      if (optional === true || devOptional === true) continue;
      return `${path} is missing`;
    }
    if (found.version !== version || (integrity !== undefined && found.integrity !== integrity)) {
      return `${path} is ${found.version ?? 'of another origin'}, not ${version ?? 'the locked one'}`;
    }
  }
  const extra = Object.keys(present).find((path) => locked.packages?.[path] === undefined);
  return extra === undefined ? null : `${extra} is no longer used`;
}

/**
 * Installs the locked dependencies if they are missing or stale. Ends the process with one sentence if that fails.
 *
 * @param {string} root Folder of `package.json`.
 * @param {(line: string) => void} say
 */
export function ensureDependencies(root, say) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    say(`This needs Node ${OLDEST_NODE.join('.')} or newer; this is Node ${process.versions.node}.`);
    process.exit(1);
  }
  const locked = readJson(join(root, 'package-lock.json'));
  if (locked === null) {
    say('package-lock.json is missing or damaged: get the project anew.');
    process.exit(1);
  }
  const why = staleness(locked, readJson(join(root, 'node_modules', '.package-lock.json')));
  if (why === null) return;
  say(`Installing the locked dependencies (${why}) …`);
  // Started by npm, the same npm is used again; started by node, the one on the PATH.
  const npm = process.env['npm_execpath'];
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const result =
    npm !== undefined && /npm-cli\.c?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
      : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0) {
    say('The dependencies could not be installed; npm says why above. Nothing else was started.');
    process.exit(1);
  }
}

/**
 * @param {string} path
 * @returns {Lockfile | null}
 */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
