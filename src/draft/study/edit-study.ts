import type { Claim, Confounder, StudyEvent, AnnouncementTime, Study } from '../../core/study.ts';
import type { InstrumentId } from '../../core/series.ts';
import type { ClosesReach, EditedEvent, EditedStudy, InstrumentAtHand } from './edited-study.ts';

/** One thing that an author does to a study. */
export type StudyEdit =
  | { readonly kind: 'describe'; readonly change: Partial<Pick<EditedStudy, 'id' | 'title' | 'language'>> }
  | { readonly kind: 'describe-article'; readonly change: Partial<Study['article']> }
  | { readonly kind: 'change-event'; readonly event: string; readonly change: Partial<Omit<StudyEvent, 'id' | 'time'>> }
  /** Chooses the time of an event; from then on it counts. */
  | { readonly kind: 'decide'; readonly event: string; readonly time: AnnouncementTime }
  | { readonly kind: 'add-event'; readonly event: EditedEvent }
  | { readonly kind: 'remove-event'; readonly event: string }
  /** Puts an event where another stands, counted from 0. */
  | { readonly kind: 'move-event'; readonly event: string; readonly to: number }
  /** Makes one event of two that tell the same; the first stays, with the better-known time of the two. */
  | { readonly kind: 'join-events'; readonly event: string; readonly other: string }
  | { readonly kind: 'centre'; readonly event: string }
  /** An event of the article that is something else that happened, off its list. */
  | { readonly kind: 'event-to-confounder'; readonly event: string }
  | { readonly kind: 'put-confounder'; readonly confounder: Confounder }
  | { readonly kind: 'remove-confounder'; readonly confounder: string }
  | { readonly kind: 'change-claim'; readonly claim: string; readonly change: Partial<Omit<Claim, 'id'>> }
  | { readonly kind: 'remove-claim'; readonly claim: string }
  /** Adds an instrument with its closes, or takes other closes for one that is there. */
  | { readonly kind: 'put-instrument'; readonly at: InstrumentAtHand; readonly reach: ClosesReach }
  /** Says where the closes of an instrument are from. */
  | { readonly kind: 'name-source'; readonly instrument: InstrumentId; readonly source: string }
  | { readonly kind: 'remove-instrument'; readonly instrument: InstrumentId }
  | { readonly kind: 'chart-first'; readonly instruments: readonly InstrumentId[] };

const withEvents = (study: EditedStudy, events: readonly EditedEvent[]): EditedStudy => ({
  ...study,
  events,
  centre: events.some(({ id }) => id === study.centre) ? study.centre : (events[0]?.id ?? null),
});

const changed = <T extends { readonly id: string }>(
  all: readonly T[],
  id: string,
  change: (one: T) => T,
): readonly T[] => all.map((one) => (one.id === id ? change(one) : one));

const without = <T extends { readonly id: string }>(all: readonly T[], id: string): readonly T[] =>
  all.filter((one) => one.id !== id);

const put = <T extends { readonly id: string }>(all: readonly T[], one: T): readonly T[] =>
  all.some(({ id }) => id === one.id) ? changed(all, one.id, () => one) : [...all, one];

function moved(events: readonly EditedEvent[], id: string, to: number): readonly EditedEvent[] {
  const event = events.find((one) => one.id === id);
  if (event === undefined) return events;
  const rest = without(events, id);
  const at = Math.min(Math.max(to, 0), rest.length);
  return [...rest.slice(0, at), event, ...rest.slice(at)];
}

/** How much of a time is known: an instant more than a span, a span more than a date, a date more than nothing. */
function precision({ time, isDecided }: EditedEvent): number {
  if (time === null || !isDecided) return 0;
  return { date: 1, span: 2, instant: 3 }[time.kind];
}

function joined(one: EditedEvent, other: EditedEvent): EditedEvent {
  const better = precision(other) > precision(one) ? other : one;
  const phrases = [one.drafted?.phrase, other.drafted?.phrase].filter((phrase) => phrase !== undefined);
  const drafted = better.drafted === null ? null : { ...better.drafted, phrase: [...new Set(phrases)].join(' … ') };
  const { id, title, kind, quote } = one;
  return { ...other, ...one, ...better, id, title, kind, quote, drafted };
}

function joinEvents(study: EditedStudy, id: string, otherId: string): EditedStudy {
  const other = study.events.find((event) => event.id === otherId);
  if (other === undefined || id === otherId || study.events.every((event) => event.id !== id)) return study;
  const events = changed(without(study.events, otherId), id, (one) => joined(one, other));
  const claims = study.claims.map((claim) =>
    claim.check?.event === otherId ? { ...claim, check: { ...claim.check, event: id } } : claim,
  );
  return withEvents({ ...study, claims, centre: study.centre === otherId ? id : study.centre }, events);
}

function toConfounder(study: EditedStudy, id: string): EditedStudy {
  const event = study.events.find((one) => one.id === id);
  if (event === undefined || event.time === null || !event.isDecided) return study;
  const { title, time, zone, timeNote, quote, url } = event;
  const confounder: Confounder = {
    id,
    title,
    detail: quote,
    time,
    zone,
    ...(timeNote === undefined ? {} : { timeNote }),
    ...(url === undefined ? {} : { url }),
  };
  return withEvents({ ...study, confounders: put(study.confounders, confounder) }, without(study.events, id));
}

function putInstrument(
  study: EditedStudy,
  { instrument, source, symbol, csv }: InstrumentAtHand,
  reach: ClosesReach,
): EditedStudy {
  const { id } = instrument;
  const { benchmark, ...rest } = instrument;
  const isHere = benchmark !== undefined && study.instruments.some((one) => one.id === benchmark);
  const others = study.instruments.filter((one) => one.id !== id);
  const snapshot = { ...study.snapshot, ...(others.length === 0 ? reach : widest(study.snapshot, reach)) };
  return {
    ...study,
    instruments: put(study.instruments, isHere ? instrument : rest),
    defaultInstruments: study.defaultInstruments.length === 0 ? [id] : study.defaultInstruments,
    snapshot: { ...snapshot, series: { ...snapshot.series, [id]: { source, symbol } } },
    closes: { ...study.closes, [id]: csv },
  };
}

/** What two sets of closes reach over together; the notice is that of the first. */
function widest(one: ClosesReach, other: ClosesReach): ClosesReach {
  return {
    retrieved: one.retrieved > other.retrieved ? one.retrieved : other.retrieved,
    from: one.from < other.from ? one.from : other.from,
    to: one.to > other.to ? one.to : other.to,
    notice: one.notice,
  };
}

function nameSource(study: EditedStudy, id: InstrumentId, source: string): EditedStudy {
  const known = study.snapshot.series[id];
  if (known === undefined) return study;
  return {
    ...study,
    snapshot: { ...study.snapshot, series: { ...study.snapshot.series, [id]: { ...known, source } } },
  };
}

const omitted = <T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

function removeInstrument(study: EditedStudy, id: InstrumentId): EditedStudy {
  const instruments = without(study.instruments, id).map((one) => {
    const { benchmark, ...rest } = one;
    return benchmark === id ? rest : one;
  });
  const first = study.defaultInstruments.filter((one) => one !== id);
  const [next] = instruments;
  return {
    ...study,
    instruments,
    defaultInstruments: first.length > 0 || next === undefined ? first : [next.id],
    snapshot: { ...study.snapshot, series: omitted(study.snapshot.series, id) },
    closes: omitted(study.closes, id),
  };
}

/** The study after an edit. An edit of something that is not there changes nothing. */
export function editStudy(study: EditedStudy, edit: StudyEdit): EditedStudy {
  switch (edit.kind) {
    case 'describe':
      return { ...study, ...edit.change };
    case 'describe-article':
      return { ...study, article: { ...study.article, ...edit.change } };
    case 'change-event':
      return { ...study, events: changed(study.events, edit.event, (one) => ({ ...one, ...edit.change })) };
    case 'decide':
      return {
        ...study,
        events: changed(study.events, edit.event, (one) => ({ ...one, time: edit.time, isDecided: true })),
      };
    case 'add-event':
      return withEvents(study, put(study.events, edit.event));
    case 'remove-event':
      return withEvents(study, without(study.events, edit.event));
    case 'move-event':
      return { ...study, events: moved(study.events, edit.event, edit.to) };
    case 'join-events':
      return joinEvents(study, edit.event, edit.other);
    case 'centre':
      return study.events.some(({ id }) => id === edit.event) ? { ...study, centre: edit.event } : study;
    case 'event-to-confounder':
      return toConfounder(study, edit.event);
    case 'put-confounder':
      return { ...study, confounders: put(study.confounders, edit.confounder) };
    case 'remove-confounder':
      return { ...study, confounders: without(study.confounders, edit.confounder) };
    case 'change-claim':
      return {
        ...study,
        claims: changed(study.claims, edit.claim, (one) => ({ ...one, ...edit.change, because: null })),
      };
    case 'remove-claim':
      return { ...study, claims: without(study.claims, edit.claim) };
    case 'put-instrument':
      return putInstrument(study, edit.at, edit.reach);
    case 'name-source':
      return nameSource(study, edit.instrument, edit.source);
    case 'remove-instrument':
      return removeInstrument(study, edit.instrument);
    case 'chart-first':
      return { ...study, defaultInstruments: edit.instruments };
  }
}
