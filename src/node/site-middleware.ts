import type { Plugin } from 'vite';
import { proxyMiddleware } from './proxy.ts';
import type { Middleware } from './serve.ts';

/** What a server of the site answers besides files: requests to the sources that browsers may not call. */
export function siteMiddleware(): readonly Middleware[] {
  return [proxyMiddleware()];
}

/** The same for the development server and the bundler's own preview of the built site. */
export function siteMiddlewarePlugin(): Plugin {
  return {
    name: 'market-reaction:middleware',
    configureServer: ({ middlewares }) => siteMiddleware().forEach((middleware) => void middlewares.use(middleware)),
    configurePreviewServer: ({ middlewares }) =>
      siteMiddleware().forEach((middleware) => void middlewares.use(middleware)),
  };
}
