import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { palettePng } from './palette-png.ts';

describe('a picture with a palette', () => {
  it('holds its colours and one byte a pixel', () => {
    // Two pixels side by side, red and blue; below them blue twice.
    const [red, blue] = [
      [255, 0, 0, 255],
      [0, 0, 255, 255],
    ];
    const png = palettePng(Uint8Array.from([red, blue, blue, blue].flat()), 2, 2);
    const at = (type: string): number => png.indexOf(type, 0, 'latin1');
    const data = (type: string): Buffer => png.subarray(at(type) + 4, at(type) + 4 + png.readUInt32BE(at(type) - 4));
    // The more frequent colour comes first.
    expect([...data('PLTE')]).toEqual([0, 0, 255, 255, 0, 0]);
    expect([...inflateSync(data('IDAT'))]).toEqual([0, 1, 0, 0, 0, 0]);
    // The checksum of the empty last chunk is the same in every PNG.
    expect(png.subarray(-4).toString('hex')).toBe('ae426082');
  });
});
