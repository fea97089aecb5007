import type { ChartKind, Range } from '../../chart/view/view.ts';

/** What each kind of chart is called, on its button and by ear. */
export const CHART_NAMES: Readonly<Record<ChartKind, string>> = {
  overlay: 'By date',
  'event-time': 'By session',
  daily: 'Daily',
  multiples: 'By event',
};

/** What a chart is called by ear: its kind, and what it tells. */
export const chartName = (chart: ChartKind, headline: string): string => `${CHART_NAMES[chart]}: ${headline}`;

/** A range as it stands on its button, and what that means; its name by ear holds both. */
export function rangeWords(range: Exclude<Range, { kind: 'between' }>): {
  readonly name: string;
  readonly means: string;
} {
  switch (range.kind) {
    case 'around':
      return { name: `±${range.sessions}`, means: `${range.sessions} sessions either side` };
    case 'year':
      return { name: '1 y', means: 'six months either side' };
    case 'all':
      return { name: 'All', means: 'all sessions' };
  }
}

/** Said when another stretch of time shows. */
export const rangeSaid = (sessions: string): string => `${sessions} sessions`;

/** Said of a session that reacts to an event of the article. */
export const eventSaid = (number: number): string => `event ${number}`;
