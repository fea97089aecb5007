import type { PlacedMarker } from '../layout/drawing-layout.ts';

const RADIUS = 11;
const DIAMOND = 6;

/** Half of the target that a finger or a pointer has to hit. */
const HIT = 13;

function Shape({ marker }: { marker: PlacedMarker }) {
  const { x, y, label, kind, isCentre } = marker;
  if (kind === 'confounder') {
    const centre = label === '' ? x : x - 7;
    return (
      <>
        <path
          d={`M${centre},${y - DIAMOND}L${centre + DIAMOND},${y}L${centre},${y + DIAMOND}L${centre - DIAMOND},${y}Z`}
          fill="var(--paper)"
          stroke="var(--muted)"
          strokeWidth={1.25}
        />
        {label === '' ? null : (
          <text x={centre + DIAMOND + 2} y={y + 4} fontSize={11} fill="var(--muted)">
            {label}
          </text>
        )}
      </>
    );
  }
  return (
    <>
      <circle
        cx={x}
        cy={y}
        r={RADIUS}
        fill={isCentre ? 'var(--ink)' : 'var(--paper)'}
        stroke="var(--ink)"
        strokeWidth={1.25}
      />
      <text
        x={x}
        y={y + 4.5}
        fontSize={12.5}
        fontWeight={600}
        textAnchor="middle"
        fill={isCentre ? 'var(--paper)' : 'var(--ink)'}
      >
        {label}
      </text>
    </>
  );
}

/** A number on the lane above the plot, and the stem to where its event stands. A cluster is "+n". */
export function EventMarker({ marker, plotTop }: { marker: PlacedMarker; plotTop: number }) {
  const { x, y, stemX, kind, events, name } = marker;
  const bottom = y + (kind === 'event' ? RADIUS : DIAMOND);
  return (
    <g
      className={`mr-marker mr-marker-${kind}`}
      role="button"
      tabIndex={-1}
      data-events={events.join(' ')}
      aria-label={name}
    >
      <path
        className="mr-stem"
        d={`M${x},${bottom}L${stemX},${kind === 'event' ? plotTop - 6 : plotTop - 2}V${plotTop}`}
        fill="none"
        stroke={kind === 'event' ? 'var(--ink)' : 'var(--muted)'}
        strokeWidth={1}
        strokeOpacity={0.55}
      />
      <Shape marker={marker} />
      <rect x={x - HIT} y={y - HIT} width={2 * HIT} height={2 * HIT} fill="transparent" />
    </g>
  );
}
