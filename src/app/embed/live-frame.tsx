import { useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Controller } from '../../chart/controller/attach-controller.ts';
import { drawingKey } from '../../chart/kinds/scene-of.ts';
import { readUrl } from '../../chart/view/url.ts';
import { CHART_KINDS } from '../../chart/view/view.ts';
import type { InstrumentId, PriceSeries } from '../../core/series.ts';
import type { Study } from '../../core/study.ts';
import type { ShowEvent } from '../../embed/frame-messages.ts';
import { faultNotice, showStanding } from '../fault-notice.ts';
import { PartBoundary } from '../parts/part-boundary.tsx';
import { readerPlace } from '../reader-place.ts';
import { dashboardState } from '../state/dashboard-model.ts';
import type { DashboardState } from '../state/dashboard-state.ts';
import { type LiveDrawing, LiveDrawings } from '../parts/live-drawings.tsx';
import { FRAME_PLACES, type FramePlace, FrameParts } from './frame-parts.tsx';
import { loadFrameStudy } from './frame-study.ts';

type Places = Readonly<Record<FramePlace, Element>>;

/** Told to the page's part that is drawn by React, when the address was changed without loading it anew. */
const ASKED = 'market-reaction:asked';

function placesOf(find: (name: FramePlace) => Element): Places {
  return Object.fromEntries(FRAME_PLACES.map((name) => [name, find(name)])) as Record<FramePlace, Element>;
}

function stateOf(study: Study, available: ReadonlyMap<InstrumentId, PriceSeries>): DashboardState {
  const { root = './', chart = '' } = document.documentElement.dataset;
  const kind = CHART_KINDS.find((known) => known === chart) ?? 'overlay';
  const { view, problems } = readUrl(window.location.search, study);
  const state = dashboardState({
    study,
    pageStudy: '',
    view: { ...view, chart: kind, source: 'snapshot' },
    problems,
    available,
    statuses: [],
    readerZone: readerPlace(window).zone,
    mode: 'live',
    setView: () => undefined,
    retry: () => undefined,
    desk: null,
  });
  return { ...state, hrefOf: (change) => `${root}${state.hrefOf(change).replace(/^\.\//, '')}` };
}

function LiveFrame({
  study,
  available,
  standing,
  controller,
}: {
  study: Study;
  available: ReadonlyMap<InstrumentId, PriceSeries>;
  standing: Places;
  controller: Controller;
}) {
  const [fresh] = useState(() => placesOf((name) => standing[name].cloneNode(false) as Element));
  const [, setAsked] = useState(0);
  const [standingDrawing] = useState(
    () => document.querySelector<HTMLElement>('.mr-drawing')?.dataset['drawing'] ?? '',
  );
  const state = stateOf(study, available);
  const { view, model } = state;
  useEffect(() => {
    const again = (): void => setAsked((count) => count + 1);
    addEventListener(ASKED, again);
    return () => removeEventListener(ASKED, again);
  }, []);
  const place = useCallback(
    ({ holder, scene }: LiveDrawing): void => {
      document.querySelector('.mr-drawing')?.replaceWith(holder);
      controller.refresh(scene);
      void controller.show(scene.choice).finally(() => document.documentElement.classList.remove('other-view'));
    },
    [controller],
  );
  useLayoutEffect(() => {
    for (const name of FRAME_PLACES) if (!fresh[name].isConnected) standing[name].replaceWith(fresh[name]);
    for (const link of document.querySelectorAll('.fit a[href]')) link.setAttribute('target', '_blank');
    if (model.series.length > 0 && drawingKey(model) !== standingDrawing) return;
    const { range, base, scale } = view;
    void controller.show({ range, base, scale }).finally(() => document.documentElement.classList.remove('other-view'));
  });
  return (
    <>
      <FrameParts state={state} places={fresh} />
      <LiveDrawings
        state={state}
        standing={standingDrawing}
        onFinished={place}
        notices={fresh.caption}
        onFault={showStandingHere}
      />
    </>
  );
}

const showStandingHere = (): void => showStanding(document);

/** Says that the view that was asked for broke off, beside the chart that stands here. */
function sayFault(error: unknown): void {
  showStandingHere();
  document.querySelector('figcaption')?.prepend(faultNotice(document, 'drawing', error));
}

let isMounted = false;

/**
 * Draws what the address asks for in place of the chart that stands in the frame page: at the first call it loads the
 * study, later ones only read the address again. Says it in the page when the study cannot be had.
 */
async function showAsked(controller: Controller): Promise<void> {
  if (isMounted) {
    dispatchEvent(new Event(ASKED));
    return;
  }
  isMounted = true;
  const { root = './', study: id = '' } = document.documentElement.dataset;
  const loaded = await loadFrameStudy(new URL(`${root}studies/${id}/`, document.baseURI), (input, init) =>
    fetch(input, init),
  );
  if (loaded.kind === 'failed') {
    isMounted = false;
    showStandingHere();
    const line = document.createElement('p');
    line.textContent = loaded.sentence;
    document.querySelector('figcaption')?.prepend(line);
    return;
  }
  const standing = placesOf((name) => {
    const place = document.querySelector(`[data-place="${name}"]`);
    if (place === null) throw new Error(`the frame page has no place for "${name}"`);
    return place;
  });
  const { study, available } = loaded;
  createRoot(document.createElement('div')).render(
    <PartBoundary part="drawing" instead={() => null} onFault={sayFault}>
      <LiveFrame study={study} available={available} standing={standing} controller={controller} />
    </PartBoundary>,
  );
}

const SHOW: ShowEvent = 'market-reaction:show';

addEventListener(SHOW, (event) => {
  if (event instanceof CustomEvent) void showAsked(event.detail as Controller);
});
