import { memo } from 'react';
import { useXAxisScale, useYAxisScale } from 'recharts';
import type { Ink, PanelLayout, PlacedDot } from '../layout/drawing-layout.ts';
import { EventMarker } from './event-marker.tsx';
import { type Affine, affineBetween, barPath, thinPath } from './thin-path.ts';

/** A colour of the theme: CSS resolves it on a page, the export writes it out. */
export function paint(ink: Ink): string {
  return `var(--${ink})`;
}

const BAND_OPACITY = { centre: 0.2, event: 0.09, confounder: 0 } as const;

function Traces({ panel, x, y }: { panel: PanelLayout; x: Affine; y: Affine }) {
  return (
    <>
      {panel.traces.map((trace, index) => {
        const colour = paint(`series-${trace.slot}`);
        if (trace.mark === 'bar') {
          const marked = new Set(trace.marked);
          const bars = (wanted: (at: number) => boolean): string =>
            barPath(trace.x, trace.y, trace.barWidth ?? 1, x, y, panel.reference ?? 0, wanted);
          return (
            <g key={index} fill={colour}>
              <path d={bars((at) => !marked.has(at))} opacity={0.42} />
              <path d={bars((at) => marked.has(at))} />
            </g>
          );
        }
        const stroke = panel.strokes.find((candidate) => candidate.trace === index);
        const piece = (from: number, to: number): string =>
          thinPath(trace.x.slice(from, to), trace.y.slice(from, to), x, y);
        return (
          <g key={index} fill="none" stroke={colour} strokeLinejoin="round" strokeLinecap="round">
            <path className="mr-line" d={piece(0, trace.x.length)} strokeWidth={2} />
            {stroke === undefined ? null : <path d={piece(stroke.from, stroke.to + 1)} strokeWidth={4} />}
          </g>
        );
      })}
    </>
  );
}

function Dot({ dot, x, y }: { dot: PlacedDot; x: Affine; y: Affine }) {
  const colour = paint(`series-${dot.slot}`);
  const filled = dot.kind !== 'base';
  return (
    <circle
      cx={Math.round((x.offset + dot.x * x.factor) * 100) / 100}
      cy={Math.round((y.offset + dot.y * y.factor) * 100) / 100}
      r={dot.kind === 'reaction' ? 4.5 : dot.kind === 'base' ? 3.5 : 3}
      fill={filled ? colour : paint('paper')}
      stroke={filled ? paint('paper') : colour}
      strokeWidth={filled ? 1.5 : 2}
    />
  );
}

function Bands({ panel }: { panel: PanelLayout }) {
  const [, top, , height] = panel.plot;
  return (
    <g fill={paint('ink')}>
      {panel.bands.map(({ from, to, events, kind }) => (
        <rect
          key={events.join(' ')}
          className={`mr-band mr-band-${kind}`}
          data-band={events.join(' ')}
          x={from}
          y={top}
          width={Math.round((to - from) * 10) / 10}
          height={height}
          fillOpacity={BAND_OPACITY[kind]}
        />
      ))}
    </g>
  );
}

/** Length of the marks that say which session a label of the horizontal axis names. */
const TICK = 4;

/** Closer than this, in user units, a line of the grid is the line that the plot stands on. */
const SAME_LINE = 6;

/** The line that the plot stands on, with a mark for each label below it. */
function Baseline({ panel, x, y }: { panel: PanelLayout; x: Affine; y: Affine }) {
  const [left, top, width, height] = panel.plot;
  const bottom = top + height;
  const isGridLine = panel.yTicks.some(({ value }) => bottom - (y.offset + value * y.factor) < SAME_LINE);
  const marks = panel.xTicks.map(
    ({ value }) => `M${Math.round((x.offset + value * x.factor) * 10) / 10},${bottom}v${TICK}`,
  );
  const line = isGridLine ? '' : `M${left},${bottom}h${width}`;
  return <path className="mr-axis" d={`${line}${marks.join('')}`} fill="none" stroke={paint('rule')} />;
}

/** All that stands on the axes of one panel, on the scales that its layout gives to them. */
const Marks = memo(function Marks({ panel }: { panel: PanelLayout }) {
  const [left, top, width, height] = panel.plot;
  const x = affineBetween(panel.xDomain, left, left + width);
  const y = affineBetween(panel.yDomain, top + height, top);
  const zero = panel.reference === null ? null : Math.round((y.offset + panel.reference * y.factor) * 10) / 10;
  return (
    <g className="mr-marks">
      <Bands panel={panel} />
      <Baseline panel={panel} x={x} y={y} />
      {zero === null ? null : (
        <line
          className="mr-reference"
          x1={left}
          x2={left + width}
          y1={zero}
          y2={zero}
          stroke={paint('muted')}
          strokeWidth={1}
        />
      )}
      <Traces panel={panel} x={x} y={y} />
      {panel.dots.map((dot) => (
        <Dot key={`${dot.slot} ${dot.kind}`} dot={dot} x={x} y={y} />
      ))}
      <g stroke={paint('rule')} strokeWidth={1}>
        {panel.leaders.map((line) => (
          <line key={line.join()} x1={line[0]} y1={line[1]} x2={line[2]} y2={line[3]} />
        ))}
      </g>
      {panel.texts.map(({ x: textX, y: textY, text, size, weight, anchor, ink }) => (
        <text
          key={`${textX} ${textY} ${text}`}
          x={textX}
          y={textY}
          fontSize={size}
          fontWeight={weight}
          textAnchor={anchor}
          fill={paint(ink)}
        >
          {text}
        </text>
      ))}
      {panel.markers.map((marker) => (
        <EventMarker key={marker.events.join(' ')} marker={marker} />
      ))}
    </g>
  );
});

/**
 * What stands on the axes of one panel, once the chart that it is a child of has its axes. Those of another range are
 * told to the chart a frame later than to its children, so that nothing here is placed by them.
 */
export function PanelMarks({ panel }: { panel: PanelLayout }) {
  const [xScale, yScale] = [useXAxisScale(), useYAxisScale()];
  return xScale === undefined || yScale === undefined ? null : <Marks panel={panel} />;
}
