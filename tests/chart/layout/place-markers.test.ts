import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Marker } from '../../../src/chart/layout/panel-annotation.ts';
import { type Lane, type MarkerWish, placeMarkers } from '../../../src/chart/layout/place-markers.ts';
import { textWidth } from '../../../src/chart/text/measure-text.ts';
import { eventWith } from '../made-up-scene.ts';

const lane: Lane = { width: 600, low: 0, high: 600, spacing: 28 };

function wish(id: string, x: number, number: number | null = 1, title = `Title of ${id}`): MarkerWish {
  return {
    event: eventWith({ id, title, kind: number === null ? 'confounder' : 'event', number, isCentre: false }),
    x,
  };
}

/** Where a marker stands in a lane, in CSS pixels. */
const placeIn = ({ width }: Lane, { fx, dx }: Marker): number => fx * width + dx;

describe('markers on a lane', () => {
  it('stand above their events where they have room', () => {
    const [first, second] = placeMarkers([wish('a', 100, 1), wish('b', 200, 2)], lane);
    expect([first?.fx, first?.dx, second?.fx, second?.dx]).toEqual([0.1667, 0, 0.3333, 0]);
    expect([first?.label, first?.name]).toEqual(['1', 'Event 1, Title of a']);
  });

  it('are pushed apart a little where they are close, their stems at their events', () => {
    // 28 apart around the middle of 90 and 114, 102: 88 and 116.
    const placed = placeMarkers([wish('a', 90, 1), wish('b', 114, 2)], lane);
    expect(placed.map(({ fx, dx }) => [fx, dx])).toEqual([
      [0.15, -2],
      [0.19, 2],
    ]);
  });

  it('become one marker with a count where they would have to go farther', () => {
    // Two of 28 px and a cluster of 36 px have no room in 40.
    const short = { ...lane, low: 80, high: 120 };
    const near = [100, 101, 102];
    const events = placeMarkers(
      near.map((x, index) => wish(`e${index}`, x, index + 1)),
      short,
    );
    expect(events.map(({ label, name }) => [label, name])).toEqual([
      ['+3', '3 events: 1, Title of e0; 2, Title of e1; 3, Title of e2'],
    ]);
    const others = placeMarkers(
      near.map((x, index) => wish(`c${index}`, x, null)),
      short,
    );
    expect(others.map(({ label, kind }) => [label, kind])).toEqual([['3', 'confounder']]);
  });

  it('carry the words of their event where nothing else stands, the centre’s first', () => {
    const centre = { event: eventWith({ id: 'c', title: 'The centre', number: 2 }), x: 330 };
    const [first, second] = placeMarkers([wish('a', 300, 1, 'A title that is too long'), centre], lane);
    expect([second?.words, second?.side]).toEqual(['The centre', 'right']);
    expect([first?.words, first?.side]).toEqual(['A title that is too long', 'left']);
    const narrow = { width: 100, low: 0, high: 100, spacing: 28 };
    expect(placeMarkers([wish('a', 50, 1, 'A title that is too long')], narrow)[0]?.words).toBe('');
  });

  const wishes = fc.array(
    fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 60 }), fc.boolean()),
    { maxLength: 12 },
  );
  const lanes = fc
    .tuple(fc.integer({ min: 30, max: 1200 }), fc.constantFrom(28, 44), fc.integer({ min: 0, max: 14 }))
    .map(([width, spacing, out]): Lane => ({ width, low: -out, high: width + out, spacing }));

  it('are their spacing apart, which is 24 px at the least, within the lane, and stand for each event once', () => {
    fc.assert(
      fc.property(wishes, lanes, (given, own) => {
        const placed = placeMarkers(
          given.map(([part], index) => wish(`e${index}`, part * own.width, index + 1)),
          own,
        );
        expect(placed.flatMap(({ events }) => events).toSorted()).toEqual(
          given.map((_, index) => `e${index}`).toSorted(),
        );
        const places = placed.map((marker) => placeIn(own, marker));
        for (const [index, place] of places.entries()) {
          // Half of a marker stays in; places are written to a pixel.
          expect(place - 12).toBeGreaterThanOrEqual(own.low - 1.1);
          expect(place + 12).toBeLessThanOrEqual(own.high + 1.1);
          if (index > 0)
            expect(place - (places[index - 1] ?? 0)).toBeGreaterThanOrEqual(Math.max(24, own.spacing - 1.2));
        }
      }),
    );
  });

  it('never cover words, and words never cover one another', () => {
    fc.assert(
      fc.property(wishes, lanes, (given, own) => {
        const placed = placeMarkers(
          given.map(([part, length], index) => wish(`e${index}`, part * own.width, index + 1, 'w'.repeat(length))),
          own,
        );
        const boxes = placed.flatMap((marker) => {
          const at = placeIn(own, marker);
          const width = textWidth(marker.words, 12.5, 600);
          const words: [number, number] =
            marker.side === 'left' ? [at - 18 - width, at - 18] : [at + 18, at + 18 + width];
          return [[at - 12, at + 12] as const, ...(marker.words === '' ? [] : [words])];
        });
        for (const [index, [from, to]] of boxes.entries()) {
          for (const [start, end] of boxes.slice(index + 1)) expect(to <= start + 1 || from >= end - 1).toBe(true);
        }
      }),
    );
  });
});
