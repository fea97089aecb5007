import { vi } from 'vitest';
import {
  attachController,
  type Controller,
  type ControllerOptions,
} from '../../../src/chart/controller/attach-controller.ts';
import { drawAnnotation } from '../../../src/chart/drawing/draw-annotation.ts';
import { annotate } from '../../../src/chart/layout/annotate.ts';
import { packScene } from '../../../src/chart/scene/packed-scene.ts';
import type { Choice, Scene } from '../../../src/chart/scene/scene.ts';
import { eventWith, sceneOfSeries, seriesWith } from '../made-up-scene.ts';

const [WIDTH, HEIGHT] = [700, 400];

/** Forty sessions; the events a, b and c are too near one another for a marker each, d stands alone, e is late. */
export const madeUp: Scene = sceneOfSeries(
  [
    seriesWith({
      id: 'ALPHA',
      y: Array.from({ length: 40 }, (_, index) => 100 + index),
      dayZeros: { a: 3, b: 3, c: 3, d: 14, e: 38 },
    }),
  ],
  {
    events: [3, 3, 3, 14, 38].map((day, index) => {
      const id = 'abcde'.charAt(index);
      return eventWith({
        id,
        title: id.toUpperCase(),
        number: index + 1,
        isCentre: id === 'd',
        from: day,
        to: day + 1,
      });
    }),
    choice: {
      range: { kind: 'between', from: '2025-01-01', to: '2025-01-21' } as Choice['range'],
      base: { kind: 'event', event: 'd' },
      scale: 'index',
    },
  },
);

const entry = (id: string): string =>
  `<li class="mr-event" data-event="${id}"><div class="event-summary"><h3>Title <em>${id}</em></h3></div><div class="event-detail"><p>All of ${id}</p>
    <p data-zones="Europe/Berlin">You: <time datetime="2025-07-15T05:00:00Z"></time></p><details><summary>more</summary>more of ${id}</details></div></li>`;

/** A page with a figure and the entries of its events. `strip`: as in a frame, whose strip tells the event d. */
export function figureOf(scene: Scene | null, strip = false): HTMLElement {
  const line = scene?.series[0];
  const path =
    line === undefined
      ? ''
      : line.x
          .map((x, at) => `${at === 0 ? 'M' : at === 1 ? 'l' : ','}${at === 0 ? x : 1},${at === 0 ? line.y[0] : 1}`)
          .join('');
  document.body.innerHTML = `<figure><div class="mr-stage" tabindex="0"><div class="mr-drawing"><div class="mr-panels is-single"><div class="mr-panel">
    <div class="mr-head"></div><div class="mr-plot"><div class="mr-under"></div>
    <svg class="mr-geometry" viewBox="0 0 1 1" preserveAspectRatio="none"><g class="mr-line-0"><path d="${path}"></path></g><g class="mr-stroke-0"><path></path></g></svg>
    <div class="mr-over"></div></div></div></div></div></div>
    ${strip ? '<div class="mr-strip" data-event="d"><div class="mr-strip-words"></div><button type="button" data-mr-action="more">more</button></div>' : ''}
    <script type="application/json" class="mr-data">${scene === null ? '' : JSON.stringify(packScene(scene))}</script></figure>
    <ol>${['a', 'b', 'c', 'd', 'e'].map(entry).join('')}</ol><a href="#elsewhere">elsewhere</a>`;
  const figure = document.querySelector('figure');
  if (figure === null) throw new Error('no figure');
  if (scene !== null) annotator(figure, scene, scene.choice);
  return figure;
}

/** Annotates for the size that the page has here. */
export function annotator(within: ParentNode, scene: Scene, choice: Choice): void {
  const panels = annotate(scene, choice, { widths: [WIDTH], heights: [HEIGHT] });
  for (const [index, panel] of [...within.querySelectorAll('.mr-panel')].entries()) {
    const annotation = panels[index];
    if (annotation !== undefined) drawAnnotation(panel, annotation);
  }
}

/** jsdom lays nothing out: everything has one box here, bands reach from 300 to 310 px, and nothing changes its size. */
export function layOut(width = WIDTH): void {
  const boxOf = (left: number, right: number) => {
    const box = { left, top: 0, right, bottom: HEIGHT, width: right - left, height: HEIGHT, x: left, y: 0 };
    return { ...box, toJSON: () => box };
  };
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function boxed(this: Element) {
    return this.classList.contains('mr-band') ? boxOf(300, 310) : boxOf(0, width);
  });
  vi.spyOn(Element.prototype, 'getClientRects').mockReturnValue(Object.assign([boxOf(0, width)], { item: () => null }));
}

export class NothingToObserve {
  readonly observe = (): void => {};
  readonly unobserve = (): void => {};
  readonly disconnect = (): void => {};
}

const attached: Controller[] = [];

export function attach(figure: HTMLElement, options: ControllerOptions = {}): Controller {
  const controller = attachController(figure, { language: 'en-GB', zone: 'UTC', ...options });
  attached.push(controller);
  return controller;
}

export function detachAll(): void {
  for (const controller of attached.splice(0)) controller.detach();
}

/** The marker that stands for an event, alone or among others. */
export function markerOf(event: string): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>('.mr-marker')].find(({ dataset }) =>
    dataset['events']?.split(' ').includes(event),
  );
  if (found === undefined) throw new Error(`no marker shows ${event}`);
  return found;
}

/** What is seen of events: the entry that is open, and the one that is lit. */
export const openEntries = (): (string | undefined)[] =>
  [...document.querySelectorAll<HTMLElement>('ol .is-open')].map(({ dataset }) => dataset['event']);

export const pointAt = (target: Element | null | undefined): unknown =>
  target?.dispatchEvent(new MouseEvent('pointerover', { bubbles: true }));

/** As a key does to whatever has the focus; true where the page left it alone. */
export const press = (key: string, more: KeyboardEventInit = {}): boolean =>
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
  );
