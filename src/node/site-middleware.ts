import { type IncomingMessage, Server } from 'node:http';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import type { Connect, Plugin } from 'vite';
import { limitConnections } from './connection-limits.ts';
import { answerText, inTurn, type Middleware } from './middleware.ts';
import { oembedAnswers } from './oembed.ts';
import { proxyMiddleware } from './proxy.ts';
import { requestTarget } from './request-target.ts';

/**
 * What a server of the built site in `directory` answers besides its files: requests to the sources that browsers may
 * not call, and oEmbed requests with a size of their own.
 */
export function siteMiddleware(directory: string): readonly Middleware[] {
  return [proxyMiddleware(), oembedAnswers(directory)];
}

/** Stands for whatever is no address: nobody fails at it, and `addressesOnly` refuses it. */
const NO_ADDRESS = '/%';

const addressesOnly: Middleware = (request, response, next) => {
  if (requestTarget(request) === null) answerText(response, 400, 'This is no address.\n');
  else next();
};

/** The same for the development server and the bundler's own preview of the site. */
export function siteMiddlewarePlugin(root: string): Plugin {
  const answer = inTurn([addressesOnly, ...siteMiddleware(join(root, 'dist'))]);
  const add = ({ middlewares, httpServer }: Bundled): void => {
    if (httpServer instanceof Server) {
      limitConnections(httpServer);
      // The bundler takes addresses apart before any middleware is asked, and fails at some.
      httpServer.prependListener('request', nameAddress);
      if (httpServer.listenerCount('upgrade') > 0) httpServer.prependListener('upgrade', ownSocketsOnly);
    }
    middlewares.use((request, response, next) => void answer(request, response, next));
  };
  return { name: 'market-reaction:middleware', configureServer: add, configurePreviewServer: add };
}

function nameAddress(request: IncomingMessage): void {
  const target = requestTarget(request);
  request.url = target === null ? NO_ADDRESS : target.raw + target.query;
}

/** The bundler leaves every other wish for a socket open for ever. */
function ownSocketsOnly(request: IncomingMessage, socket: Duplex): void {
  nameAddress(request);
  const isOwn = /^vite-(?:hmr|ping)$/.test(request.headers['sec-websocket-protocol'] ?? '');
  if (!isOwn || requestTarget(request)?.path !== '/') socket.destroy();
}

/** What the two servers of the bundler have in common. */
interface Bundled {
  readonly middlewares: Connect.Server;
  readonly httpServer: unknown;
}
