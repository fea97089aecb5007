import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { findStudyFile } from './study-files.ts';

/** Answers `…/studies/<id>/study.json` and `…/studies/<id>/closes/*.csv` from the source folders, so that a change of a study shows without a build. */
export function studyFiles(directories: readonly string[]): Plugin {
  const answer = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void): void => {
    const path = /^\/studies\/([^?#]+)/.exec(request.url ?? '')?.[1];
    if (path === undefined) {
      next();
      return;
    }
    findStudyFile(path, directories)
      .then(async (file) => {
        if (file === null) {
          next();
          return;
        }
        response.setHeader(
          'Content-Type',
          `${file.endsWith('.json') ? 'application/json' : 'text/csv'}; charset=utf-8`,
        );
        response.setHeader('Cache-Control', 'no-cache');
        response.end(await readFile(file));
      })
      .catch(next);
  };
  return {
    name: 'market-reaction:studies',
    configureServer: (server) => void server.middlewares.use(answer),
    configurePreviewServer: (server) => void server.middlewares.use(answer),
  };
}
