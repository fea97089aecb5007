/** How a frame page is asked for: which parameters of its address mean what. */
export const FRAME_THEMES = ['auto', 'light', 'dark', 'transparent'] as const;
export type FrameTheme = (typeof FRAME_THEMES)[number];

/** Parameters that ask for another chart than the one that stands in the page. */
export const OTHER_VIEW = ['show', 'instruments', 'base', 'range', 'window', 'scale'] as const;
