import type { ChartKind } from '../chart/view/view.ts';
import { chartName } from '../words/en/chart-voice.ts';

/** Names the chart of a page for who does not see it: its kind, and the page's headline. */
export function nameChart(page: ParentNode, chart: ChartKind): void {
  const headline = page.querySelector('h1')?.textContent ?? '';
  page.querySelector('.mr-stage')?.setAttribute('aria-label', chartName(chart, headline));
}
