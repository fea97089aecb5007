import type { HeightMessage } from './frame-messages.ts';

/** Who sends a height: the frame's address, and the name that a Datawrapper host knows it by. */
export interface Sender {
  readonly address: string;
  readonly id: string;
}

/** What Federated Wiki adds to every height that it is told. */
const FEDERATED_ADDS = 30;

/** A height in CSS pixels as Federated Wiki has to be told it. */
export function federatedHeight(height: number): number {
  return height - FEDERATED_ADDS;
}

/** The message that tells a host the height in CSS pixels that the frame wants, in the host's own dialect. */
export function heightMessage(dialect: string | null, height: number, { address, id }: Sender): unknown {
  switch (dialect) {
    case 'datawrapper':
      return { 'datawrapper-height': { [id]: height } };
    case 'amp':
      return { sentinel: 'amp', type: 'embed-size', height };
    case 'medium':
      return JSON.stringify({ src: address, context: 'iframe.resize', height });
    case 'federated-wiki':
      return { action: 'resize', height: federatedHeight(height) };
    case 'confluence':
      return { confluenceFrameHeight: height };
    default:
      return { type: 'market-reaction:height', height } satisfies HeightMessage;
  }
}
