/** What decides how tall a chart wants to be: how its panels stand, and how many there are. */
export interface Panels {
  readonly arrangement: 'single' | 'stacked' | 'multiple';
  readonly count: number;
}

const SINGLE = { least: 270, most: 500, share: 0.42, more: 96 };
/** Each panel above others, and the rows that they share. */
const STACKED = { each: 130, shared: 96 };
const MULTIPLE = { beside: 300, least: 180, below: 210, gap: 10 };

/**
 * The height in CSS pixels that a chart of this width wants where nobody limits it; it fills any other height just as
 * well. The arrangement of panels around events follows the shape of the place, as in `drawing.css`.
 */
export function stageHeight({ arrangement, count }: Panels, width: number): number {
  const single = Math.round(Math.min(SINGLE.most, Math.max(SINGLE.least, width * SINGLE.share + SINGLE.more)));
  if (arrangement === 'stacked') return Math.max(single, STACKED.shared + count * STACKED.each);
  if (arrangement === 'single') return single;
  const columns = Math.floor((width + MULTIPLE.gap) / (MULTIPLE.least + MULTIPLE.gap));
  const rows = columns >= Math.min(count, 3) ? Math.ceil(count / Math.min(4, columns)) : count;
  return rows === count && count > 1 ? Math.max(width + 1, rows * MULTIPLE.below) : rows * MULTIPLE.beside;
}
