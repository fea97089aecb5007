import { ComposedChart, CartesianGrid, XAxis, YAxis } from 'recharts';
import type { DrawingLayout, PanelLayout } from '../layout/drawing-layout.ts';
import { paint, PanelMarks } from './panel-marks.tsx';

const NO_ROWS: never[] = [];

/** Text is placed by the layout, so that nothing has to be measured. */
const noTick = () => <g />;

/**
 * One set of axes. Recharts owns scales, axes and grid; explicit ticks keep it
 * from measuring text, and what stands on the axes is one child.
 */
function Panel({ panel, drawing }: { panel: PanelLayout; drawing: DrawingLayout }) {
  const [left, top, width, height] = panel.box;
  const [x, y, plotWidth, plotHeight] = panel.plot;
  const share = (part: number, whole: number): string => `${Math.round((part / whole) * 1e6) / 1e4}%`;
  return (
    <div
      className="mr-panel"
      style={{
        left: share(left, drawing.width),
        top: share(top, drawing.height),
        width: share(width, drawing.width),
        height: share(height, drawing.height),
      }}
    >
      <ComposedChart
        width={width}
        height={height}
        data={NO_ROWS}
        accessibilityLayer={false}
        margin={{ top: y, left: x, right: width - x - plotWidth, bottom: height - y - plotHeight }}
      >
        <CartesianGrid vertical={false} syncWithTicks stroke={paint('rule')} />
        <XAxis
          hide
          type="number"
          dataKey="x"
          domain={[...panel.xDomain]}
          allowDataOverflow
          ticks={panel.xTicks.map(({ value }) => value)}
          interval={0}
          tick={noTick}
        />
        <YAxis
          hide
          type="number"
          dataKey="y"
          domain={[...panel.yDomain]}
          allowDataOverflow
          ticks={panel.yTicks.map(({ value }) => value)}
          interval={0}
          tick={noTick}
        />
        <PanelMarks panel={panel} />
      </ComposedChart>
    </div>
  );
}

/** A chart of one size class: what the page shows and what is baked are this component. */
export function Drawing({ layout }: { layout: DrawingLayout }) {
  return (
    <div className="mr-variant" data-size={layout.size} style={{ aspectRatio: `${layout.width} / ${layout.height}` }}>
      {layout.panels.map((panel) => (
        <Panel key={panel.key} panel={panel} drawing={layout} />
      ))}
    </div>
  );
}
