/** Adds a listener that goes when the controller goes. */
export type Listen = <Name extends keyof GlobalEventHandlersEventMap>(
  target: EventTarget,
  name: Name,
  handle: (event: GlobalEventHandlersEventMap[Name]) => void,
  more?: AddEventListenerOptions,
) => void;

/** The target of an event, or what it stands in, that matches a selector. */
export function within(target: EventTarget | null, selector: string): HTMLElement | SVGElement | null {
  // A document is a target too, and stands in nothing.
  return (target as Element | null)?.closest?.<HTMLElement | SVGElement>(selector) ?? null;
}
