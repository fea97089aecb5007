import { CHARTS } from './embed-host.ts';

/** Places that wikis give to frames, in CSS pixels, from the smallest that a frame is made for. */
const FRAME_SIZES = [
  [280, 220],
  [320, 480],
  [360, 420],
  [400, 420],
  [480, 400],
  [520, 520],
  [600, 400],
  [640, 360],
  [680, 501],
  [720, 450],
  [760, 500],
  [800, 500],
  [900, 600],
  [1000, 600],
  [1200, 675],
  [1200, 400],
] as const;

const THEMES = ['light', 'dark'] as const;

interface FrameCase {
  readonly chart: (typeof CHARTS)[number];
  readonly width: number;
  readonly height: number;
  readonly hasScripts: boolean;
  readonly theme: (typeof THEMES)[number];
}

/**
 * Every chart at every size, half of them with scripts and half of them light, so that any two of chart, size, scripts
 * and theme meet. With `CHART_MATRIX=whole` all of the combinations.
 */
export const frameCases: readonly FrameCase[] = CHARTS.flatMap((chart, at) =>
  FRAME_SIZES.flatMap(([width, height], place) =>
    [true, false].flatMap((hasScripts, script) =>
      THEMES.flatMap((theme, tone) => {
        const isInSample = (at + place) % 2 === script && Math.floor((at + place) / 2) % 2 === tone;
        const isWanted = isInSample || process.env['CHART_MATRIX'] === 'whole';
        return isWanted ? [{ chart, width, height, hasScripts, theme }] : [];
      }),
    ),
  ),
);
