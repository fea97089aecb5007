import type { PlacedMarker } from '../layout/drawing-layout.ts';

const RADIUS = 11;
const DIAMOND = 6;

/** Half of the target that a finger or a pointer has to hit. */
const HIT = 13;
const CLUSTER_HIT = 17;

/** A lone diamond stands on its place; with a count it makes room for it. */
function diamondX(x: number, label: string): number {
  return label === '' ? x : x - 7;
}

function Shape({ marker }: { marker: PlacedMarker }) {
  const { x, y, label, kind, isCentre } = marker;
  if (kind === 'confounder') {
    const centre = diamondX(x, label);
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

/** The line from a marker to the edge of the plot where its event stands: straight down or up, then to the side. */
function stemPath({ x, y, stemX, stemY, kind, label }: PlacedMarker): string {
  if (kind === 'confounder') return `M${stemX},${stemY}V${stemY + 3}L${diamondX(x, label)},${y - DIAMOND}`;
  return `M${x},${y + RADIUS}L${stemX},${stemY - 5}V${stemY}`;
}

/** A number on the lane above the plot or a diamond below it, and the stem to where its event stands. A cluster is "+n". */
export function EventMarker({ marker }: { marker: PlacedMarker }) {
  const { x, y, kind, events, name } = marker;
  const reach = events.length > 1 ? CLUSTER_HIT : HIT;
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
        d={stemPath(marker)}
        fill="none"
        stroke={kind === 'event' ? 'var(--ink)' : 'var(--muted)'}
        strokeWidth={1}
        strokeOpacity={0.6}
      />
      <Shape marker={marker} />
      <rect x={x - reach} y={y - HIT} width={2 * reach} height={2 * HIT} fill="transparent" />
    </g>
  );
}
