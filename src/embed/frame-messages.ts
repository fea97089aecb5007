/**
 * What a frame page tells its host, and its own window. Types only: a module that two scripts share would be a third
 * one to load, so that each writes the names out and the compiler holds them together.
 */
export interface HeightMessage {
  readonly type: 'market-reaction:height';
  /** CSS pixels that the frame wants. */
  readonly height: number;
}

/** The chart answers to pointer and keyboard. */
export interface ReadyMessage {
  readonly type: 'market-reaction:ready';
}

/** The event whose card the reader pinned; null when it was closed. */
export interface SelectedMessage {
  readonly type: 'market-reaction:event-selected';
  readonly event: string | null;
}

/** The answer to a host that said hello: there is a chart, whether it is seen or not. */
export interface HereMessage {
  readonly type: 'market-reaction:here';
}

export type FrameMessage = HeightMessage | ReadyMessage | SelectedMessage | HereMessage;

/** What a host says that wants to know whether there is a chart. */
export interface HelloMessage {
  readonly type: 'market-reaction:hello';
}

/**
 * Event of a frame page's window: the address asks for another view. Its `detail` is the controller of the figure;
 * whoever can draw the view listens once it is loaded.
 */
export type ShowEvent = 'market-reaction:show';
