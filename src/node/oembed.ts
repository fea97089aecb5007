import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { frameHeight, type FrameContent } from '../embed/frame-height.ts';
import { oembedAnswer } from '../embed/oembed-answer.ts';
import { answerText, type Middleware } from './middleware.ts';
import { requestTarget } from './request-target.ts';

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
  return async (request, response, next) => {
    const target = requestTarget(request);
    const folder = ANSWER.exec(target?.path ?? '')?.[1];
    if (target === null || folder === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) {
      next();
      return;
    }
    const asked = new URLSearchParams(target.query);
    const format = asked.get('format');
    const headers = { 'Access-Control-Allow-Origin': '*', 'X-Content-Type-Options': 'nosniff' };
    if (format !== null && format !== 'json') {
      answerText(response, NOT_HERE, 'Only format=json is answered here.\n', headers);
      return;
    }
    const limit = (name: string): number | null => {
      const text = asked.get(name) ?? '';
      return /^\d{1,5}$/.test(text) ? Number(text) : null;
    };
    const baked = await bakedAnswer(directory, folder);
    if (baked === null) {
      next();
      return;
    }
    const answer = answerFor(baked.record, baked.base, limit('maxwidth'), limit('maxheight'));
    response.writeHead(200, { ...headers, 'Content-Type': 'application/json; charset=utf-8' });
    response.end(request.method === 'HEAD' ? undefined : JSON.stringify(answer));
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
