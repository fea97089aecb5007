import { connect } from 'node:net';
import type { HostileRequest } from './requests.ts';

const AT_ONCE = 64;

/** Sends each request on a connection of its own, several at a time, and waits until every connection has ended. */
export async function sendRequests(port: number, requests: readonly HostileRequest[]): Promise<void> {
  const left = requests.values();
  const line = async (): Promise<void> => {
    for (const request of left) await sendRequest(port, request);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, line));
}

function sendRequest(port: number, { bytes, manner }: HostileRequest): Promise<void> {
  return new Promise((done) => {
    const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: manner === 'takes' });
    // A connection that the server has cut is one of the right answers.
    socket.on('error', () => undefined);
    socket.on('close', () => done());
    socket.write(bytes, () => {
      if (manner === 'takes') socket.end();
      else if (manner === 'goes') socket.destroy();
      else socket.resetAndDestroy();
    });
    if (manner === 'takes') socket.on('end', () => socket.destroy()).resume();
  });
}
