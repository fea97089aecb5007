import type { MockRow } from './mock-rows.ts';

/** An answer as a source sends it. */
export interface MockAnswer {
  readonly body: string;
  readonly type: string;
  readonly status?: number;
}

/** What a request asks a source for. */
export interface MockQuestion {
  readonly instrument: string;
  readonly from: string;
  readonly to: string;
}

/** How a source speaks: written from its described wire format, with figures of the bundled closes. */
export interface MockSource {
  /** Adapter id. */
  readonly id: string;
  /** Host and path without query, as `host/path`; a `*` stands for one part of the path. */
  readonly address: string;
  /** What a request asks for; null for an instrument that the source does not have. */
  read(url: URL): MockQuestion | null;
  answer(rows: readonly MockRow[], question: MockQuestion, url: URL): MockAnswer;
  readonly unknownSymbol: MockAnswer;
  readonly refused: MockAnswer;
  /** An answer that carries another index than the one asked for. */
  wrongIndex(rows: readonly MockRow[], question: MockQuestion, url: URL): MockAnswer;
}

/** A JSON answer. */
export function json(value: unknown, status = 200): MockAnswer {
  return { body: JSON.stringify(value), type: 'application/json; charset=utf-8', status };
}

/** A number with two decimals, as sources write them; `missing` for null. */
export function fixed(value: number | null, missing = ''): string {
  return value === null ? missing : value.toFixed(2);
}
