/** A number to so many decimals, halves up. Zero has no sign. */
function rounded(value: number, scale: number): number {
  return Math.round(value * scale) / scale + 0;
}

/** To one decimal: a tenth of a pixel, which no screen shows. */
export function tenths(value: number): number {
  return rounded(value, 10);
}

/** To two decimals: a move in percent, as it is written. */
export function hundredths(value: number): number {
  return rounded(value, 100);
}

/** To three decimals: a close to the tenth of a cent, an instant in days to a minute and a half. */
export function thousandths(value: number): number {
  return rounded(value, 1000);
}

/** To four decimals: as a part of a plot, a quarter of a pixel on the widest screen. */
export function tenThousandths(value: number): number {
  return rounded(value, 10_000);
}
