import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * A handler in the manner of connect: answers, or calls `next`. One that waits gives the promise of its end, and may
 * fail: whoever runs it does so through `guarded`.
 */
export type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void | Promise<void>;

/** Told of a fault of the server's own, without the request: an address holds what a reader looks at. */
export type FaultListener = (fault: string) => void;

const INTERNAL_ERROR = 500;

/**
 * The server's one error boundary: whatever fails while a request is answered ends in status 500, or, when part of an
 * answer has been sent, in the end of that one connection.
 */
export function guarded(middleware: Middleware, onFault: FaultListener = () => undefined): Middleware {
  return async (request, response, next) => {
    // Without a listener, an error of a connection that has gone would end the process.
    for (const stream of [request, response]) if (stream.listenerCount('error') === 0) stream.on('error', ignored);
    try {
      await middleware(request, response, next);
    } catch (error) {
      if (!response.destroyed) onFault(nameOf(error));
      if (response.headersSent) response.destroy();
      else answerText(response, INTERNAL_ERROR, 'The server could not answer this request.\n', { Connection: 'close' });
    }
  };
}

/** Asks one handler after the other until one answers. The last one always does. */
export function inTurn(middleware: readonly Middleware[], onFault?: FaultListener): Middleware {
  const [first, ...rest] = middleware;
  if (first === undefined) return (_request, _response, next) => next();
  const others = inTurn(rest, onFault);
  const asked = guarded(first, onFault);
  return (request, response, next) => asked(request, response, () => void others(request, response, next));
}

/** Answers with one sentence. */
export function answerText(
  response: ServerResponse,
  status: number,
  sentence: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(sentence);
}

function ignored(): void {
  // The connection is gone; there is nobody to tell.
}

/** What kind of error it is. Its message may hold the request's own text. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
