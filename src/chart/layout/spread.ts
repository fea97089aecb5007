/** Something that wants a place on a line and needs room there. */
export interface Wanting {
  readonly at: number;
  readonly size: number;
}

/**
 * Places items so that none overlap, their order is kept and the sum of squared
 * displacements is least, within [low, high] as far as there is room. Answers
 * the centres, in the order given. (Isotonic regression by pooling adjacent
 * violators, on positions less the room that those before need.)
 */
export function spread(items: readonly Wanting[], low: number, high: number): number[] {
  const order = items.map((item, index) => ({ item, index })).sort((a, b) => a.item.at - b.item.at);
  let room = 0;
  const before = order.map(({ item }) => {
    const own = room + item.size / 2;
    room += item.size;
    return own;
  });
  const pools: { sum: number; count: number }[] = [];
  for (const [rank, { item }] of order.entries()) {
    let pool = { sum: item.at - (before[rank] ?? 0), count: 1 };
    for (
      let last = pools.at(-1);
      last !== undefined && last.sum / last.count > pool.sum / pool.count;
      last = pools.at(-1)
    ) {
      pools.pop();
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
    }
    pools.push(pool);
  }
  const starts = pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
  const placed = items.map(({ at }) => at);
  for (const [rank, { index }] of order.entries()) {
    const start = Math.max(low, Math.min(starts[rank] ?? low, high - room));
    placed[index] = start + (before[rank] ?? 0);
  }
  return placed;
}
