import { hundredths } from '../../core/rounded.ts';
import { type PointerEvent, useMemo, useState } from 'react';
import type { Reaction } from '../../core/reaction/study-reactions.ts';
import {
  blockAt,
  type OrdinaryDaysLayout,
  ordinaryDaysLayout,
  shareOf,
} from '../../chart/reaction/ordinary-days-layout.ts';
import {
  axisChange,
  dayMoveWords,
  distributionCaption,
  eventDayLabel,
} from '../../chart/sentences/reaction-chart-words.ts';
import type { DashboardState } from '../state/dashboard-state.ts';
import { PickedDay } from './picked-day.tsx';

/** Heights in CSS pixels: the event's label, the stacks, the axis. */
const TOP = 22;
const STACKS = 132;
const AXIS = 24;
const TALLEST_BLOCK = 6;
const FULL_BLOCK = 0.76;

const percent = (share: number): string => `${hundredths(share * 100)}%`;

/** Stacks as one path: a stroke per column, broken into blocks by its dashes. */
function stackPath(layout: OrdinaryDaysLayout, kind: 'less' | 'atLeast', unit: number): string {
  return layout.columns
    .map((column, index) => {
      const below = kind === 'less' ? 0 : column.less;
      const count = column[kind];
      if (count === 0) return '';
      const bottom = STACKS - below * unit;
      return `M${index + 0.5} ${hundredths(bottom)}v${-hundredths(count * unit)}`;
    })
    .join('');
}

function anchorAt(share: number): 'start' | 'middle' | 'end' {
  if (share < 0.25) return 'start';
  return share > 0.75 ? 'end' : 'middle';
}

function Axis({ layout, state }: { layout: OrdinaryDaysLayout; state: DashboardState }) {
  return (
    <g className="axis">
      <line x1="0" x2="100%" y1={TOP + STACKS + 0.5} y2={TOP + STACKS + 0.5} />
      {layout.ticks.map((tick) => {
        const share = shareOf(tick, layout.reach);
        return (
          <text
            key={tick}
            x={percent(share)}
            y={TOP + STACKS + 17}
            textAnchor={share < 0.06 ? 'start' : share > 0.94 ? 'end' : 'middle'}
          >
            {axisChange(tick, layout.ticks, state.formats)}
          </text>
        );
      })}
    </g>
  );
}

function Stacks({ layout, unit, picked }: { layout: OrdinaryDaysLayout; unit: number; picked: number | null }) {
  const dashes = `${hundredths(unit * FULL_BLOCK)} ${hundredths(unit * (1 - FULL_BLOCK))}`;
  const block = picked === null ? undefined : layout.blocks[picked];
  const columns = layout.columns.length;
  return (
    <>
      <svg y={TOP} width="100%" height={STACKS} viewBox={`0 0 ${columns} ${STACKS}`} preserveAspectRatio="none">
        <path className="less" d={stackPath(layout, 'less', unit)} strokeDasharray={dashes} />
        <path className="at-least" d={stackPath(layout, 'atLeast', unit)} strokeDasharray={dashes} />
      </svg>
      {block === undefined ? null : (
        <rect
          className="picked"
          x={percent(block.column / columns)}
          width={percent(1 / columns)}
          y={TOP + STACKS - (block.level + 1) * unit}
          height={unit}
        />
      )}
    </>
  );
}

/** The event's day, and the move of the same size the other way. */
function EventDay({ layout, label }: { layout: OrdinaryDaysLayout; label: string }) {
  const share = shareOf(layout.move, layout.reach);
  const other = shareOf(-layout.move, layout.reach);
  return (
    <g className="event-day">
      <line className="mirror" x1={percent(other)} x2={percent(other)} y1={TOP + 4} y2={TOP + STACKS} />
      <line x1={percent(share)} x2={percent(share)} y1={TOP - 4} y2={TOP + STACKS} />
      <text x={percent(share)} y={TOP - 9} textAnchor={anchorAt(share)}>
        {label}
      </text>
    </g>
  );
}

/** Index of the first ordinary day that moved as high as the event's day: where its keys start from. */
function placeAmong({ blocks, move }: OrdinaryDaysLayout): number {
  const index = blocks.findIndex((block) => block.move >= move);
  return index < 0 ? blocks.length - 1 : index;
}

/**
 * The distribution of ordinary days: a block for each, stacked by its move, with
 * the event's day marked. A pointer, a finger or the arrow keys pick a day; what
 * it was, and what the overlay looked like then, stands below.
 */
export function OrdinaryDays({
  state,
  reaction,
  slot,
  reach,
}: {
  state: DashboardState;
  reaction: Reaction;
  slot: number;
  /** How far the axis goes at least: as far as those beside it. */
  reach: number;
}) {
  const layout = useMemo(() => ordinaryDaysLayout(reaction.analysis, reach), [reaction.analysis, reach]);
  const [picked, setPicked] = useState<number | null>(null);
  if (layout === null) return null;
  const { formats } = state;
  const unit = Math.min(TALLEST_BLOCK, STACKS / layout.tallest);
  const eventDay = reaction.analysis.move;
  const block = picked === null ? undefined : layout.blocks[picked];
  const shown = block ?? { session: eventDay.session, move: eventDay.move };
  const words = dayMoveWords(shown.session, shown.move, formats);

  const pick = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    const level = Math.max(0, Math.floor((TOP + STACKS - (event.clientY - box.top)) / unit));
    setPicked(blockAt(layout, share, level));
  };
  const caption = distributionCaption(reaction, formats);
  return (
    <figure className="ordinary-days" style={{ color: `var(--series-${slot})` }}>
      <div
        className="ordinary-plot"
        onPointerMove={pick}
        onPointerDown={pick}
        onPointerLeave={(event) => {
          if (event.pointerType === 'mouse') setPicked(null);
        }}
      >
        <input
          type="range"
          className="day-choice"
          aria-label={`${reaction.instrument.name}: ${caption}`}
          aria-valuetext={words}
          min={0}
          max={layout.blocks.length - 1}
          value={picked ?? placeAmong(layout)}
          onChange={(event) => setPicked(event.target.valueAsNumber)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setPicked(null);
          }}
        />
        <svg width="100%" height={TOP + STACKS + AXIS} aria-hidden="true">
          <Stacks layout={layout} unit={unit} picked={picked} />
          <Axis layout={layout} state={state} />
          <EventDay layout={layout} label={eventDayLabel(reaction, formats)} />
        </svg>
      </div>
      <PickedDay state={state} session={shown.session} words={words} />
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
