import { readFile } from 'node:fs/promises';
import { setupServer, type SetupServer } from 'msw/node';
import { sourceHandlers } from './handlers.ts';
import type { Scenario } from './scenarios.ts';

const CLOSES = new URL('../src/studies/nvidia-h20/closes/', import.meta.url);

/** The bundled closes of an instrument of the first study, from their file. */
export function bundledCloses(instrument: string): Promise<string> {
  return readFile(new URL(`${instrument}.csv`, CLOSES), 'utf8');
}

/** A server for unit tests that answers for every live source. Call `listen` before and `close` after. */
export function mockServer(scenario: Scenario = 'ok'): SetupServer {
  return setupServer(...sourceHandlers(scenario, bundledCloses));
}
