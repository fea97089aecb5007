const ZERO = 48;
const NINE = 57;
const POINT = 46;
const COMMA = 44;
/** Up to here every integer is a double, and so is every power of ten up to 10^22: one division rounds correctly. */
const MOST_DIGITS = 15;
const POWERS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15] as const;

/**
 * The number that stands in `text` from `start` to before `end`: digits, with
 * commas between whole groups of three and a point before the decimals. NaN for
 * anything else, including nothing and longer numbers: read those another way.
 */
export function scanNumber(text: string, start: number, end: number): number {
  let mantissa = 0;
  let digits = 0;
  let decimals = -1;
  let group = -1;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= ZERO && code <= NINE) {
      mantissa = mantissa * 10 + (code - ZERO);
      digits++;
      if (decimals >= 0) decimals++;
      else if (group >= 0) group++;
    } else if (code === POINT && decimals < 0 && digits > 0 && (group < 0 || group === 3)) {
      decimals = 0;
    } else if (code === COMMA && decimals < 0 && digits > 0 && (group === 3 || (group < 0 && digits <= 3))) {
      group = 0;
    } else return Number.NaN;
  }
  if (digits === 0 || digits > MOST_DIGITS || decimals === 0 || (decimals < 0 && group >= 0 && group !== 3))
    return Number.NaN;
  return decimals <= 0 ? mantissa : mantissa / (POWERS[decimals] ?? Number.NaN);
}
