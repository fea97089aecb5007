import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MarkerWish, placeMarkers } from '../../../src/chart/layout/place-markers.ts';

const lane = { y: 13, stemY: 37, low: 0, high: 600 };

function wish(id: string, x: number, number: number | null = 1): MarkerWish {
  return { id, title: `Title of ${id}`, kind: number === null ? 'confounder' : 'event', number, isCentre: false, x };
}

describe('markers on a lane', () => {
  it('stand above their events where they have room', () => {
    const [first, second] = placeMarkers([wish('a', 100, 1), wish('b', 200, 2)], lane);
    expect([first?.x, second?.x]).toEqual([100, 200]);
    expect([first?.label, first?.name]).toEqual(['1', 'Event 1, Title of a']);
  });

  it('are pushed apart a little where they are close, their stems at their events', () => {
    // 26 apart around the middle of 100 and 110: 92 and 118.
    const placed = placeMarkers([wish('a', 100, 1), wish('b', 110, 2)], lane);
    expect(placed.map(({ x, stemX }) => [x, stemX])).toEqual([
      [92, 100],
      [118, 110],
    ]);
  });

  it('become one marker with a count where they would have to go farther', () => {
    const placed = placeMarkers([wish('a', 100, null), wish('b', 101, null), wish('c', 102, null)], {
      ...lane,
      low: 80,
      high: 120,
    });
    expect(placed.map(({ events, label, name }) => ({ events, label, name }))).toEqual([
      { events: ['a', 'b', 'c'], label: '+3', name: '3 events: Title of a; Title of b; Title of c' },
    ]);
  });

  it('are at least 24 px apart, within the lane, and stand for each event once, however many there are', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 20, max: 580, noNaN: true }), { maxLength: 12 }), (places) => {
        const placed = placeMarkers(
          places.map((x, index) => wish(`e${index}`, x, index + 1)),
          lane,
        );
        expect(placed.flatMap(({ events }) => events).toSorted()).toEqual(
          places.map((_, index) => `e${index}`).toSorted(),
        );
        for (const [index, { x }] of placed.entries()) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(600);
          if (index > 0) expect(x - (placed[index - 1]?.x ?? 0)).toBeGreaterThanOrEqual(24);
        }
      }),
    );
  });
});
