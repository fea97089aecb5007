import { join } from 'node:path';
import type { Plugin } from 'vite';
import { oembedAnswers } from './oembed.ts';
import { proxyMiddleware } from './proxy.ts';
import type { Middleware } from './serve.ts';

/**
 * What a server of the built site in `directory` answers besides its files: requests to the sources that browsers may
 * not call, and oEmbed requests with a size of their own.
 */
export function siteMiddleware(directory: string): readonly Middleware[] {
  return [proxyMiddleware(), oembedAnswers(directory)];
}

/** The same for the development server and the bundler's own preview of the site. */
export function siteMiddlewarePlugin(root: string): Plugin {
  const middleware = siteMiddleware(join(root, 'dist'));
  return {
    name: 'market-reaction:middleware',
    configureServer: ({ middlewares }) => middleware.forEach((one) => void middlewares.use(one)),
    configurePreviewServer: ({ middlewares }) => middleware.forEach((one) => void middlewares.use(one)),
  };
}
