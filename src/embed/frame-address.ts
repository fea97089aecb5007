// How a frame page is asked for: which parameters of its address mean what.

/**
 * `host`, the one without a name in the address, is light until the host says otherwise; `auto` is the reader's system.
 */
export const FRAME_THEMES = ['host', 'light', 'dark', 'auto', 'transparent'] as const;
export type FrameTheme = (typeof FRAME_THEMES)[number];

/** Parameters that ask for another drawing than the one that stands in the page. */
export const OTHER_VIEW = ['show'] as const;

/** Parameters that ask for another part of that drawing. */
export const OTHER_RANGE = ['base', 'range', 'scale'] as const;
