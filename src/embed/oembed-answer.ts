import { FRAME_WIDTHS, LEAST_FRAME_HEIGHT } from './frame-height.ts';
import { frameSnippet } from './frame-snippet.ts';

/** A framed chart as an oEmbed provider knows it. Addresses are whole. */
export interface OEmbedSubject {
  readonly title: string;
  readonly frame: string;
  readonly site: string;
  readonly picture: { readonly url: string; readonly width: number; readonly height: number };
  /** Height that the frame wants at a width, both in CSS pixels. */
  readonly heightAt: (width: number) => number;
}

/** The widest frame that is offered where the consumer sets no limit. */
const WIDEST = FRAME_WIDTHS.at(-1) ?? 800;

/**
 * An oEmbed 1.0 answer of the type "rich" for a consumer with these limits in CSS pixels; null is no limit. Below
 * the smallest frame the smallest one is given, as the specification lets a provider do no better.
 */
export function oembedAnswer(
  subject: OEmbedSubject,
  maxWidth: number | null,
  maxHeight: number | null,
): Record<string, unknown> {
  const width = Math.max(FRAME_WIDTHS[0], Math.min(WIDEST, maxWidth ?? WIDEST));
  const height = Math.max(LEAST_FRAME_HEIGHT, Math.min(subject.heightAt(width), maxHeight ?? Number.POSITIVE_INFINITY));
  return {
    version: '1.0',
    type: 'rich',
    title: subject.title,
    provider_name: 'Market Reaction',
    provider_url: subject.site,
    cache_age: 3600,
    html: frameSnippet({
      address: subject.frame,
      title: subject.title,
      width: String(width),
      height,
      loading: 'eager',
    }),
    width,
    height,
    thumbnail_url: subject.picture.url,
    thumbnail_width: subject.picture.width,
    thumbnail_height: subject.picture.height,
  };
}
