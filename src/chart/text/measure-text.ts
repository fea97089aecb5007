/**
 * Widths of Inter's printable ASCII characters, in hundredths of an em, from
 * the space on, with figures of one width (`tabular-nums`), as charts set them.
 * Read off the variable font at two weights, so that a layout needs no browser.
 */
const regular =
  '27 29 47 64 65 99 65 30 40 40 65 65 27 65 27 36 65 65 65 65 65 65 65 65 65 65 27 27 65 65 65 52 97 71 66 73 73 61 59 75 75 27 58 68 57 91 76 77 64 77 65 65 65 75 71 101 69 68 63 40 32 40 48 46 33 57 62 58 62 59 34 62 60 25 25 55 25 88 60 60 62 62 40 53 33 60 57 82 55 57 56 40 34 40 65';
const semibold =
  '27 33 53 65 65 101 67 33 40 40 65 65 27 65 27 38 65 65 65 65 65 65 65 65 65 65 27 27 65 65 65 55 100 75 66 74 73 61 59 75 75 28 58 71 57 93 76 77 65 78 66 65 66 74 75 104 72 72 66 40 34 40 49 47 36 58 63 59 63 60 36 63 62 27 27 57 27 90 62 61 63 63 41 55 35 62 59 84 57 59 57 40 36 40 65';

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
