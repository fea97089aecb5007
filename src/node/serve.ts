import { createServer, type Server } from 'node:http';
import { resolve } from 'node:path';
import { CHECKING, limitConnections } from './connection-limits.ts';
import { type FaultListener, inTurn, type Middleware } from './middleware.ts';
import { siteFiles } from './site-files.ts';

export interface ServeOptions {
  /** Folder of the built site. */
  readonly directory: string;
  /** Address to listen on, such as 127.0.0.1. */
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Asked before the files, in their order. */
  readonly before?: readonly Middleware[];
  /** Told what kind of fault was answered with status 500. */
  readonly onFault?: FaultListener;
}

export type Served =
  | {
      readonly kind: 'serving';
      /** Address of the site, ending in a slash. */
      readonly url: string;
      readonly port: number;
      /** Resolves when no connection is left. */
      close(): Promise<void>;
    }
  | { readonly kind: 'port-taken'; readonly port: number }
  | { readonly kind: 'no-address'; readonly reason: string };

/**
 * Serves a built site. Requests are not logged: addresses hold what a reader looks at. Whatever a client sends, it is
 * answered or its connection is closed, and the next one is served.
 */
export async function serve({ directory, host, port, before = [], onFault }: ServeOptions): Promise<Served> {
  const answer = inTurn([...before, siteFiles(resolve(directory))], onFault);
  const server = createServer(CHECKING, (request, response) => void answer(request, response, () => undefined));
  limitConnections(server);
  const failure = await listen(server, host, port);
  if (failure === 'EADDRINUSE') return { kind: 'port-taken', port };
  if (failure !== null) return { kind: 'no-address', reason: failure };
  server.on('error', (error: NodeJS.ErrnoException) => onFault?.(error.code ?? error.name));
  const address = server.address();
  if (address === null || typeof address === 'string') return { kind: 'no-address', reason: 'no port' };
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    kind: 'serving',
    url: `http://${name}:${address.port}/`,
    port: address.port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, host: string, port: number): Promise<string | null> {
  return new Promise((done) => {
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      done(null);
    });
  });
}
