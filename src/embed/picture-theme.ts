/** The themes that a picture comes in. */
export const PICTURE_THEMES = ['light', 'dark'] as const;
export type PictureTheme = (typeof PICTURE_THEMES)[number];

/**
 * The colours of `src/chart/drawing/tokens.css`, written out: a picture stands alone, and what rasterises it knows no
 * CSS variables.
 */
export const PICTURE_COLOURS: Readonly<Record<PictureTheme, Readonly<Record<string, string>>>> = {
  light: {
    paper: '#fbfaf7',
    ink: '#1b1d20',
    muted: '#62666b',
    rule: '#e3e0d9',
    wash: '#f6f5f1',
    'series-1': '#1d5fbf',
    'series-2': '#c4480f',
    'series-3': '#6b7280',
    'series-4': '#9a6a00',
    'series-5': '#2e7d32',
  },
  dark: {
    paper: '#15181c',
    ink: '#e8e6e1',
    muted: '#9ca1a7',
    rule: '#2d3238',
    wash: '#1d2126',
    'series-1': '#7fb0ff',
    'series-2': '#ff9b66',
    'series-3': '#aab1bb',
    'series-4': '#d9b04a',
    'series-5': '#7ccf81',
  },
};
