import { createElement } from 'react';
import type { InstrumentId, PriceSeries } from '../../core/series.ts';
import type { Study } from '../../core/study.ts';
import { chartDataOf } from '../../chart/layout/chart-data.ts';
import { layoutDrawing } from '../../chart/layout/layout-drawing.ts';
import { sizeClasses } from '../../chart/layout/size-class.ts';
import { defaultView } from '../../chart/view/view.ts';
import { dashboardState } from '../../app/state/dashboard-model.ts';
import { cleanDrawings } from './clean-drawings.ts';
import { inPage } from './page-dom.ts';
import { renderFully } from './render-fully.ts';

const sizes = sizeClasses.map(({ size }) => size);

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
    readerLanguage: study.language,
    readerZone: 'UTC',
    mode: 'baked',
    setView: () => undefined,
    retry: () => undefined,
    desk: null,
  });
  return inPage(template, async (page) => {
    const { Dashboard, ISLANDS } = await import('../../app/dashboard.tsx');
    const islands = Object.fromEntries(
      ISLANDS.map((name) => {
        const island = page.querySelector(`[data-island="${name}"]`);
        if (island === null) throw new Error(`index.html has no place for "${name}"`);
        return [name, island];
      }),
    ) as Record<(typeof ISLANDS)[number], Element>;
    const finish = await renderFully(page, createElement(Dashboard, { state, islands, sizes }));
    cleanDrawings(page);
    const data = page.querySelector('.mr-data');
    if (data !== null) {
      const layouts = sizes.map((size) => layoutDrawing(state.model, size));
      data.textContent = JSON.stringify(chartDataOf(state.model, layouts)).replaceAll('<', '\\u003c');
    }
    page.documentElement.lang = study.language;
    page.documentElement.dataset['study'] = study.id;
    page.title = `${study.title} · Market Reaction`;
    const html = `<!doctype html>\n${page.documentElement.outerHTML}\n`;
    finish();
    return html;
  });
}
