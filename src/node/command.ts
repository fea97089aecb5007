/** What a command of the command line is given: its streams, files, environment, network and clock. */
export interface CommandIo {
  stdout(text: string): void;
  stderr(text: string): void;
  /** The text of a file in UTF-8, UTF-16 or GB 18030; rejects with what is wrong when it cannot be read. */
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
