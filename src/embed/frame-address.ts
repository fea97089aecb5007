/** How a frame page is asked for: which parameters of its address mean what. */
export const FRAME_THEMES = ['auto', 'light', 'dark', 'transparent'] as const;
export type FrameTheme = (typeof FRAME_THEMES)[number];

/** Parameters that ask for another chart than the one that stands in the page. */
const OTHER_VIEW = ['show', 'instruments', 'base', 'range', 'window', 'scale'] as const;

/**
 * What runs in a frame page before anything is painted: the theme of the address, and whether the address asks for a
 * chart that is not in the page. Plain JavaScript, kept to what every browser that frames anything knows.
 */
export const FRAME_HEAD_SCRIPT = [
  '(function(q,r,t){',
  `t=/[?&]theme=(${FRAME_THEMES.filter((theme) => theme !== 'auto').join('|')})\\b/.exec(q);`,
  "if(t)r.setAttribute('data-theme',t[1]);",
  `if(/[?&](${OTHER_VIEW.join('|')})=/.test(q))r.className='other-view'`,
  '})(location.search,document.documentElement)',
].join('');
