import { scanNumber } from './scan-number.ts';

/** Words with which sources say that a value is missing, in lower case. */
const MISSING = new Set(['', '.', '-', '--', 'null', 'n/a', 'n/d', 'na', 'nan', 'none', '#n/a', '—']);

/**
 * A number from JSON or from plain decimal text. NaN where the source left the
 * value out (null, "", ".", "-", "N/A" …), positive infinity where it wrote
 * something else: a missing value never becomes a zero.
 */
export function readNumber(value: unknown): number {
  if (typeof value === 'number') return Number.isNaN(value) ? Number.NaN : value;
  if (value === null || value === undefined) return Number.NaN;
  if (typeof value !== 'string') return Number.POSITIVE_INFINITY;
  const first = value.charCodeAt(0);
  const last = value.charCodeAt(value.length - 1);
  const second = value.charCodeAt(1);
  // Digits at both ends and no base prefix such as 0x: the common case, without trimming.
  if (first >= 48 && first <= 57 && last >= 48 && last <= 57 && !(second > 57)) {
    const number = Number(value);
    if (!Number.isNaN(number)) return number;
  }
  const text = value.trim();
  if (MISSING.has(text.toLowerCase())) return Number.NaN;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return Number.POSITIVE_INFINITY;
  return Number(text);
}

/** Digits in one piece or in groups of three, and decimals. */
const FORMS: Readonly<Record<'point' | 'comma', RegExp>> = {
  point: /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?$/,
  comma: /^[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d*)?$/,
};

const SCALE: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9, t: 1e12 };

/** Which character stands before the decimals: in `26,506.99` the point, in `26.506,99` the comma. */
export type DecimalMark = 'point' | 'comma';

/**
 * A number as people write it: thousands separated, with a currency sign, a
 * percent sign or a suffix K, M, B or T (`$331.34`, `1.57B`, `26,506.99`). NaN
 * and infinity mean the same as in `readNumber`. A percent stays a percent.
 */
export function readFormattedNumber(value: string, mark: DecimalMark = 'point'): number {
  if (mark === 'point') {
    const scanned = scanNumber(value, 0, value.length);
    if (scanned !== Number.POSITIVE_INFINITY) return scanned;
    const plain = readNumber(value);
    if (plain !== Number.POSITIVE_INFINITY) return plain;
  }
  let text = value
    .trim()
    .replaceAll('\u2212', '-')
    .replaceAll(/[\s\u00a0\u202f'’]/g, '');
  if (MISSING.has(text.toLowerCase())) return Number.NaN;
  text = text.replace(/^([+-]?)(?:US\$|HK\$|[$€£¥])/, '$1').replace(/%$/, '');
  const suffix = /[kmbt]$/i.exec(text)?.[0].toLowerCase();
  if (suffix !== undefined) text = text.slice(0, -1);
  if (!FORMS[mark].test(text)) return Number.POSITIVE_INFINITY;
  const digits = mark === 'point' ? text.replaceAll(',', '') : text.replaceAll('.', '').replace(',', '.');
  return Number(digits) * (suffix === undefined ? 1 : (SCALE[suffix] ?? 1));
}
