import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { frameHeight, type FrameContent } from '../embed/frame-height.ts';
import { oembedAnswer } from '../embed/oembed-answer.ts';
import type { Middleware } from './serve.ts';

/** What the build leaves beside a frame page for whoever answers oEmbed requests: `embed/<study>/<chart>/frame.json`. */
export interface FrameRecord {
  readonly title: string;
  /** Path of the frame, relative to the site. */
  readonly path: string;
  readonly picture: { readonly path: string; readonly width: number; readonly height: number };
  readonly content: FrameContent;
}

/** The oEmbed answer for a frame of a site at `base`, an address that ends in a slash. */
export function answerFor(
  record: FrameRecord,
  base: string,
  maxWidth: number | null,
  maxHeight: number | null,
): Record<string, unknown> {
  const { title, path, picture, content } = record;
  return oembedAnswer(
    {
      title,
      frame: new URL(path, base).href,
      site: base,
      picture: { url: new URL(picture.path, base).href, width: picture.width, height: picture.height },
      heightAt: (width) => frameHeight(content, width),
    },
    maxWidth,
    maxHeight,
  );
}

const ANSWER = /^\/(embed\/[a-z0-9-]+\/[a-z0-9-]+)\/oembed\.json$/;
const NOT_HERE = 501;

/**
 * Answers oEmbed requests of a built site with the size that is asked for (`maxwidth`, `maxheight` in CSS pixels),
 * where a host of files alone has one answer for everybody. A site that was built without its address has none.
 */
export function oembedAnswers(directory: string): Middleware {
  return (request, response, next) => {
    const url = new URL(request.url ?? '/', 'http://site.invalid');
    const folder = ANSWER.exec(url.pathname)?.[1];
    if (folder === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) {
      next();
      return;
    }
    const format = url.searchParams.get('format');
    const headers = { 'Access-Control-Allow-Origin': '*', 'X-Content-Type-Options': 'nosniff' };
    if (format !== null && format !== 'json') {
      response.writeHead(NOT_HERE, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('Only format=json is answered here.\n');
      return;
    }
    const limit = (name: string): number | null => {
      const text = url.searchParams.get(name) ?? '';
      return /^\d{1,5}$/.test(text) ? Number(text) : null;
    };
    void bakedAnswer(directory, folder).then((baked) => {
      if (baked === null) {
        next();
        return;
      }
      const answer = answerFor(baked.record, baked.base, limit('maxwidth'), limit('maxheight'));
      response.writeHead(200, { ...headers, 'Content-Type': 'application/json; charset=utf-8' });
      response.end(request.method === 'HEAD' ? undefined : JSON.stringify(answer));
    });
  };
}

async function bakedAnswer(directory: string, folder: string): Promise<{ record: FrameRecord; base: string } | null> {
  try {
    const text = (name: string): Promise<string> => readFile(join(directory, folder, name), 'utf8');
    const { provider_url: base } = JSON.parse(await text('oembed.json')) as { provider_url: string };
    return { base, record: JSON.parse(await text('frame.json')) as FrameRecord };
  } catch {
    return null;
  }
}
