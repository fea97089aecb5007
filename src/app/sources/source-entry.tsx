import { useId, useState } from 'react';
import type { MarketDataAdapter } from '../../data/port/adapter.ts';
import type { DashboardState } from '../state/dashboard-state.ts';
import { type Desk, seriesQuery } from './series-queries.ts';
import type { LastAnswer } from './source-memory.ts';

/** What a source covers of this study, in words. */
function coverage(adapter: MarketDataAdapter, state: DashboardState): string {
  const covered = state.study.instruments.filter((instrument) => adapter.resolve(instrument) !== null);
  if (covered.length === state.study.instruments.length) return 'Every instrument of this study.';
  if (covered.length === 0) return 'No instrument of this study.';
  return `${state.formats.list(covered.map(({ name }) => name))}; not the others.`;
}

/** What a source needs, in words; null when it needs nothing. */
function needs({ needs: { key, proxy }, optIn }: MarketDataAdapter): string | null {
  const wants = [
    key === 'required' ? 'a key of your own' : key === 'optional' ? 'a key of your own for its API' : null,
    proxy ? 'the proxy of this site, because browsers may not call it' : null,
    optIn ? 'to be chosen by you: it never stands in for another' : null,
  ].filter((want) => want !== null);
  return wants.length === 0 ? null : `Needs ${wants.join(', and ')}.`;
}

/**
 * A key for one source: it stays in this tab's memory and goes into requests to
 * that source only. The field is the browser's own, so that the key never
 * becomes an attribute of the page.
 */
function KeyField({ adapter, desk, hasKey }: { adapter: MarketDataAdapter; desk: Desk; hasKey: boolean }) {
  const id = useId();
  return (
    <form
      className="key-field"
      onSubmit={(event) => {
        event.preventDefault();
        const key = new FormData(event.currentTarget).get('key');
        if (typeof key === 'string' && key.trim() !== '') desk.memory.setKey(adapter.id, key.trim());
      }}
    >
      <label htmlFor={id}>Your key</label>
      <input id={id} name="key" type="password" autoComplete="off" spellCheck={false} />
      <button type="submit" className="word">
        Use key
      </button>
      {hasKey ? (
        <button type="reset" className="word" onClick={() => desk.memory.setKey(adapter.id, '')}>
          Forget it
        </button>
      ) : null}
      <output className="quiet">
        {hasKey ? 'Your key is in use, until this tab is closed.' : 'Kept in this tab only, until it is closed.'}
      </output>
    </form>
  );
}

/** One source: what it covers, needs and last did, and the ways to use or try it. */
export function SourceEntry({
  state,
  desk,
  adapter,
  last,
  hasKey,
  onChosen,
}: {
  state: DashboardState;
  desk: Desk;
  adapter: MarketDataAdapter;
  last: LastAnswer | null;
  hasKey: boolean;
  onChosen: () => void;
}) {
  const [isAsking, setAsking] = useState(false);
  const isCurrent = state.view.source === adapter.id;
  const instrument = state.study.instruments.find((candidate) => adapter.resolve(candidate) !== null);
  const wants = needs(adapter);
  const check = (): void => {
    if (instrument === undefined) return;
    setAsking(true);
    // A new request, unless one is under way. Its outcome, good or bad, is in the desk's memory.
    desk.client
      .fetchQuery({ ...seriesQuery(adapter, instrument, desk), staleTime: 0 })
      .catch(() => undefined)
      .finally(() => setAsking(false));
  };
  return (
    <li aria-current={isCurrent ? 'true' : undefined}>
      <h3>{adapter.label}</h3>
      <p>{[coverage(adapter, state), wants].filter((part) => part !== null).join(' ')}</p>
      <p className="quiet">
        <span>{`${adapter.attribution} `}</span>
        {adapter.termsUrl === null ? null : (
          <a href={adapter.termsUrl} target="_blank" rel="noreferrer">
            Terms
          </a>
        )}
      </p>
      {adapter.needs.key === 'none' ? null : <KeyField adapter={adapter} desk={desk} hasKey={hasKey} />}
      <p className="source-ways">
        {isCurrent ? (
          <b>In use</b>
        ) : (
          <button
            type="button"
            className="word"
            disabled={instrument === undefined}
            onClick={() => {
              state.setView({ source: adapter.id });
              onChosen();
            }}
          >
            Use this source
          </button>
        )}
        <button type="button" className="word" disabled={isAsking || instrument === undefined} onClick={check}>
          {isAsking ? 'Asking …' : 'Check connection'}
        </button>
      </p>
      <output className={last?.isGood === false ? 'last-answer is-bad' : 'last-answer'}>
        {last === null ? '' : `${state.readerFormats.clock(last.at, state.readerZone)} ${last.sentence}`}
      </output>
    </li>
  );
}
