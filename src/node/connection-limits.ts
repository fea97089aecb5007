import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const SECOND = 1000;
/** For the head of a request, and for the whole of it. */
const LONGEST_HEAD = 10 * SECOND;
const LONGEST_REQUEST = 20 * SECOND;
/** Of a connection on which nothing moves. */
const LONGEST_SILENCE = 60 * SECOND;
const LONGEST_PAUSE = 5 * SECOND;
/** Open at once. A browser opens six. */
const MOST_CONNECTIONS = 1000;

/** How often half-sent requests are looked at; has to be given when a server is made. */
export const CHECKING = { connectionsCheckingInterval: 2 * SECOND } as const;

/**
 * Keeps slow, silent and very many clients from taking a server away from the others. A connection too many is never
 * refused: it takes the place of the one that has longest begun or ended no request.
 */
export function limitConnections(server: Server, most = MOST_CONNECTIONS): void {
  server.headersTimeout = LONGEST_HEAD;
  server.requestTimeout = LONGEST_REQUEST;
  server.keepAliveTimeout = LONGEST_PAUSE;
  server.setTimeout(LONGEST_SILENCE);
  const byAge = new Set<Socket>();
  const renew = (socket: Socket): void => {
    if (byAge.delete(socket)) byAge.add(socket);
  };
  server.on('connection', (socket) => {
    byAge.add(socket);
    socket.once('close', () => byAge.delete(socket));
    const [oldest] = byAge;
    if (byAge.size > most) oldest?.destroy();
  });
  server.on('request', ({ socket }, response) => {
    renew(socket);
    response.once('close', () => renew(socket));
  });
}
