import type { PlacedMarker } from './drawing-layout.ts';
import { spread } from './spread.ts';

/** An event that wants a marker above the plot. */
export interface MarkerWish {
  readonly id: string;
  readonly title: string;
  readonly kind: 'event' | 'confounder';
  readonly number: number | null;
  readonly isCentre: boolean;
  /** Where it stands on the edge of the plot, in user units. */
  readonly x: number;
}

/** Least distance of two marker centres, so that each is a target of its own. */
export const MARKER_SPACING = 26;

/** Room for a cluster, which carries a count beside its sign. */
const CLUSTER_ROOM = 36;

/** How far a marker may stand from its event before it joins a cluster instead. */
const FARTHEST = 17;

/** Groups of wishes: singles where they can stand apart, clusters where they cannot. */
function group(wishes: readonly MarkerWish[], low: number, high: number): { at: number; members: MarkerWish[] }[] {
  const groups = wishes.toSorted((a, b) => a.x - b.x).map((wish) => ({ at: wish.x, members: [wish] }));
  for (;;) {
    const places = spread(
      groups.map(({ at, members }) => ({ at, size: members.length > 1 ? CLUSTER_ROOM : MARKER_SPACING })),
      low,
      high,
    );
    const far = places.findIndex((place, index) => {
      const at = Math.min(Math.max(groups[index]?.at ?? 0, low + MARKER_SPACING / 2), high - MARKER_SPACING / 2);
      return Math.abs(place - at) > FARTHEST;
    });
    const own = groups[far];
    if (own === undefined) return groups.map((one, index) => ({ ...one, at: places[index] ?? one.at }));
    const gapBefore = own.at - (groups[far - 1]?.at ?? Number.NEGATIVE_INFINITY);
    const gapAfter = (groups[far + 1]?.at ?? Number.POSITIVE_INFINITY) - own.at;
    const first = gapBefore <= gapAfter ? far - 1 : far;
    const [left, right] = [groups[first], groups[first + 1]];
    if (left === undefined || right === undefined)
      return groups.map((one, index) => ({ ...one, at: places[index] ?? one.at }));
    const members = [...left.members, ...right.members];
    groups.splice(first, 2, { at: members.reduce((sum, { x }) => sum + x, 0) / members.length, members });
  }
}

/** Where the markers of one kind stand, in user units. */
export interface Lane {
  /** Of the markers' centres. */
  readonly y: number;
  /** The edge of the plot that their stems lead to. */
  readonly stemY: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Markers of one lane, at least {@link MARKER_SPACING} apart and within
 * [low, high]. Neighbours are pushed apart a little; what would have to go
 * farther is one marker, "+n".
 */
export function placeMarkers(wishes: readonly MarkerWish[], { y, stemY, low, high }: Lane): PlacedMarker[] {
  return group(wishes, low, high).map(({ at, members }) => {
    const [only] = members;
    const lone = members.length === 1 ? only : undefined;
    const kind = members.some((member) => member.kind === 'event') ? 'event' : 'confounder';
    const names = members.map((member) =>
      member.number === null ? member.title : `${member.number}, ${member.title}`,
    );
    const what = kind === 'event' ? 'Event' : 'Also that day';
    return {
      events: members.map(({ id }) => id),
      kind,
      isCentre: members.some(({ isCentre }) => isCentre),
      label: lone === undefined ? `+${members.length}` : (lone.number?.toString() ?? ''),
      name: lone === undefined ? `${members.length} events: ${names.join('; ')}` : `${what} ${names[0] ?? ''}`,
      x: round(at),
      y,
      stemY,
      stemX: round(members.reduce((sum, { x }) => sum + x, 0) / members.length),
    };
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
