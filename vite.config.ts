import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { composePage } from './src/node/compose-page.ts';
import { browserEntries, entryFileName } from './src/node/entries.ts';
import { siteMiddlewarePlugin } from './src/node/site-middleware.ts';
import { studyFiles } from './src/node/study-plugin.ts';

const root = import.meta.dirname;

export default defineConfig({
  root,
  // Every address in the built site is relative, so that it works under any path of any host.
  base: './',
  // What is served as it is: msw's worker in development. The built site never holds it.
  publicDir: 'mocks/public',
  plugins: [react(), studyFiles([`${root}/src/studies`]), composePage(root), siteMiddlewarePlugin(root)],
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  build: {
    target: 'es2022',
    // What the style rules are written for anyway (container queries, :has): nothing is rewritten for older ones.
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    copyPublicDir: false,
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // Nothing waits for the scripts: the first chart stands in the page.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      // How long each plugin took is no warning.
      checks: { pluginTimings: false },
      input: browserEntries(root),
      output: {
        entryFileNames: (chunk) => entryFileName(chunk.name),
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
});
