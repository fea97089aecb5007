import type { FrameTheme } from './frame-address.ts';

/** A chart as other people's pages can show it. All addresses are whole. */
export interface EmbedSubject {
  readonly title: string;
  readonly alt: string;
  readonly study: string;
  readonly chart: string;
  readonly theme: FrameTheme;
  /** The framed chart. */
  readonly frame: string;
  /** Where "open the chart" leads. */
  readonly page: string;
  /** The script of `<market-reaction>`. */
  readonly script: string;
  /** Finished pictures; null for a view that is not baked, of which there is none at any address. */
  readonly pictures: { readonly light: PictureAddresses; readonly dark: PictureAddresses } | null;
  /** Width of the pictures in CSS pixels. */
  readonly pictureWidth: number;
  /** Height in CSS pixels at which a frame as wide as the wiki's column shows everything. */
  readonly frameHeight: number;
  readonly loading: FrameLoading;
}

/**
 * When a frame is loaded: with the page around it, or once a reader scrolls close to it. The second is for pages with
 * many charts, and is missing on paper until somebody has scrolled to it.
 */
export type FrameLoading = 'eager' | 'lazy';

export interface PictureAddresses {
  /** One pixel for each CSS pixel: where nothing says a size, it is shown in its own. */
  readonly png: string;
  /** Two pixels for each CSS pixel. */
  readonly png2x: string;
  readonly svg: string;
}

/** The picture that goes with a theme: a ground that is not known is taken for a light one. */
export function pictureFor({ pictures, theme }: EmbedSubject): PictureAddresses | null {
  return pictures === null ? null : theme === 'dark' ? pictures.dark : pictures.light;
}
