import { useState } from 'react';
import type { OffsetRange } from '../../core/reaction/parameters.ts';
import { readOffsets } from '../../chart/view/url.ts';
import { MODELS, RETURNS, type View } from '../../chart/view/view.ts';
import { LiveFields } from '../parts/live-fields.tsx';
import { ViewLink } from '../parts/view-link.tsx';
import type { DashboardState } from '../state/dashboard-state.ts';

const MODEL_NAMES: Readonly<Record<View['model'], string>> = {
  mean: 'Constant mean',
  market: 'Market model',
  adjusted: 'Less the benchmark',
};
const RETURN_NAMES: Readonly<Record<View['returns'], string>> = { log: 'Log', simple: 'Simple' };

const written = ([from, to]: OffsetRange): string => `${from}..${to}`;

/** A stretch of sessions that a reader types. What cannot be read stays as it was typed, with a sentence beside it. */
function Offsets({
  label,
  example,
  value,
  accepts,
  onChoose,
}: {
  label: string;
  example: string;
  value: OffsetRange;
  accepts: (range: OffsetRange) => boolean;
  onChoose: (range: OffsetRange) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const take = (): void => {
    if (typed === null) return;
    const range = readOffsets(
      typed
        .replaceAll('−', '-')
        .replaceAll(/\s*(?:\.\.|to|…)\s*/g, '..')
        .trim(),
    );
    if (range === undefined || !accepts(range)) return;
    onChoose(range);
    setTyped(null);
  };
  const text = typed ?? written(value);
  const range = readOffsets(text.replaceAll('−', '-'));
  const isWrong = typed !== null && (range === undefined || !accepts(range));
  return (
    <label className="offsets">
      <span>{`${label} `}</span>
      <input
        type="text"
        size={11}
        value={text}
        aria-invalid={isWrong}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          if (event.key === 'Escape') setTyped(null);
        }}
      />
      {isWrong ? <span className="quiet">{` two whole numbers in order, such as ${example}`}</span> : null}
    </label>
  );
}

/** The reader's own statistics: model, benchmark, estimation window, event window and kind of return. */
export function MethodChoice({ state }: { state: DashboardState }) {
  const { study, view } = state;
  return (
    <details className="method">
      <summary>Choose the method yourself</summary>
      <p className="quiet">What you choose stands beside the default, and in the address of this page.</p>
      <div className="choices">
        <span className="choice">Model</span>
        {MODELS.map((model) => (
          <ViewLink key={model} state={state} change={{ model }} isCurrent={view.model === model}>
            {MODEL_NAMES[model]}
          </ViewLink>
        ))}
      </div>
      <div className="choices">
        <span className="choice">Returns</span>
        {RETURNS.map((returns) => (
          <ViewLink key={returns} state={state} change={{ returns }} isCurrent={view.returns === returns}>
            {RETURN_NAMES[returns]}
          </ViewLink>
        ))}
      </div>
      <LiveFields state={state}>
        <div className="base-choice">
          <label>
            <span>{'Benchmark '}</span>
            <select
              value={view.benchmark ?? ''}
              onChange={(event) => state.setView({ benchmark: event.target.value === '' ? null : event.target.value })}
            >
              <option value="">each market’s own</option>
              {study.instruments.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <Offsets
            key={`estimation ${written(view.estimation)}`}
            label="Ordinary days"
            example="-250..-11"
            value={view.estimation}
            accepts={(range) => range[1] < 0}
            onChoose={(estimation) => state.setView({ estimation })}
          />
          <Offsets
            key={`window ${written(view.window)}`}
            label="Event window"
            example="0..1"
            value={view.window}
            accepts={() => true}
            onChoose={(window) => state.setView({ window })}
          />
        </div>
      </LiveFields>
    </details>
  );
}
