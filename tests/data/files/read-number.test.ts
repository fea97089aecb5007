import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFormattedNumber, readNumber } from '../../../src/data/files/read-number.ts';

describe('a number', () => {
  it('is never made of nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom('', ' ', '-', '--', '.', 'n/a', 'NULL', 'none'), fc.string()), (text) => {
        const value = readNumber(text);
        if (value === 0) expect(text).toMatch(/0/);
        if (readFormattedNumber(text) === 0) expect(text).toMatch(/0/);
      }),
    );
  });

  it.each([
    ['0x10', Number.POSITIVE_INFINITY],
    ['1e3', 1000],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['12px', Number.POSITIVE_INFINITY],
    [' 7.5 ', 7.5],
  ])('written %j is %d', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it('with thousands reads back to itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (cents) => {
        const value = cents / 100;
        const american = value.toLocaleString('en-US', { minimumFractionDigits: 2 });
        const german = value.toLocaleString('de-DE', { minimumFractionDigits: 2 });
        expect(readFormattedNumber(american)).toBe(value);
        expect(readFormattedNumber(german, 'comma')).toBe(value);
      }),
    );
  });

  it.each([
    ['20202.89 USD', 20202.89],
    ['US$20,202.89', 20202.89],
    ['HK$ 26,506.99', 26506.99],
    ['¥26506.99', 26506.99],
    ['26506.99元', 26506.99],
    ['1.57B', 1.57e9],
    ['15.7亿', 15.7e8],
    ['3,456.7万', 3456.7e4],
    ['940.97M', 940.97e6],
    ['20 202.89', 20202.89],
    ['20\u00a0202.89', 20202.89],
    ['20’202.89', 20202.89],
    ['−0.22%', -0.22],
    ['="20202.89"', 20202.89],
  ])('with a unit or a word of scale, %s, is %d', (written, value) => {
    expect(readFormattedNumber(written)).toBeCloseTo(value, 6);
  });

  it.each([
    ['20.202,89 €', 20202.89],
    ['1,57 Mrd.', 1.57e9],
    ['20 202,89', 20202.89],
    ['12,3 Mio.', 12.3e6],
  ])('with a decimal comma, %s, is %d', (written, value) => {
    expect(readFormattedNumber(written, 'comma')).toBeCloseTo(value, 6);
  });

  it.each(['20 20', '1,23,4', '12 345 6', '2025-07-15', 'USD', '0,123', '1.2.3'])('is not what %s is', (written) => {
    expect(readFormattedNumber(written)).toBe(Number.POSITIVE_INFINITY);
  });
});
