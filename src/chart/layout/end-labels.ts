import { endFigures } from '../../words/en/axis.ts';
import { type Shown, valueOf } from '../scene/shown.ts';
import type { Scene, ScenePanel } from '../scene/scene.ts';
import type { Formats } from '../text/formats.ts';
import type { SessionDate } from '../../core/units.ts';
import { textWidth } from '../text/measure-text.ts';
import { bySteps } from './by-steps.ts';
import type { EndLabel, Steps } from './panel-annotation.ts';
import { spread } from './spread.ts';

const GAP = 9;
const SIZE = 13;
/** Height of a label of two lines, and of one that has given up its figure, with the space to the next. */
const LABEL = 33;
const NAME = 17;
/** How far a label may stand out of the plot, above and below. */
const OVERHANG = 6;
/** From this width of a panel on, lines carry their instrument's whole name, and their figure its date. */
const LONG = 560;
const DATED = 300;
/** A plot narrower than this gives up the labels at the ends of its lines. */
const LEAST_PLOT = 110;

export interface End {
  readonly series: number;
  readonly slot: number;
  readonly fy: number;
  /** Its words at each step of width; null where there is no room for any. */
  readonly words: readonly ({ readonly name: string; readonly figure: string } | null)[];
}

/** What the lines of a panel say at their ends. */
export function endsOf(
  scene: Scene,
  shown: Shown,
  at: number,
  toY: (value: number) => number,
  formats: Formats,
  { widths }: Steps,
): End[] {
  const panel = scene.panels[at];
  if (panel === undefined || panel.unit === 'move') return [];
  return shown.series.flatMap((one, series) => {
    const last = one.to - 1;
    if (one.series.panel !== at || last < one.from) return [];
    const value = valueOf(panel, one, last);
    const date = one.series.sessions[last] as SessionDate | undefined;
    const figure = figureOf(panel, value, formats);
    const dated = endFigures(figure, date === undefined ? '' : formats.shortDate(date));
    return [
      {
        series,
        slot: one.series.slot,
        fy: toY(value),
        words: widths.map((width) =>
          width < LEAST_PLOT
            ? null
            : {
                name: width >= LONG ? one.series.name : one.series.shortName,
                figure: (width >= DATED && panel.around === undefined ? dated[0] : dated[1]) ?? figure,
              },
        ),
      },
    ];
  });
}

/** A value as it is read at the end of a line: the change since the base, or the level. */
export function figureOf(panel: ScenePanel, value: number, formats: Formats, digits = 1): string {
  if (panel.unit === 'level') return formats.level(value);
  return formats.change(panel.unit === 'rebased' ? value / 100 - 1 : value / 100, digits);
}

/** Room right of the plot for the labels of some ends, at each step of width. */
export function endRoom(ends: readonly End[], { widths }: Steps): number[] {
  return widths.map((_, step) => {
    const needed = ends.flatMap(({ words }) => {
      const said = words[step];
      return said == null ? [] : [textWidth(said.name, SIZE, 600), textWidth(said.figure, SIZE)];
    });
    return needed.length === 0 ? 8 : Math.ceil(Math.max(...needed)) + GAP + 1;
  });
}

/**
 * The labels, each as near to its line's end as the others allow, in plots of some heights. Where they have no room they
 * give up their figures, and then the last ones of them.
 */
export function placeEnds(ends: readonly End[], heights: readonly number[]): EndLabel[] {
  const byHeight = heights.map((height) => {
    const room = height + 2 * OVERHANG;
    const hasFigures = ends.length * LABEL <= room;
    const size = hasFigures ? LABEL : NAME;
    const wanting = ends.slice(0, Math.floor(room / size)).map(({ fy }) => ({ at: fy * height, size }));
    const places = spread(wanting, -OVERHANG, height + OVERHANG);
    return { hasFigures, shifts: places.map((place, index) => Math.round(place - (wanting[index]?.at ?? 0))) };
  });
  return ends.flatMap(({ series, slot, fy, words }, index) =>
    bySteps(
      words.map((said) => (said === null ? [] : [said])),
      'w',
    ).flatMap(({ figure, ...said }) =>
      bySteps(
        byHeight.map(({ hasFigures, shifts }) =>
          shifts
            .slice(index, index + 1)
            .map((dy) => ({ series, slot, fy, dy, figure: hasFigures ? figure : '', ...said })),
        ),
        'h',
      ),
    ),
  );
}
