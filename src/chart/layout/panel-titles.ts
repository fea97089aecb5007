import type { SessionDate } from '../../core/units.ts';
import { aroundTitles, bySession, levelTitles, moveTitles, rebasedTitles } from '../../words/en/axis.ts';
import type { Choice, Scene, ScenePanel } from '../scene/scene.ts';
import type { ShownSeries } from '../scene/shown.ts';
import type { Formats } from '../text/formats.ts';
import { textWidth } from '../text/measure-text.ts';
import { bySteps } from './by-steps.ts';
import { AXIS_SIZE } from './date-ticks.ts';
import type { Marker, Steps, Title } from './panel-annotation.ts';

/** Room between a title and the first marker beside it. */
const GAP = 18;

/** What a panel's axis shows, in ways from long to short, and the colour of the series that it is about. */
function ways(
  scene: Scene,
  choice: Choice,
  panel: ScenePanel,
  own: readonly ShownSeries[],
  formats: Formats,
): { texts: string[]; slot: number | null } {
  const write = {
    list: (items: readonly string[]) => formats.list(items),
    date: (date: string) => formats.date(date as SessionDate),
    mediumDate: (date: string) => formats.mediumDate(date as SessionDate),
    shortDate: (date: string) => formats.shortDate(date as SessionDate),
  };
  const datesAt = (after: number): string[] =>
    [...new Set(own.flatMap(({ series, base }) => series.sessions[base + after] ?? []))].toSorted();
  const [first] = own;
  if (panel.around !== undefined) return { texts: aroundTitles(datesAt(1), write), slot: null };
  if (panel.unit === 'rebased') {
    const titles = rebasedTitles(choice.scale === 'percent' ? 'percent' : 'index', datesAt(0), write);
    const [longest = ''] = titles;
    return { texts: scene.axis === 'offset' ? [bySession(longest), ...titles] : titles, slot: null };
  }
  if (first === undefined) return { texts: [''], slot: null };
  const { name, shortName, slot } = first.series;
  const texts =
    panel.unit === 'level'
      ? levelTitles(name, panel.levelUnit ?? '')
      : moveTitles(name, shortName, first.series.gaps !== undefined);
  return { texts, slot };
}

/** The title of a panel at each step: the longest way to say it that has room, below a height beside the markers. */
export function titlesOf(
  scene: Scene,
  choice: Choice,
  panel: ScenePanel,
  own: readonly ShownSeries[],
  markers: readonly Marker[],
  { widths, heights }: Steps,
  plotWidths: readonly number[],
  left: number,
  low: number,
  formats: Formats,
): Title[] {
  const { texts, slot } = ways(scene, choice, panel, own, formats);
  const fitting = (room: number): string =>
    texts.find((text) => textWidth(text, AXIS_SIZE, slot === null ? 400 : 600) <= room) ?? '';
  const roomBeside = (step: number): number => {
    const seen = markers.filter(({ w, kind }) => kind === 'event' && (w === undefined || w.includes(step)));
    const starts = seen.map(({ fx, dx, words, side }) => {
      const before = side === 'left' && words !== '' ? textWidth(words, 12.5, 600) + 6 : 0;
      return left + fx * (plotWidths[step] ?? 0) + dx - GAP - before;
    });
    return Math.min(widths[step] ?? 0, ...starts);
  };
  const lower = heights.flatMap((height, step) => (height < low ? [step] : []));
  const higher = heights.flatMap((height, step) => (height < low ? [] : [step]));
  const at = (room: (step: number) => number, h: readonly number[]): Title[] =>
    h.length === 0
      ? []
      : bySteps(
          widths.map((_, step) => {
            const text = fitting(room(step));
            return text === '' ? [] : [{ text, slot }];
          }),
          'w',
        ).map((title) => (h.length === heights.length ? title : { ...title, h }));
  const full = at((step) => widths[step] ?? 0, higher);
  return [...full, ...at(roomBeside, lower)];
}
