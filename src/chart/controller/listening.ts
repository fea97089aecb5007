/** Adds a listener that goes when the controller goes. */
export type Listen = <Name extends keyof GlobalEventHandlersEventMap>(
  target: EventTarget,
  name: Name,
  handle: (event: GlobalEventHandlersEventMap[Name]) => void,
  more?: AddEventListenerOptions,
) => void;

/** The target of an event, or what it stands in, that matches a selector. */
export function within(target: EventTarget | null, selector: string): HTMLElement | SVGElement | null {
  return target instanceof Element ? target.closest<HTMLElement | SVGElement>(selector) : null;
}
