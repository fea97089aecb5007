import { bundledRows } from './simulated-sources.ts';

const IDS = ['IXIC', 'HSTECH'] as const;
/** Hour of the close in UTC, in summer. */
const CLOSES_AT = { IXIC: 20, HSTECH: 8 } as const;
/** First sessions that could react to the events of the opening study; the same date on both exchanges. */
export const DAY_ZEROS = { restriction: '2025-04-16', announcement: '2025-07-15', speech: '2025-07-16' } as const;

export type Wanted =
  | { readonly around: number; readonly event: keyof typeof DAY_ZEROS }
  | { readonly from: string; readonly to: string; readonly event: keyof typeof DAY_ZEROS };

/** What a chart of the opening study has to show, worked out from its files of closes and from nothing else. */
export interface Expected {
  /** Days from 1 July 2024, UTC, to the first and the last close in range. */
  readonly from: number;
  readonly to: number;
  /** Lowest and highest close in range, where 100 is the last close before the event. */
  readonly low: number;
  readonly high: number;
  /** Changes from that close to the last one in range: IXIC, HSTECH. */
  readonly ends: readonly string[];
}

export function expectedOf(wanted: Wanted): Expected {
  const lines = IDS.map((id) => {
    const rows = bundledRows(id);
    const dayZero = rows.findIndex(([date]) => date === DAY_ZEROS[wanted.event]);
    const base = Number(rows[dayZero - 1]?.[1]);
    const shown =
      'around' in wanted
        ? rows.slice(Math.max(0, dayZero - wanted.around), dayZero + wanted.around + 1)
        : rows.filter(([date]) => date >= wanted.from && date <= wanted.to);
    return shown.map(([date, close]) => ({
      day: (Date.parse(date) - Date.parse('2024-07-01')) / 86_400_000 + CLOSES_AT[id] / 24,
      value: (Number(close) / base) * 100,
    }));
  });
  const all = lines.flat();
  return {
    from: Math.min(...all.map(({ day }) => day)),
    to: Math.max(...all.map(({ day }) => day)),
    low: Math.min(...all.map(({ value }) => value)),
    high: Math.max(...all.map(({ value }) => value)),
    ends: lines.map((line) => percent((line.at(-1)?.value ?? 100) - 100)),
  };
}

function percent(change: number): string {
  const digits = Math.abs(change).toFixed(1);
  return `${digits === '0.0' ? '' : change < 0 ? '−' : '+'}${digits}%`;
}
