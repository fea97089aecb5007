import { AROUND, type ChartKind, type Range, SCALES, type Scale, type View } from '../../chart/view/view.ts';
import type { DashboardState } from '../state/dashboard-state.ts';
import { BaseChoice } from './base-choice.tsx';
import { ViewLink } from './view-link.tsx';

const CHART_NAMES: Readonly<Record<ChartKind, string>> = {
  overlay: 'Overlay',
  'event-time': 'Event time',
  daily: 'Daily moves',
  multiples: 'By event',
};

const SCALE_NAMES: Readonly<Record<Scale, string>> = { index: 'Index', percent: '% change', points: 'Points' };

const RANGES: readonly { readonly range: Range; readonly name: string; readonly label: string }[] = [
  ...AROUND.map((sessions) => ({
    range: { kind: 'around', sessions } as const,
    name: `±${sessions}`,
    label: `${sessions} sessions either side`,
  })),
  { range: { kind: 'year' }, name: '1 y', label: 'six months either side' },
  { range: { kind: 'all' }, name: 'All', label: 'all sessions' },
];

function sameRange(a: Range, b: Range): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function Ranges({ state }: { state: DashboardState }) {
  const { view } = state;
  const chosen = view.range;
  return (
    <div className="choices" role="group" aria-label="Range">
      {RANGES.map(({ range, name, label }) => (
        <ViewLink key={name} state={state} change={{ range }} isCurrent={sameRange(range, chosen)} label={label}>
          {name}
        </ViewLink>
      ))}
      {chosen.kind === 'between' ? (
        <ViewLink state={state} change={{ range: { kind: 'around', sessions: 20 } }} isCurrent={false}>
          Reset range
        </ViewLink>
      ) : null}
    </div>
  );
}

function Instruments({ state }: { state: DashboardState }) {
  const { study, view } = state;
  const toggled = (id: string): View['instruments'] => {
    if (view.instruments.includes(id)) return view.instruments.filter((shown) => shown !== id);
    const order = study.instruments.map((instrument) => instrument.id);
    return [...view.instruments, id].toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  };
  return (
    <div className="choices" role="group" aria-label="Instruments">
      {study.instruments.map(({ id, name, shortName }, index) => {
        const isShown = view.instruments.includes(id);
        const isOnly = isShown && view.instruments.length === 1;
        return (
          <label key={id} className="instrument" style={{ color: `var(--series-${index + 1})` }}>
            <input
              type="checkbox"
              checked={isShown}
              disabled={isOnly}
              onChange={() => state.setView({ instruments: toggled(id) })}
            />
            <span className="long">{name}</span>
            <span className="short">{shortName}</span>
          </label>
        );
      })}
    </div>
  );
}

/** The choices above the chart: which chart, which stretch of time, and how it is counted. */
export function Controls({ state }: { state: DashboardState }) {
  const { view } = state;
  const hasRange = view.chart !== 'multiples';
  const scales = view.chart === 'overlay' ? SCALES : view.chart === 'daily' ? [] : SCALES.filter((scale) => scale !== 'points');
  const scale = view.chart !== 'overlay' && view.scale === 'points' ? 'index' : view.scale;
  return (
    <div className="controls">
      <div className="choices" role="group" aria-label="Chart">
        {(Object.keys(CHART_NAMES) as ChartKind[]).map((chart) => (
          <ViewLink key={chart} state={state} change={{ chart }} isCurrent={chart === view.chart}>
            {CHART_NAMES[chart]}
          </ViewLink>
        ))}
      </div>
      {hasRange ? <Ranges state={state} /> : null}
      <details className="more">
        <summary>Lines, scale and base</summary>
        <div className="more-choices">
          <Instruments state={state} />
          {scales.length === 0 ? null : (
            <div className="choices" role="group" aria-label="Scale">
              {scales.map((name) => (
                <ViewLink key={name} state={state} change={{ scale: name }} isCurrent={name === scale}>
                  {SCALE_NAMES[name]}
                </ViewLink>
              ))}
            </div>
          )}
          <BaseChoice state={state} />
        </div>
      </details>
    </div>
  );
}
