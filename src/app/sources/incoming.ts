/** A text that came from a drop, a file or the clipboard. */
export interface Incoming {
  readonly name: string;
  readonly text: string;
}
