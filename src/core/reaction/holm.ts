/**
 * P-values adjusted for their number by Holm's step-down method (Holm 1979,
 * Scandinavian Journal of Statistics 6): sorted, the k-th smallest of n is
 * multiplied by n − k + 1, never falls below its predecessor and never exceeds
 * 1. In the order given.
 */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((_, i) => i).sort((a, b) => (ps[a] ?? 0) - (ps[b] ?? 0));
  const adjusted = Array.from(ps, () => 1);
  let floor = 0;
  order.forEach((index, position) => {
    floor = Math.min(1, Math.max(floor, (ps.length - position) * (ps[index] ?? 1)));
    adjusted[index] = floor;
  });
  return adjusted;
}
