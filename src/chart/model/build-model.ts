import { firstIndex } from '../../core/first-index.ts';
import { closeInstant } from '../../core/exchange.ts';
import { exchanges } from '../../core/exchanges/registry.ts';
import { mapAnnouncement } from '../../core/session-mapping.ts';
import type { InstrumentId, PriceSeries } from '../../core/series.ts';
import type { AnnouncementTime, Confounder, Instrument, Study, StudyEvent } from '../../core/study.ts';
import type { Instant, SessionDate } from '../../core/units.ts';
import { startOfDate } from '../../core/zone-time.ts';
import { formatsFor } from '../text/formats.ts';
import type { View } from '../view/view.ts';
import type { AbsentSeries, ChartModel, ModelEvent, ModelSeries } from './chart-model.ts';
import { sessionsInRange } from '../scene/sessions-in-range.ts';

const DAY = 86_400_000;

/** First and last instant of an announcement; a date is the whole day in its zone. */
function extent(time: AnnouncementTime, zone: string): { from: Instant; to: Instant } {
  switch (time.kind) {
    case 'instant':
      return { from: time.at, to: time.at };
    case 'span':
      return { from: time.from, to: time.to };
    case 'date': {
      const from = startOfDate(zone, time.date);
      return { from, to: (from + DAY) as Instant };
    }
  }
}

const closesOf = new WeakMap<PriceSeries, readonly Instant[]>();

/** The instant of every close of a series; computed once per series. */
function closeInstants(series: PriceSeries): readonly Instant[] {
  let known = closesOf.get(series);
  if (known === undefined) {
    known = series.sessions.map((session) => closeInstant(series.exchange, session));
    closesOf.set(series, known);
  }
  return known;
}

/** Index of the last session on or before a date; -1 when there is none. */
function lastOnOrBefore(sessions: readonly SessionDate[], date: SessionDate): number {
  return firstIndex(0, sessions.length, (index) => (sessions[index] ?? '') > date) - 1;
}

function baseIndexOf(study: Study, series: PriceSeries, view: View): { index: number } | { sentence: string } {
  const { base } = view;
  if (base.kind === 'session') {
    const index = lastOnOrBefore(series.sessions, base.session);
    const first = series.sessions[0];
    if (index >= 0) return { index };
    return { sentence: `The base ${base.session} is before its first session, ${first ?? 'of which there is none'}.` };
  }
  const event = study.events.find(({ id }) => id === base.event);
  if (event === undefined) return { sentence: `The study has no event "${base.event}".` };
  const mapping = mapAnnouncement(event.time, event.zone, series.exchange, series.sessions);
  if (mapping.kind !== 'mapped') return { sentence: mapping.sentence };
  if (mapping.baselineIndex !== null) return { index: mapping.baselineIndex };
  return { sentence: `There is no close before ${mapping.dayZero} to count from.` };
}

function modelSeries(
  study: Study,
  instrument: Instrument,
  series: PriceSeries,
  view: View,
): ModelSeries | AbsentSeries {
  const base = baseIndexOf(study, series, view);
  if ('sentence' in base) return { instrument, sentence: `${instrument.name}: ${base.sentence}` };
  const { from, to } = sessionsInRange(series.sessions, base.index, view.range);
  if (to <= from) {
    const formats = formatsFor(study.language);
    const [first, last] = [series.sessions[0], series.sessions.at(-1)];
    const span =
      first === undefined || last === undefined
        ? 'it has none'
        : `its sessions run from ${formats.mediumDate(first)} to ${formats.mediumDate(last)}`;
    return { instrument, sentence: `${instrument.name} has no session in this range; ${span}. Choose another range.` };
  }
  const { place, zone } = exchanges[series.exchange];
  return {
    instrument,
    slot: study.instruments.indexOf(instrument) + 1,
    place,
    zone,
    series,
    closesAt: closeInstants(series),
    baseIndex: base.index,
    dayZeroIndex: base.index + 1,
    from,
    to,
  };
}

function modelEvent(
  event: StudyEvent | Confounder,
  study: Study,
  kind: ModelEvent['kind'],
  available: ReadonlyMap<InstrumentId, PriceSeries>,
): ModelEvent {
  const mappings = new Map(
    [...available].map(([id, series]) => [
      id,
      mapAnnouncement(event.time, event.zone, series.exchange, series.sessions),
    ]),
  );
  const position = study.events.findIndex(({ id }) => id === event.id);
  return {
    id: event.id,
    title: event.title,
    kind,
    number: kind === 'event' ? position + 1 : null,
    isCentre: event.id === study.centre,
    ...extent(event.time, event.zone),
    source: event,
    mappings,
  };
}

/**
 * What a view of a study shows, given the series that are at hand. An
 * instrument whose series is missing, or that cannot be placed, is in `absent`
 * with a sentence that says why; the rest is drawn all the same.
 */
export function buildModel(study: Study, available: ReadonlyMap<InstrumentId, PriceSeries>, view: View): ChartModel {
  const series: ModelSeries[] = [];
  const absent: AbsentSeries[] = [];
  for (const id of view.instruments) {
    const instrument = study.instruments.find((candidate) => candidate.id === id);
    const prices = available.get(id);
    if (instrument === undefined || prices === undefined) continue;
    const built = modelSeries(study, instrument, prices, view);
    if ('sentence' in built) absent.push(built);
    else series.push(built);
  }
  const events = [
    ...study.events.map((event) => modelEvent(event, study, 'event', available)),
    ...study.confounders.map((confounder) => modelEvent(confounder, study, 'confounder', available)),
  ];
  return { study, view, series, absent, events };
}
