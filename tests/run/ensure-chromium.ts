import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../e2e/chromium.ts';
import { runProcess } from './run-process.ts';

const MINUTES = 60_000;
const LONGEST_INSTALL = 10 * MINUTES;

const HOW_TO_GET_ONE =
  'No Chromium could be found or installed: install one (on Debian: apt-get install chromium) or name one in CHROMIUM_PATH.';

type Browser =
  /** Its path; null for Playwright's own, which it finds by itself. */
  { readonly kind: 'ready'; readonly path: string | null } | { readonly kind: 'none'; readonly sentence: string };

/**
 * A Chromium for the browser tests: the one that is here; else, only as root on a Debian system, its package; else
 * Playwright's own download.
 */
export async function ensureChromium(root: string, say: (line: string) => void): Promise<Browser> {
  const named = process.env['CHROMIUM_PATH'] ?? '';
  const present = findChromium(process.env);
  if (present !== null) return { kind: 'ready', path: present };
  if (named !== '') return { kind: 'none', sentence: `CHROMIUM_PATH names "${named}", which cannot be run.` };

  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    say('Installing the chromium package …');
    const apt = { cwd: root, env: { DEBIAN_FRONTEND: 'noninteractive' }, limit: LONGEST_INSTALL };
    const updated = await runProcess({ ...apt, command: 'apt-get', args: ['update'] });
    if (updated.code === 0) {
      await runProcess({ ...apt, command: 'apt-get', args: ['install', '-y', 'chromium', 'fonts-liberation'] });
    }
    const installed = findChromium(process.env);
    if (installed !== null) return { kind: 'ready', path: installed };
  }

  say("Downloading Playwright's Chromium …");
  const download = await runProcess({
    command: process.execPath,
    args: [join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'],
    cwd: root,
    limit: LONGEST_INSTALL,
  });
  return download.code === 0 ? { kind: 'ready', path: null } : { kind: 'none', sentence: HOW_TO_GET_ONE };
}
