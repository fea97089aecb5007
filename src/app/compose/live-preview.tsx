import { useCallback, useMemo, useState } from 'react';
import { defaultView, type View } from '../../chart/view/view.ts';
import type { InstrumentId, PriceSeries } from '../../core/series.ts';
import type { Study } from '../../core/study.ts';
import { composeWords } from '../../words/en/compose.ts';
import { Caption } from '../parts/caption.tsx';
import { Controls } from '../parts/controls.tsx';
import { EventList } from '../parts/event-list.tsx';
import { Lead } from '../parts/lead.tsx';
import type { Reader } from '../reader.ts';
import { dashboardState } from '../state/dashboard-model.ts';
import { PictureTools } from '../embed/picture-tools.tsx';
import { LiveFigure } from './live-figure.tsx';
import { SavePage } from './save-page.tsx';

/** What an author chose to see that the study still has; everything else as the study opens. */
function viewOf(study: Study, chosen: Partial<View>): View {
  const here = new Set(study.instruments.map(({ id }) => id));
  const dated = new Set([...study.events, ...study.confounders].map(({ id }) => id));
  const { instruments = [], event = null, base, ...rest } = chosen;
  const kept = instruments.filter((id) => here.has(id));
  return {
    ...defaultView(study),
    ...rest,
    ...(kept.length === 0 ? {} : { instruments: kept }),
    ...(base === undefined || (base.kind === 'event' && !dated.has(base.event)) ? {} : { base }),
    event: event !== null && dated.has(event) ? event : null,
  };
}

/** What the lines and panels of a chart are drawn of: another text in an event changes no line. */
function geometryOf({ events, confounders, centre, defaultInstruments, snapshot }: Study, closes: number): string {
  const dated = [...events, ...confounders].map(({ id, time, zone }) => [id, time, zone]);
  return JSON.stringify([dated, centre, defaultInstruments, snapshot, closes]);
}

/** The dashboard of a study that is being written: headline, chart and events, the same parts as everywhere. */
export function LivePreview({
  study,
  available,
  closes,
  reader,
}: {
  study: Study;
  available: ReadonlyMap<InstrumentId, PriceSeries>;
  /** Counts changes of the closes. */
  closes: number;
  reader: Reader;
}) {
  const [chosen, setChosen] = useState<Partial<View>>({});
  const setView = useCallback((change: Partial<View>) => setChosen((before) => ({ ...before, ...change })), []);
  const state = useMemo(() => {
    const made = dashboardState({
      study,
      pageStudy: study.id,
      view: viewOf(study, chosen),
      problems: [],
      available,
      statuses: [],
      readerZone: reader.zone,
      readerDoubts: reader.doubts,
      mode: 'live',
      setView,
      retry: () => undefined,
      desk: null,
    });
    // The view of a draft has no address.
    return { ...made, hrefOf: () => '#chart' };
  }, [study, available, chosen, reader, setView]);
  return (
    <section className="first-screen live" aria-label={composeWords.soFar}>
      <header>
        <Lead state={state} />
      </header>
      <div className="columns">
        <div className="chart-column">
          <Controls state={state} />
          <LiveFigure state={state} geometry={geometryOf(study, closes)} />
          <div className="chart-caption">
            <Caption state={state} />
          </div>
          <div className="save-chart">
            <SavePage state={state} />
            <PictureTools state={state} theme="light" />
          </div>
        </div>
        <aside data-island="events" aria-label={composeWords.events}>
          <EventList state={state} />
        </aside>
      </div>
    </section>
  );
}
