import type { ModelEvent } from '../../chart/model/chart-model.ts';
import { auctionWords, beforeTheNews, exchangePlace } from '../../chart/sentences/event-words.ts';
import { confoundersOf } from '../../core/confounders.ts';
import { moveParts, partsAt } from '../../core/gap/move-parts.ts';
import { moveShape } from '../../core/gap/move-shape.ts';
import type { StudyEvent } from '../../core/study.ts';
import { alsoThatDay, detailSentence, MORE, overTwoSessions } from '../../words/en/event-entry.ts';
import { movedWords } from '../../words/en/gap.ts';
import type { DashboardState } from '../state/dashboard-state.ts';
import { AllTimes, TimeLines } from './event-times.tsx';
import { reactionMoves } from './reaction-moves.ts';

interface Shown {
  readonly state: DashboardState;
  readonly event: ModelEvent;
}

/** Whose moves also hold trading from before the news, or whose closes were still being formed: a sentence for each. */
function caveats({ state, event }: Shown): string[] {
  const sentences = state.model.series.flatMap(({ instrument }) => {
    const mapping = event.mappings.get(instrument.id);
    if (mapping === undefined) return [];
    const place = exchangePlace(instrument.exchange);
    return [beforeTheNews, auctionWords]
      .map((words) => words(mapping, place, state.readerFormats))
      .filter((sentence) => sentence !== null);
  });
  return [...new Set(sentences)];
}

/** What else could be in the prices of an event's reaction sessions, on the exchanges that are charted. */
function others({ state, event }: Shown): string[] {
  if (event.kind === 'confounder') return [];
  const titles = state.model.series.flatMap(({ instrument, series }) => {
    const mapping = event.mappings.get(instrument.id);
    if (mapping?.kind !== 'mapped') return [];
    return confoundersOf(state.study, series.exchange, series.sessions, mapping.dayZero).map(
      ({ confounder }) => confounder.title,
    );
  });
  return titles.length === 0 ? [] : [alsoThatDay(state.readerFormats.list([...new Set(titles)]))];
}

/** Moves over the reaction session and the next, a sentence for all markets whose sessions are the same. */
function overTwo({ state, event }: Shown): string[] {
  const { readerFormats: formats } = state;
  const spans = new Map<string, { from: string; to: string; moves: string[] }>();
  for (const { instrument, series } of state.model.series) {
    const mapping = event.mappings.get(instrument.id);
    const twoDays = mapping === undefined ? null : reactionMoves(series, mapping).twoDays;
    if (twoDays === null) continue;
    const [from, to] = [formats.dayMonth(twoDays.from), formats.dayMonth(twoDays.to)];
    const span = spans.get(`${from} ${to}`) ?? { from, to, moves: [] };
    span.moves.push(`${instrument.name} ${formats.change(twoDays.move, 2)}`);
    spans.set(`${from} ${to}`, span);
  }
  return [...spans.values()].map(({ from, to, moves }) => overTwoSessions(from, to, moves));
}

/** How the day went on from its open, for each market that tells it: "Nasdaq +0.18%: opened +0.88%, gave back 0.70%". */
function opened({ state, event }: Shown): string[] {
  return state.model.series.flatMap(({ instrument, series }) => {
    const mapping = event.mappings.get(instrument.id);
    if (mapping?.kind !== 'mapped' || mapping.baselineIndex === null) return [];
    const parts = partsAt(series, moveParts(series), mapping.dayZeroIndex);
    if (typeof parts === 'string') return [];
    return [movedWords(instrument.shortName, parts.move, moveShape(parts), parts, state.readerFormats)];
  });
}

function Source({ state, source }: { state: DashboardState; source: StudyEvent }) {
  const { article } = state.study;
  const link = source.url ?? article.url;
  return (
    <p>
      <span>{`${article.outlet}, `}</span>
      {link === undefined ? (
        <cite>{article.title}</cite>
      ) : (
        <a href={link} target="_blank" rel="noopener">
          {article.title}
        </a>
      )}
    </p>
  );
}

/**
 * What an entry shows when it is open: the quote, the time at two exchanges, one caveat, and behind a word the rest of
 * what is known of the event.
 */
export function EventDetail({ state, event }: Shown) {
  const { source } = event;
  const warnings = [...caveats({ state, event }), ...others({ state, event })];
  const [caveat, ...more] = warnings;
  return (
    <>
      {'quote' in source ? <blockquote>{`“${source.quote}”`}</blockquote> : <p>{detailSentence(source.detail)}</p>}
      <TimeLines state={state} event={event} />
      {event.kind === 'event'
        ? opened({ state, event }).map((sentence) => (
            <p key={sentence} className="opened">
              {sentence}
            </p>
          ))
        : null}
      {caveat === undefined ? null : <p className="quiet">{caveat}</p>}
      <details>
        <summary>{MORE}</summary>
        <AllTimes state={state} event={event} />
        {event.kind === 'event' ? overTwo({ state, event }).map((sentence) => <p key={sentence}>{sentence}</p>) : null}
        {more.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {'known' in source ? <p>{source.known}</p> : null}
        {'quote' in source ? <Source state={state} source={source} /> : null}
      </details>
    </>
  );
}
