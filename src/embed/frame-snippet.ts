import type { FrameLoading } from './embed-subject.ts';
import { attribute, plainAddress } from './wiki-words.ts';

/** A frame as it is written into another page. */
export interface FrameSnippet {
  readonly address: string;
  readonly title: string;
  /** CSS pixels, or "100%". */
  readonly width: string;
  /** CSS pixels. */
  readonly height: number;
  readonly loading: FrameLoading;
}

/** The attribute that puts loading off; none for a frame that is loaded at once. */
export const loadingAttribute = (loading: FrameLoading): string => (loading === 'lazy' ? ' loading="lazy"' : '');

/** A bare `<iframe>` with attributes only: a `style` would break pages that are built with MDX. */
export function frameSnippet({ address, title, width, height, loading }: FrameSnippet): string {
  return `<iframe src="${attribute(plainAddress(address))}" title="${attribute(title)}" width="${width}" height="${height}" frameborder="0"${loadingAttribute(loading)}></iframe>`;
}
