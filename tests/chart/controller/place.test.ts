import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { place } from '../../../src/chart/controller/place.ts';

const bounds = { left: 0, top: 0, right: 600, bottom: 300 };
const at = (x: number, y: number) => ({ left: x, top: y, right: x, bottom: y });

describe('place', () => {
  test('stands on the right, its middle level with the pointer', () => {
    // 100 + 16 to the right; 150 − 80 / 2 down.
    expect(place(200, 80, at(100, 150), bounds, 16)).toEqual([116, 110]);
  });

  test('stands on the left where the right has no room', () => {
    // 500 − 16 − 200.
    expect(place(200, 80, at(500, 150), bounds, 16)).toEqual([284, 110]);
  });

  test('stands above or below where neither side has room', () => {
    expect(place(400, 80, at(300, 60), bounds, 16)).toEqual([100, 76]);
    expect(place(400, 80, at(300, 280), bounds, 16)).toEqual([100, 184]);
  });

  test('is pushed back into the bounds', () => {
    expect(place(200, 80, at(100, 10), bounds, 16)).toEqual([116, 0]);
    expect(place(200, 80, at(100, 295), bounds, 16)).toEqual([116, 220]);
  });

  test('never leaves the bounds, and covers nothing while half of them is large enough', () => {
    const size = fc.integer({ min: 10, max: 500 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(size, size, share, share, (width, height, across, down) => {
        const room = { left: 20, top: 30, right: 20 + Math.max(width, 400), bottom: 30 + Math.max(height, 260) };
        const [x, y] = [room.left + across * (room.right - room.left), room.top + down * (room.bottom - room.top)];
        const [left, top] = place(width, height, at(x, y), room, 16);
        expect(left).toBeGreaterThanOrEqual(room.left);
        expect(top).toBeGreaterThanOrEqual(room.top);
        expect(left + width).toBeLessThanOrEqual(room.right + 1e-9);
        expect(top + height).toBeLessThanOrEqual(room.bottom + 1e-9);
        const fits = width + 16 <= (room.right - room.left) / 2 || height + 16 <= (room.bottom - room.top) / 2;
        const covers = x > left && x < left + width && y > top && y < top + height;
        expect(fits && covers).toBe(false);
      }),
    );
  });
});
