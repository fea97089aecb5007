import { attribute, plainAddress } from './wiki-words.ts';

/** A frame as it is written into another page. */
export interface FrameSnippet {
  readonly address: string;
  readonly title: string;
  /** CSS pixels, or "100%". */
  readonly width: string;
  /** CSS pixels. */
  readonly height: number;
  /** Lazy frames vanish from print unless they were scrolled to. */
  readonly loading: 'eager' | 'lazy';
}

/** A bare `<iframe>` with attributes only: a `style` would break pages that are built with MDX. */
export function frameSnippet({ address, title, width, height, loading }: FrameSnippet): string {
  const lazy = loading === 'lazy' ? ' loading="lazy"' : '';
  return `<iframe src="${attribute(plainAddress(address))}" title="${attribute(title)}" width="${width}" height="${height}" frameborder="0"${lazy}></iframe>`;
}
