import { spawn } from 'node:child_process';
import type { Ended } from './outcome.ts';

export interface ProcessToRun {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds after which it, and whatever it started, is ended. */
  readonly limit: number;
}

/** Runs a process without input to its end; one that cannot be started, or that takes too long, ends with code null. */
export function runProcess({ command, args, cwd, env = {}, limit }: ProcessToRun): Promise<Ended> {
  return new Promise((done) => {
    const pieces: string[] = [];
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    const end = (): void => endGroup(child.pid);
    const timer = setTimeout(() => {
      pieces.push(`\nIt took longer than ${Math.round(limit / 1000)} s and was ended.`);
      end();
    }, limit);
    process.once('SIGINT', end);
    child.stdout.setEncoding('utf8').on('data', (text: string) => pieces.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => pieces.push(text));
    const finish = (code: number | null): void => {
      clearTimeout(timer);
      process.off('SIGINT', end);
      done({ code, output: pieces.join('') });
    };
    child.once('error', (error) => {
      pieces.push(`${command} could not be started: ${error.message}`);
      finish(null);
    });
    child.once('close', (code) => finish(code));
  });
}

/** Ends a process that leads a group of its own, and the group with it. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended by itself in the meantime.
  }
}
