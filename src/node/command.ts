/** A file that holds no text. The message is a whole sentence: what it is, and what to do. */
export class NotText extends Error {}

/** What a command of the command line is given: its streams, files, environment, network and clock. */
export interface CommandIo {
  stdout(text: string): void;
  stderr(text: string): void;
  /** The text of a file in any encoding that is known; rejects with what is wrong, and with NotText for what is none. */
  readFile(path: string): Promise<string>;
  /** Writes a file whole, its folder included. */
  writeFile(path: string, text: string): Promise<void>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
}

/** A command: takes the arguments after its name, gives the exit code. */
export type Command = (args: readonly string[], io: CommandIo) => Promise<number>;
