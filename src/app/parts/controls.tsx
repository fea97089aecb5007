import {
  AROUND,
  CHART_KINDS,
  defaultView,
  type Range,
  SCALES,
  type Scale,
  type Theme,
  THEMES,
  type View,
} from '../../chart/view/view.ts';
import type { DashboardState } from '../state/dashboard-state.ts';
import { CHART_NAMES, rangeWords } from '../../words/en/chart-voice.ts';
import { BaseChoice } from './base-choice.tsx';
import { LiveFields } from './live-fields.tsx';
import { RangeDates } from './range-dates.tsx';
import { ViewLink } from './view-link.tsx';

const SCALE_NAMES: Readonly<Record<Scale, string>> = { index: 'Index', percent: '% change', points: 'Points' };

const RANGES = [
  ...AROUND.map((sessions) => ({ kind: 'around', sessions }) as const),
  { kind: 'year' } as const,
  { kind: 'all' } as const,
];

function sameRange(a: Range, b: Range): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

interface Choice {
  readonly name: string;
  readonly change: Partial<View>;
  readonly isCurrent: boolean;
  readonly label?: string;
}

/** Choices side by side; where there is no room for that, the chosen one, which opens the others. */
function Choices({
  state,
  label,
  current,
  choices,
}: {
  state: DashboardState;
  label: string;
  /** What stands for the choice where none of them is chosen. */
  current: string;
  choices: readonly Choice[];
}) {
  const links = choices.map(({ name, change, isCurrent, label: long }) => (
    <ViewLink key={name} state={state} change={change} isCurrent={isCurrent} {...(long && { label: long })}>
      {name}
    </ViewLink>
  ));
  return (
    <>
      <fieldset className="choices row" aria-label={label}>
        {links}
      </fieldset>
      <details className="pick">
        <summary aria-label={`${label}: ${choices.find(({ isCurrent }) => isCurrent)?.name ?? current}`}>
          {choices.find(({ isCurrent }) => isCurrent)?.name ?? current}
        </summary>
        <fieldset className="pick-list" aria-label={label}>
          {links}
        </fieldset>
      </details>
    </>
  );
}

function Ranges({ state }: { state: DashboardState }) {
  const chosen = state.view.range;
  const presets = RANGES.map((range): Choice => {
    const { name, means } = rangeWords(range);
    return { name, label: `${name}, ${means}`, change: { range }, isCurrent: sameRange(range, chosen) };
  });
  const { range } = defaultView(state.study);
  const reset: Choice[] =
    chosen.kind === 'between'
      ? [{ name: 'Reset', label: 'Reset to the opening range', change: { range }, isCurrent: false }]
      : [];
  return <Choices state={state} label="Range" current="Dates" choices={[...presets, ...reset]} />;
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
        <span className="long">Lines, scale, base</span>
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
  const charts: Choice[] = CHART_KINDS.map((chart) => ({
    name: CHART_NAMES[chart],
    change: { chart },
    isCurrent: chart === view.chart,
  }));
  return (
    <div className="controls">
      <Choices state={state} label="Chart" current="Chart" choices={charts} />
      {view.chart === 'multiples' ? null : <Ranges state={state} />}
      <More state={state} />
    </div>
  );
}
