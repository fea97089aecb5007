import { useState } from 'react';
import type { ModelSeries } from '../../chart/model/chart-model.ts';
import type { Study } from '../../core/study.ts';
import type { SessionRange } from '../../data/port/adapter.ts';
import { adapters } from '../../data/port/registry.ts';
import { crossCheck } from '../../data/checks/cross-check.ts';
import type { DashboardState } from '../state/dashboard-state.ts';
import { type Desk, failureWords, seriesQuery } from './series-queries.ts';

interface Opinion {
  readonly name: string;
  readonly sentence: string;
}

/** The window that is compared: the sessions of this market that are on the chart. */
function windowOf({ series, from, to }: ModelSeries, study: Study): SessionRange {
  return { from: series.sessions[from] ?? study.snapshot.from, to: series.sessions[to - 1] ?? study.snapshot.to };
}

/** The instruments on the chart from a second source, compared close by close, a sentence each. */
export function CrossCheckPanel({ state, desk }: { state: DashboardState; desk: Desk }) {
  const [source, setSource] = useState('');
  const [opinions, setOpinions] = useState<readonly Opinion[] | null>(null);
  const [isAsking, setAsking] = useState(false);
  const others = adapters.filter(({ id, needs }) => id !== state.view.source && !needs.file);
  const compare = async (): Promise<void> => {
    const adapter = adapters.find(({ id }) => id === source);
    if (adapter === undefined) return;
    setAsking(true);
    const told: Opinion[] = [];
    for (const shown of state.model.series) {
      const { instrument, series } = shown;
      try {
        const second = await desk.client.fetchQuery(seriesQuery(adapter, instrument, desk));
        told.push({
          name: instrument.name,
          sentence: crossCheck(series, second, windowOf(shown, state.study)).sentence,
        });
      } catch (error) {
        told.push({ name: instrument.name, sentence: failureWords(error) });
      }
    }
    setOpinions(told);
    setAsking(false);
  };
  return (
    <section className="second-opinion">
      <h3>A second opinion on the closes in the chart</h3>
      <p>
        <label>
          <span>{'Compare with '}</span>
          <select
            value={source}
            onChange={(event) => {
              setSource(event.target.value);
              setOpinions(null);
            }}
          >
            <option value="">choose a source</option>
            {others.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <span> </span>
        <button type="button" className="word" disabled={source === '' || isAsking} onClick={() => void compare()}>
          {isAsking ? 'Comparing …' : 'Compare'}
        </button>
      </p>
      <output>
        {opinions?.map(({ name, sentence }) => (
          <p key={name}>
            <b>{name}</b>
            <span>{`: ${sentence}`}</span>
          </p>
        ))}
      </output>
    </section>
  );
}
