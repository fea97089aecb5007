import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MockSource } from '../../mocks/mock-source.ts';
import { rowsAround } from '../../mocks/mock-rows.ts';
import { bundledCloses } from '../../mocks/server.ts';
import { allSources } from '../../mocks/sources/all-sources.ts';
import type { Command, CommandIo } from '../../src/node/command.ts';

/** A server on loopback that sends what the sources send. */
export interface LocalSource {
  readonly origin: string;
  /** Paths with queries, in the order in which they were asked. */
  readonly asked: string[];
  close(): Promise<void>;
}

function sourceOf(path: string): MockSource | undefined {
  return allSources.find(({ address }) => {
    const own = address.slice(address.indexOf('/'));
    return new RegExp(`^${own.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`).test(path);
  });
}

/** Starts one. Other bodies than the good ones are given by path. */
export async function startLocalSource(bodies: Readonly<Record<string, string>> = {}): Promise<LocalSource> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    asked.push(url.pathname + url.search);
    const own = bodies[url.pathname];
    const source = sourceOf(url.pathname);
    const question = source?.read(url) ?? null;
    if (own !== undefined) response.end(own);
    else if (source === undefined || question === null) {
      response.writeHead(404);
      response.end('unknown here');
    } else {
      void bundledCloses(question.instrument).then((text) => {
        const { body, type, status = 200 } = source.answer(rowsAround(text, question.from, question.to), question, url);
        response.writeHead(status, { 'content-type': type });
        response.end(body);
      });
    }
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    close: () => new Promise((closed) => void server.close(() => closed())),
  };
}

/** What a command wrote and how it ended. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly files: ReadonlyMap<string, string>;
}

/** Runs a command on 23 November 2026, with the real network and the real files; written files are kept in memory. */
export async function runCommand(
  run: Command,
  args: readonly string[],
  changes: Partial<CommandIo> = {},
): Promise<Ran> {
  const written = { out: '', err: '' };
  const files = new Map<string, string>();
  const code = await run(args, {
    stdout: (text) => void (written.out += text),
    stderr: (text) => void (written.err += text),
    readFile: (path) => readFile(path, 'utf8'),
    writeFile: async (path, text) => void files.set(path, text),
    env: {},
    fetch: globalThis.fetch,
    now: () => Date.parse('2026-11-23T12:00:00Z'),
    ...changes,
  });
  return { code, ...written, files };
}
