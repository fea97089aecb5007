import { tenThousandths } from '../../core/rounded.ts';
import { markerName } from '../../words/en/axis.ts';
import type { SceneEvent } from '../scene/scene.ts';
import { textWidth } from '../text/measure-text.ts';
import type { Marker } from './panel-annotation.ts';
import { spread } from './spread.ts';

/** An event that wants a marker, and where it stands on the edge of the plot, in CSS pixels from the plot's left. */
export interface MarkerWish {
  readonly event: SceneEvent;
  readonly x: number;
}

/** A lane of a plot of some width, in CSS pixels from the plot's left edge. */
export interface Lane {
  readonly width: number;
  /** How far markers and their words may stand out of the plot, left and right. */
  readonly low: number;
  readonly high: number;
  /** Least distance of two centres: a pointer's target, or a finger's. */
  readonly spacing: number;
}

/** Room for a cluster, which carries a count beside its sign. */
const CLUSTER_ROOM = 36;
/** How far a marker may stand from its event before it joins a cluster instead, as a part of the spacing. */
const FARTHEST = 0.65;
/** Half of a marker, and the room between it and its words. */
const RADIUS = 12;
const WORDS_GAP = 6;
export const WORDS_SIZE = 12.5;

interface Group {
  readonly at: number;
  readonly members: readonly MarkerWish[];
}

/** Groups of wishes: singles where they can stand apart, clusters where they cannot or where the lane is too short. */
function group(wishes: readonly MarkerWish[], { low, high, spacing }: Lane): Group[] {
  const groups: Group[] = wishes.toSorted((a, b) => a.x - b.x).map((wish) => ({ at: wish.x, members: [wish] }));
  for (;;) {
    const wanting = groups.map(({ at, members }) => {
      const size = members.length > 1 ? Math.max(CLUSTER_ROOM, spacing) : spacing;
      return { at, size: Math.min(size, high - low) };
    });
    const places = spread(wanting, low, high);
    const far = places.findIndex((place, index) => {
      const at = Math.min(Math.max(groups[index]?.at ?? 0, low + spacing / 2), high - spacing / 2);
      return Math.abs(place - at) > spacing * FARTHEST;
    });
    const isFull = wanting.reduce((sum, { size }) => sum + size, 0) > high - low;
    const first = isFull ? closest(groups, 0, groups.length - 2) : far < 0 ? far : closest(groups, far - 1, far);
    const [left, right] = [groups[first], groups[first + 1]];
    if (left === undefined || right === undefined) {
      return groups.map((one, index) => ({ ...one, at: places[index] ?? one.at }));
    }
    const members = [...left.members, ...right.members];
    groups.splice(first, 2, { at: members.reduce((sum, { x }) => sum + x, 0) / members.length, members });
  }
}

/** Which of the groups from one index to another stands closest to the one after it; −1 where none has one after it. */
function closest(groups: readonly Group[], from: number, to: number): number {
  let [found, least] = [-1, Number.POSITIVE_INFINITY];
  for (let index = Math.max(0, from); index <= to; index += 1) {
    const gap = (groups[index + 1]?.at ?? Number.POSITIVE_INFINITY) - (groups[index]?.at ?? 0);
    if (gap < least) [found, least] = [index, gap];
  }
  return found;
}

/** Words beside the markers of the article's own events, the centre's first, where nothing else stands. */
function withWords(
  groups: readonly Group[],
  { low, high }: Lane,
): Map<Group, { words: string; side: 'left' | 'right' }> {
  const taken: [number, number][] = groups.map(({ at }) => [at - RADIUS - 2, at + RADIUS + 2]);
  const chosen = new Map<Group, { words: string; side: 'left' | 'right' }>();
  const free = (from: number, to: number): boolean =>
    from >= low && to <= high && taken.every(([start, end]) => to <= start || from >= end);
  const order = groups.toSorted((a, b) => Number(isCentre(b)) - Number(isCentre(a)));
  for (const one of order) {
    const [only] = one.members;
    if (one.members.length !== 1 || only?.event.number === null || only === undefined) continue;
    const width = textWidth(only.event.title, WORDS_SIZE, 600);
    const near = RADIUS + WORDS_GAP;
    const right: [number, number] = [one.at + near, one.at + near + width];
    const left: [number, number] = [one.at - near - width, one.at - near];
    const side = free(...left) ? 'left' : free(...right) ? 'right' : null;
    if (side === null) continue;
    taken.push(side === 'left' ? left : right);
    chosen.set(one, { words: only.event.title, side });
  }
  return chosen;
}

const isCentre = ({ members }: Group): boolean => members.some(({ event }) => event.isCentre);

/** What stands in a marker: its number, or how many it stands for. */
function labelOf(members: readonly MarkerWish[], kind: Marker['kind']): string {
  const [only] = members;
  if (members.length === 1) return only?.event.number?.toString() ?? '';
  return kind === 'event' ? `+${members.length}` : String(members.length);
}

/**
 * Markers of one lane, at least their spacing apart and within the lane. Neighbours are pushed apart a little; what
 * would have to go farther is one marker.
 */
export function placeMarkers(wishes: readonly MarkerWish[], lane: Lane): Marker[] {
  const groups = group(wishes, lane);
  const words = withWords(groups, lane);
  return groups.map((one) => {
    const { at, members } = one;
    const kind = members.some(({ event }) => event.kind === 'event') ? 'event' : 'confounder';
    const x = members.reduce((sum, wish) => sum + wish.x, 0) / members.length;
    return {
      events: members.map(({ event }) => event.id),
      kind,
      isCentre: isCentre(one),
      label: labelOf(members, kind),
      name: markerName(members.map(({ event }) => event)),
      fx: tenThousandths(x / lane.width),
      dx: Math.round(at - x),
      words: '',
      side: 'right',
      ...words.get(one),
    };
  });
}
