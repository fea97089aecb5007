import { createElement } from 'react';
import type { InstrumentId, PriceSeries } from '../../core/series.ts';
import type { Study } from '../../core/study.ts';
import { defaultView } from '../../chart/view/view.ts';
import { nameChart } from '../../app/name-chart.ts';
import { dashboardState } from '../../app/state/dashboard-model.ts';
import { bakeChart } from '../../app/bake/bake-chart.ts';
import { inPage } from './page-dom.ts';

/** The dashboard's page with the default view of a study in it, complete with scripts off. */
export function bakeDashboard(
  template: string,
  study: Study,
  available: ReadonlyMap<InstrumentId, PriceSeries>,
): Promise<string> {
  const state = dashboardState({
    study,
    pageStudy: study.id,
    view: defaultView(study),
    problems: [],
    available,
    statuses: [],
    readerZone: 'UTC',
    mode: 'baked',
    setView: () => undefined,
    retry: () => undefined,
    desk: null,
  });
  return inPage(template, async (page) => {
    const { Dashboard, ISLANDS, OF_STATISTICS } = await import('../../app/dashboard.tsx');
    const islands = Object.fromEntries(
      ISLANDS.map((name) => {
        const island = page.querySelector(`[data-island="${name}"]`);
        if (island === null) throw new Error(`index.html has no place for "${name}"`);
        return [name, island];
      }),
    ) as Record<(typeof ISLANDS)[number], Element>;
    let arrived = 0;
    const onArrival = (): void => void (arrived += 1);
    const finish = await bakeChart(
      page,
      state.model,
      createElement(Dashboard, { state, islands, onArrival }),
      () => arrived === OF_STATISTICS.length,
    );
    nameChart(page, state.view.chart);
    page.documentElement.lang = study.language;
    page.documentElement.dataset['study'] = study.id;
    page.title = `${study.title} · Market Reaction`;
    const html = `<!doctype html>\n${page.documentElement.outerHTML}\n`;
    finish();
    return html;
  });
}
