import { hundredths, tenths } from '../../core/rounded.ts';
import { useMemo } from 'react';
import type { Measured } from '../../core/reaction/analysis.ts';
import type { Reaction } from '../../core/reaction/study-reactions.ts';
import { defaultParameters } from '../../core/reaction/parameters.ts';
import { abnormalPath } from '../../chart/reaction/abnormal-path.ts';
import { niceTicks, paddedDomain } from '../../chart/layout/nice-ticks.ts';
import { axisChange, pathCaption } from '../../chart/sentences/reaction-chart-words.ts';
import { signedOffset } from '../../chart/sentences/reaction-figures.ts';
import type { DashboardState } from '../state/dashboard-state.ts';

const HEIGHT = 150;
const AXIS = 22;
const GUTTER = 54;

/** The path of summed abnormal returns inside the band in which 95% of ordinary windows stay. */
export function AbnormalPath({
  state,
  reaction,
  analysis,
  slot,
}: {
  state: DashboardState;
  reaction: Reaction;
  analysis: Measured;
  slot: number;
}) {
  const points = useMemo(() => abnormalPath(analysis, defaultParameters.days), [analysis]);
  const [low, high] = paddedDomain(
    points.flatMap(({ value, half }) => [value, half, -half]),
    0.05,
  );
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || first.day === last.day) return null;
  const ticks = niceTicks(low, high, 4);
  const share = (day: number): number => ((day - first.day) / (last.day - first.day)) * 100;
  const y = (value: number): number => tenths(((high - value) / (high - low)) * HEIGHT);
  const x = (day: number): number => hundredths(share(day));
  const upper = points.map(({ day, half }) => `${x(day)},${y(half)}`);
  const lower = points.toReversed().map(({ day, half }) => `${x(day)},${y(-half)}`);
  const caption = pathCaption(reaction, state.formats);
  return (
    <figure className="abnormal-path" style={{ color: `var(--series-${slot})` }}>
      <div className="with-axis">
        <svg width={GUTTER} height={HEIGHT + AXIS} aria-hidden="true">
          {ticks.map((tick) => (
            <text key={tick} x={GUTTER - 6} y={y(tick) + 4} textAnchor="end">
              {axisChange(tick, ticks, state.formats)}
            </text>
          ))}
        </svg>
        <svg className="path-plot" height={HEIGHT + AXIS} aria-hidden="true">
          {ticks.map((tick) => (
            <line key={tick} className={tick === 0 ? 'zero' : 'grid'} x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />
          ))}
          <svg width="100%" height={HEIGHT} viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none">
            <polygon className="band" points={[...upper, ...lower].join(' ')} />
            <polyline className="path" points={points.map(({ day, value }) => `${x(day)},${y(value)}`).join(' ')} />
          </svg>
          {points
            .filter(({ day }) => day === 0)
            .map(({ day, value }) => (
              <circle key={day} cx={`${x(day)}%`} cy={y(value)} r={4.5} />
            ))}
          {points
            .filter(({ day }) => day === 0 || day === first.day || day === last.day)
            .map(({ day }) => (
              <text
                key={day}
                x={`${x(day)}%`}
                y={HEIGHT + 17}
                textAnchor={day === first.day ? 'start' : day === last.day ? 'end' : 'middle'}
              >
                {signedOffset(day)}
              </text>
            ))}
        </svg>
      </div>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
