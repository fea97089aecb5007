/**
 * Widths of Inter's printable ASCII characters, in hundredths of an em, from
 * the space on. Read off the variable font at two weights, so that a layout
 * needs no browser.
 */
const regular =
  '28 29 47 63 64 98 64 30 36 36 50 66 29 46 29 36 63 41 61 62 65 59 62 57 62 62 29 30 66 66 66 51 97 69 65 73 72 60 59 75 74 27 57 67 57 90 75 76 64 76 64 64 65 74 69 99 68 68 63 36 36 36 47 46 32 56 61 57 61 58 37 61 59 24 24 55 24 88 59 60 61 61 38 53 33 59 56 82 55 56 55 43 33 43 66';
const semibold =
  '25 32 52 64 65 100 66 33 37 37 54 67 32 47 32 38 66 42 62 64 67 61 64 58 64 64 32 33 67 67 67 54 100 73 66 74 72 61 59 75 75 28 58 70 57 92 76 77 65 77 65 65 66 74 73 102 72 71 65 37 38 37 48 47 35 57 62 58 62 59 39 63 61 26 26 57 26 90 61 61 62 62 40 55 35 61 59 84 57 59 57 45 36 45 67';

const widths = { 400: regular.split(' ').map(Number), 600: semibold.split(' ').map(Number) } as const;

/** What a character outside the table is taken for: a full-width character is 1 em wide. */
const OTHER = 66;
const FULL_WIDTH = 100;

/** Room for a fallback font that is wider than Inter (DejaVu Sans is, by 5 %). */
const FALLBACK_MARGIN = 1.06;

/**
 * Width that a text needs at a font size, in the unit of the size. Errs on the
 * wide side, so that what fits here fits in every font that may stand in.
 */
export function textWidth(text: string, size: number, weight: 400 | 600 = 400): number {
  const table = widths[weight];
  let hundredths = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 32;
    if (code === 0xa0 || code === 0x202f) hundredths += table[0] ?? 28;
    else if (code >= 0x2e80) hundredths += FULL_WIDTH;
    else hundredths += table[code - 32] ?? OTHER;
  }
  return (hundredths / 100) * size * FALLBACK_MARGIN;
}
