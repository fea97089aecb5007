const ZERO = 48;
const NINE = 57;
const POINT = 46;
const COMMA = 44;
const HYPHEN = 45;
const DOLLAR = 36;
/** Powers of ten that are doubles, as whole numbers up to 2^53 are: one division of the two rounds correctly. */
const POWERS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15] as const;

/** What a letter behind a figure multiplies it with; NaN for any other character. */
function scaleOf(code: number): number {
  // With this bit a capital becomes the small letter.
  switch (code | 32) {
    case 98: // b
      return 1e9;
    case 107: // k
      return 1e3;
    case 109: // m
      return 1e6;
    case 116: // t
      return 1e12;
    default:
      return Number.NaN;
  }
}

/** Whether nothing stands there, or one of the marks `.`, `-` and `--` with which sources leave a value out. */
function isLeftOut(text: string, start: number, end: number): boolean {
  if (end - start > 2) return false;
  if (end === start) return true;
  const first = text.charCodeAt(start);
  if (end - start === 1) return first === HYPHEN || first === POINT;
  return first === HYPHEN && text.charCodeAt(start + 1) === HYPHEN;
}

/**
 * The figure that stands in `text` from `start` to before `end`, read without a
 * copy of it: digits, with commas between whole groups of three and a point
 * before the decimals, perhaps a dollar sign before and one of the letters K, M,
 * B and T behind. NaN where the value is left out: nothing, `.`, `-` or `--`.
 * Infinity for anything else, which may still be a figure in a rarer form.
 */
export function scanNumber(text: string, start: number, end: number): number {
  if (isLeftOut(text, start, end)) return Number.NaN;
  const from = text.charCodeAt(start) === DOLLAR ? start + 1 : start;
  const last = text.charCodeAt(end - 1);
  const scale = last > NINE ? scaleOf(last) : 1;
  const to = last > NINE ? end - 1 : end;
  let mantissa = 0;
  let digits = 0;
  let decimals = -1;
  let group = -1;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code >= ZERO && code <= NINE) {
      mantissa = mantissa * 10 + (code - ZERO);
      digits++;
      if (decimals >= 0) decimals++;
      else if (group >= 0) group++;
    } else if (code === POINT && decimals < 0 && digits > 0 && (group < 0 || group === 3)) {
      decimals = 0;
    } else if (
      code === COMMA &&
      decimals < 0 &&
      digits > 0 &&
      (group === 3 || (group < 0 && digits <= 3 && text.charCodeAt(from) !== ZERO))
    ) {
      group = 0;
    } else return Number.POSITIVE_INFINITY;
  }
  const isWhole = digits > 0 && decimals !== 0 && (decimals > 0 || group < 0 || group === 3) && scale > 0;
  if (!isWhole) return Number.POSITIVE_INFINITY;
  const power = decimals < 0 ? 1 : POWERS[decimals];
  const value =
    mantissa <= Number.MAX_SAFE_INTEGER && power !== undefined
      ? mantissa / power
      : Number(text.slice(from, to).replaceAll(',', ''));
  return value * scale;
}
