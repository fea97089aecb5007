import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { DialogSnippets } from './dialog-snippets.ts';

/** What the dialog gives that a wiki lets through. */
export type Shown = 'element' | 'frame' | 'picture';

/** A real wiki, in one of its settings, that runs on this machine for the time of a test. */
export interface Wiki {
  readonly name: string;
  /** Names its evidence, such as `mediawiki-tag`. */
  readonly id: string;
  /** Its value in the dialog's list of wikis. */
  readonly dialog: string;
  readonly shows: readonly Shown[];
  /** What is pasted for a frame where that is not the dialog's own: a tag that holds the address, or an item. */
  frame?(snippets: DialogSnippets): string;
  /** Set where it gives a frame the height that the chart tells, in a dialect of its own. */
  readonly follows?: true;
  /** What it writes to the console whatever is shown, or at messages that it does not know. */
  readonly complains?: RegExp;
  /** Writes a page and gives its address. `isDark` gives the page the wiki's own dark look, or one by a style. */
  write(title: string, text: string, isDark: boolean): Promise<string>;
}

export type Started =
  | { readonly kind: 'running'; readonly wikis: readonly Wiki[]; close(): Promise<void> }
  | { readonly kind: 'absent'; readonly reason: string };

const STEP = 100;
const LONGEST_START = 120_000;

/** A port of 127.0.0.1 that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
}

/** Starts a server and waits until it answers at `url`. Throws an Error with what it said when it does not. */
export async function startServer(
  command: string,
  args: readonly string[],
  url: string,
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<ChildProcess> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()));
  const deadline = performance.now() + LONGEST_START;
  for (;;) {
    const answer = await fetch(url).catch(() => null);
    if (answer !== null) return child;
    if (child.exitCode !== null || performance.now() > deadline) {
      child.kill();
      throw new Error(`${command} does not answer at ${url}: ${said.slice(-2000)}`);
    }
    await new Promise((done) => {
      setTimeout(done, STEP);
    });
  }
}

/** Ends a process that was started here, and waits for its end. */
export async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
