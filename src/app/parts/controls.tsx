import {
  AROUND,
  CHART_KINDS,
  type ChartKind,
  type Range,
  SCALES,
  type Scale,
  type Theme,
  THEMES,
  type View,
} from '../../chart/view/view.ts';
import type { DashboardState } from '../state/dashboard-state.ts';
import { BaseChoice } from './base-choice.tsx';
import { LiveFields } from './live-fields.tsx';
import { RangeDates } from './range-dates.tsx';
import { ViewLink } from './view-link.tsx';

const CHART_NAMES: Readonly<Record<ChartKind, string>> = {
  overlay: 'By date',
  'event-time': 'By session',
  daily: 'Daily',
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
    <fieldset className="choices ranges" aria-label="Range">
      {RANGES.map(({ range, name, label }) => (
        <ViewLink key={name} state={state} change={{ range }} isCurrent={sameRange(range, chosen)} label={label}>
          {name}
        </ViewLink>
      ))}
      {chosen.kind === 'between' ? (
        <ViewLink
          state={state}
          change={{ range: { kind: 'around', sessions: 20 } }}
          isCurrent={false}
          label="Reset to 20 sessions either side"
        >
          Reset
        </ViewLink>
      ) : null}
    </fieldset>
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
    <fieldset className="choices" aria-label="Instruments">
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
    </fieldset>
  );
}

const THEME_NAMES: Readonly<Record<Theme, string>> = { auto: 'As the system', light: 'Light', dark: 'Dark' };

/** What is chosen seldom: the lines, the scale, the base and the theme. */
function More({ state }: { state: DashboardState }) {
  const { view } = state;
  const scales =
    view.chart === 'overlay' ? SCALES : view.chart === 'daily' ? [] : SCALES.filter((scale) => scale !== 'points');
  const scale = view.chart !== 'overlay' && view.scale === 'points' ? 'index' : view.scale;
  return (
    <details className="more">
      <summary>
        <span className="long">Lines, scale and base</span>
        <span className="short">Options</span>
      </summary>
      <div className="more-choices">
        <LiveFields state={state}>
          <Instruments state={state} />
        </LiveFields>
        {scales.length === 0 ? null : (
          <fieldset className="choices" aria-label="Scale">
            <span className="choices-name">Scale</span>
            {scales.map((name) => (
              <ViewLink key={name} state={state} change={{ scale: name }} isCurrent={name === scale}>
                {SCALE_NAMES[name]}
              </ViewLink>
            ))}
          </fieldset>
        )}
        {state.mode === 'baked' ? null : (
          <>
            {view.chart === 'multiples' ? null : <RangeDates state={state} />}
            <BaseChoice state={state} />
          </>
        )}
        <fieldset className="choices" aria-label="Theme">
          <span className="choices-name">Theme</span>
          {THEMES.map((theme) => (
            <ViewLink key={theme} state={state} change={{ theme }} isCurrent={theme === view.theme}>
              {THEME_NAMES[theme]}
            </ViewLink>
          ))}
        </fieldset>
      </div>
    </details>
  );
}

/** The choices above the chart: which chart, which stretch of time, and how it is counted. */
export function Controls({ state }: { state: DashboardState }) {
  const { view } = state;
  return (
    <div className="controls">
      <fieldset className="choices" aria-label="Chart">
        {CHART_KINDS.map((chart) => (
          <ViewLink key={chart} state={state} change={{ chart }} isCurrent={chart === view.chart}>
            {CHART_NAMES[chart]}
          </ViewLink>
        ))}
      </fieldset>
      <div className="range-row">
        {view.chart === 'multiples' ? null : <Ranges state={state} />}
        <More state={state} />
      </div>
    </div>
  );
}
