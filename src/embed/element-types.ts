/**
 * What `<market-reaction>` is for pages that are written in TypeScript. The site holds this file as
 * `market-reaction.d.ts`, so that it imports nothing and declares types only.
 */
export interface MarketReaction extends HTMLElement {
  /** Each is the attribute of its name; null where there is none. */
  study: string | null;
  chart: string | null;
  theme: string | null;
  src: string | null;
  height: string | null;
  loading: string | null;
  /** Whether `ready` has been told: a page that listens late, as one that is hydrated, has missed it. */
  readonly isReady: boolean;
  addEventListener<Name extends keyof MarketReactionEvents>(
    type: Name,
    listener: (event: CustomEvent<MarketReactionEvents[Name]>) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** What the element tells its page: types of the `detail` of each of its events. */
export interface MarketReactionEvents {
  /** The chart answers to pointer and keyboard. */
  ready: null;
  /** Height in CSS pixels that the chart now has. */
  resize: { readonly height: number };
  /** The event whose card the reader pinned; null when it was closed. */
  'event-selected': { readonly event: string | null };
}

declare global {
  interface HTMLElementTagNameMap {
    'market-reaction': MarketReaction;
  }
}
