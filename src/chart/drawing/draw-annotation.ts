import type { Marker, PanelAnnotation, Seen } from '../layout/panel-annotation.ts';
import { type Attributes, type MakeNode, nodeMaker } from './node-maker.ts';

/** How many steps of width and height there are: what is seen in some is hidden in the others. */
const COUNTS = { w: 5, h: 4 } as const;

/** Classes that hide a thing in the steps in which it is not seen. */
function hidden({ w, h }: Seen): string {
  const out = (axis: 'w' | 'h', seen: readonly number[] | undefined): string[] =>
    seen === undefined
      ? []
      : Array.from({ length: COUNTS[axis] }, (_, step) => step).flatMap((step) =>
          seen.includes(step) ? [] : [`n${axis}${step}`],
        );
  return [...out('w', w), ...out('h', h)].join(' ');
}

const classes = (...names: readonly string[]): string | undefined =>
  names.filter((name) => name !== '').join(' ') || undefined;
const percent = (fraction: number): string => `${Number((fraction * 100).toFixed(2))}%`;

const REACH = { reaction: 4.5, base: 3.5, end: 3 } as const;

/** Grid, ticks, dots and figures: an SVG without a viewBox, places in percent of the plot and offsets in pixels. */
function overGeometry(make: MakeNode, panel: PanelAnnotation): Element {
  const parts: Element[] = [];
  for (const { fx, label, ...seen } of panel.ticks) {
    const at = { x: percent(fx), class: classes('mr-tick', hidden(seen)) };
    parts.push(make('text', { ...at, y: '100%' }, label));
  }
  for (const { fx, fy, slot, kind } of panel.dots) {
    parts.push(
      make('circle', {
        class: `mr-point mr-${kind}`,
        cx: percent(fx),
        cy: percent(fy),
        r: REACH[kind],
        style: `--c:var(--series-${slot})`,
      }),
    );
  }
  for (const { fx, fy, dx, dy, anchor, text, slot, ...seen } of panel.values) {
    parts.push(
      make(
        'text',
        {
          class: classes('mr-value', hidden(seen)),
          x: percent(fx),
          y: percent(fy),
          dx,
          dy,
          'text-anchor': anchor,
          style: `fill:var(--series-${slot})`,
        },
        text,
      ),
    );
  }
  return make('svg', { class: 'mr-marks', 'aria-hidden': 'true' }, ...parts);
}

/** Grid lines and their labels, and the bands of events, under the lines. */
function underGeometry(make: MakeNode, panel: PanelAnnotation): Element[] {
  const lines = panel.grid.flatMap(({ fy, label, isReference, ...seen }) => {
    const y = percent(fy);
    const seenIn = hidden(seen);
    return [
      make('line', { class: classes('mr-grid', seenIn), x2: '100%', y1: y, y2: y }),
      make('text', { class: classes('mr-level', isReference ? 'is-reference' : '', seenIn), y, dy: 4, dx: -8 }, label),
    ];
  });
  const bands = panel.bands.map(({ fx, width, event, kind }) =>
    make('div', {
      class: `mr-band mr-band-${kind}`,
      'data-band': event,
      style: `left:${percent(fx + width / 2)};--w:${percent(width)}`,
    }),
  );
  return [make('svg', { class: 'mr-marks', 'aria-hidden': 'true' }, ...lines), ...bands];
}

/** A number on the lane above the plot, or a diamond below it, with the stem to where its event stands. */
function markerOf(make: MakeNode, marker: Marker): Element {
  const { events, kind, isCentre, label, name, fx, dx, words, side, ...seen } = marker;
  const attributes: Attributes = {
    type: 'button',
    tabindex: -1,
    class: classes('mr-marker', `mr-marker-${kind}`, isCentre ? 'is-centre' : '', hidden(seen)),
    'data-events': events.join(' '),
    'aria-label': name,
    'aria-describedby': kind === 'event' ? events.map((event) => `moves-${event}`).join(' ') : undefined,
    style: `left:${percent(fx)};--dx:${dx}px`,
  };
  const stem = make(
    'svg',
    { class: 'mr-stem' },
    make('path', { d: kind === 'event' ? `M0,12L${-dx},17V22` : `M0,-7L${-dx},-9V-12` }),
  );
  const sign = make('span', { class: 'mr-sign' }, label);
  const beside = words === '' ? [] : [make('span', { class: `mr-words is-${side}` }, words)];
  return make('button', attributes, stem, sign, ...beside);
}

/** Fills the empty places of a panel, and puts its geometry into place. What stood in them goes. */
export function drawAnnotation(panel: Element, annotation: PanelAnnotation): void {
  const make = nodeMaker(panel.ownerDocument);
  const part = (name: string): Element | null => panel.querySelector(`.mr-${name}`);
  const { heading, titles, left, right, hasLane, hasFoot, hasAxis } = annotation;
  // A panel of a known size has one room, whatever its step.
  const rooms = Array.from({ length: COUNTS.w }, (_, step) => `--r${step}:${right[step] ?? right[0] ?? 8}px`).join(';');
  panel.setAttribute('style', `--l:${left}px;${rooms}`);
  for (const [name, holds] of Object.entries({ 'has-lane': hasLane, 'has-foot': hasFoot, 'has-axis': hasAxis })) {
    panel.classList.toggle(name, holds);
  }
  part('head')?.replaceChildren(
    ...(heading === null ? [] : [make('div', { class: 'mr-heading' }, heading)]),
    ...titles.map(({ text, slot, ...seen }) =>
      make(
        'div',
        {
          class: classes('mr-title', slot === null ? '' : 'is-named', hidden(seen)),
          style: slot === null ? undefined : `color:var(--series-${slot})`,
        },
        text,
      ),
    ),
  );
  part('under')?.replaceChildren(...underGeometry(make, annotation));
  part('over')?.replaceChildren(
    overGeometry(make, annotation),
    make(
      'div',
      { 'aria-hidden': 'true' },
      ...annotation.ends.map(({ series, slot, fy, dy, name, figure, ...seen }) =>
        make(
          'div',
          {
            class: classes('mr-end-label', hidden(seen)),
            'data-series': series,
            style: `top:${percent(fy)};--dy:${dy}px;color:var(--series-${slot})`,
          },
          make('b', {}, name),
          make('span', {}, figure),
        ),
      ),
    ),
    ...annotation.markers.map((marker) => markerOf(make, marker)),
  );
  placeGeometry(panel, annotation);
}

/** Shows another part of the geometry, or puts its lines onto another base. */
export function placeGeometry(panel: Element, { viewBox, lines }: PanelAnnotation): void {
  const geometry = panel.querySelector(GEOMETRY);
  geometry?.setAttribute('viewBox', viewBox.join(' '));
  for (const { series, transform, stroke, inSight } of lines) {
    const line = panel.querySelector(`.mr-line-${series}`);
    if (transform === '' || geometry === null || line === null) continue;
    for (const path of panel.querySelectorAll(`.mr-line-${series} path,.mr-stroke-${series} path`)) {
      path.setAttribute('transform', transform);
    }
    panel.querySelector(`.mr-stroke-${series} path`)?.setAttribute('d', stroke === '' ? 'M0,0' : stroke);
    cut(geometry, line, `mr-cut-${series}`, viewBox, inSight);
  }
}

const GEOMETRY = 'svg.recharts-surface,svg.mr-geometry';

/** A line is cut under its last dot, so that nothing of the next stretch is left beside it: a part of the plot's width. */
const UNDER_DOT = 0.002;

/** Ends a line where its own sessions in range end. */
function cut(
  geometry: Element,
  line: Element,
  id: string,
  [left, top, width, height]: PanelAnnotation['viewBox'],
  [from, to]: readonly [number, number],
): void {
  geometry.querySelector(`#${id}`)?.remove();
  line.removeAttribute('clip-path');
  if (from <= 0 && to >= 1) return;
  const make = nodeMaker(geometry.ownerDocument);
  const x = left + Math.max(0, from) * width;
  const area = {
    x,
    y: top - height,
    width: (Math.min(1, to) - Math.max(0, from) - UNDER_DOT) * width,
    height: 3 * height,
  };
  geometry.append(make('clipPath', { id }, make('rect', area)));
  line.setAttribute('clip-path', `url(#${id})`);
}
