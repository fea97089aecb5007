const STEPS = [1, 2, 5, 10];

/** Fewest and most grid lines that a plot with the room for them should have. */
const FEW = 4;
const MANY = 7;

/** The smallest of 1, 2 and 5 times a power of ten that is at least `least`. */
export function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const step = STEPS.find((candidate) => candidate * power >= least * (1 - 1e-9)) ?? 10;
  return step * power;
}

function multiples(low: number, high: number, step: number): number[] {
  const ticks: number[] = [];
  for (let index = Math.ceil(low / step - 1e-9); index * step <= high + step * 1e-9; index += 1) {
    ticks.push(Number((index * step).toPrecision(12)));
  }
  return ticks;
}

/**
 * Multiples of a step within [low, high], at most `most` of them: four to seven
 * where that many have room. Steps of 1, 2 and 5 times a power of ten come
 * first, then 4 and 2.5. Ascending; may be empty.
 */
export function niceTicks(low: number, high: number, most: number): number[] {
  if (!(high > low) || most < 1) return [];
  const power = 10 ** Math.floor(Math.log10((high - low) / most));
  const proposals = [1, 2, 5, 10, 20, 4, 2.5, 40, 25]
    .map((step) => multiples(low, high, step * power))
    .filter((ticks) => ticks.length <= most);
  const good = proposals.find((ticks) => ticks.length >= FEW && ticks.length <= MANY);
  if (good !== undefined) return good;
  return proposals.reduce<number[]>((best, ticks) => (ticks.length > best.length ? ticks : best), []);
}

/** A domain around values with a little room on both sides; a flat one is opened to ±1 %. */
export function paddedDomain(values: Iterable<number>, ratio: number): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!Number.isFinite(low)) return [0, 1];
  const span = high - low || Math.abs(high) * 0.02 || 1;
  return [low - span * ratio, high + span * ratio];
}
