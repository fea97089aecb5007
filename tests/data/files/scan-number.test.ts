import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanNumber } from '../../../src/data/files/scan-number.ts';

/** The figure, read where it stands between two other cells. */
function scanned(written: string, before = '', after = ''): number {
  return scanNumber(before + written + after, before.length, before.length + written.length);
}

const digits = (minLength: number, maxLength: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength, maxLength }).map((list) => list.join(''));

describe('a figure that is read where it stands', () => {
  it('is the one that the platform reads, however many digits it has', () => {
    fc.assert(
      fc.property(digits(1, 20), digits(0, 20), (whole, decimals) => {
        const written = decimals === '' ? whole : `${whole}.${decimals}`;
        expect(scanned(written)).toBe(Number(written));
      }),
    );
  });

  it.each([
    ['34.45000076293945', 34.45000076293945],
    ['9007199254740993', 9007199254740992],
    ['0.30000000000000004', 0.30000000000000004],
    ['$1,234.56', 1234.56],
    ['26,506.99', 26506.99],
    ['1.57B', 1_570_000_000],
    ['940.97m', 940_970_000],
    ['$12k', 12_000],
    ['2T', 2_000_000_000_000],
  ])('written %s is %d', (written, value) => {
    expect(scanned(written)).toBe(value);
  });

  it('has nothing to do with what stands beside it', () => {
    const dressed = fc
      .record({
        cents: fc.integer({ min: 0, max: 1e12 }),
        dollar: fc.constantFrom('', '$'),
        grouped: fc.boolean(),
      })
      .map(({ cents, dollar, grouped }) => ({
        written: `${dollar}${grouped ? (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 }) : (cents / 100).toFixed(2)}`,
        value: cents / 100,
      }));
    fc.assert(
      fc.property(dressed, fc.string(), fc.string(), ({ written, value }, before, after) => {
        expect(scanned(written, before, after)).toBe(value);
      }),
    );
  });

  it.each(['', '.', '-', '--'])('is missing where %j stands', (written) => {
    expect(scanned(written, '7,', ',8')).toBeNaN();
  });

  it.each([
    '---',
    '..',
    '$',
    'B',
    '$--',
    '-5',
    '+5',
    '1.',
    '.5',
    '1,23',
    '1234,567',
    '1,234,56',
    '1.2.3',
    '1e5',
    '5%',
    '1.5X',
    ' 5',
    '1{',
  ])('is left to another reader where %j stands', (written) => {
    expect(scanned(written)).toBe(Number.POSITIVE_INFINITY);
  });
});
