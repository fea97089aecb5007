import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export interface Holding {
  /** Bytes of JavaScript and of buffers after a collection. */
  readonly heapUsed: number;
  /** Bytes of the whole process. */
  readonly rss: number;
  readonly openFiles: number;
}

export interface ServerAtHand {
  readonly url: string;
  readonly port: number;
  /** What it wrote to its streams, such as an uncaught error or a fault of its own. */
  said(): string;
  holds(): Promise<Holding>;
}

/** Starts a real server in a process of its own, which ends with the test. */
export async function serverAtHand(kind: 'site' | 'development', folder: string): Promise<ServerAtHand> {
  const child = fork(join(import.meta.dirname, 'server-process.ts'), [kind, folder], {
    execArgv: ['--import', 'tsx', '--expose-gc'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (said += part.toString()));
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  });
  const url = await message(child, () => said);
  if (typeof url !== 'string') throw new Error('the server did not say where it is');
  return {
    url,
    port: Number(new URL(url).port),
    said: () => said,
    holds: async () => {
      if (child.connected) child.send('holds');
      return (await message(child, () => said)) as Holding;
    },
  };
}

function message(child: ChildProcess, said: () => string): Promise<unknown> {
  return new Promise((done, fail) => {
    const ended = (): void => fail(new Error(`the server has ended: ${said()}`));
    if (child.exitCode !== null || child.signalCode !== null) ended();
    child.once('exit', ended);
    child.once('message', (told) => {
      child.off('exit', ended);
      done(told);
    });
  });
}
