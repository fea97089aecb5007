import type { Command, CommandIo } from './command.ts';

/** Exit code for wrong usage. */
const WRONG_USAGE = 2;

/** The commands: what each is for, and where it is. A command is loaded when it is asked for. */
const COMMANDS: Readonly<Record<string, { readonly what: string; load(): Promise<{ readonly run: Command }> }>> = {
  series: {
    what: 'print the closes of one instrument from one source, as CSV or JSON',
    load: () => import('./commands/series.ts'),
  },
  snapshot: {
    what: 'fetch the bundled closes of a study anew, a source per instrument',
    load: () => import('./commands/snapshot.ts'),
  },
  reaction: {
    what: 'print how unusual the move after an event was',
    load: () => import('./commands/reaction.ts'),
  },
  draft: {
    what: 'draft a study from an article',
    load: () => import('./commands/draft.ts'),
  },
  check: {
    what: 'hold the claims of the article against the closes',
    load: () => import('./commands/check.ts'),
  },
};

const USAGE = `Usage: npm run --silent market-reaction -- COMMAND [options]

${Object.entries(COMMANDS)
  .map(([name, { what }]) => `  ${name.padEnd(10)}${what}`)
  .join('\n')}

"COMMAND --help" lists the options of a command. Exit code ${WRONG_USAGE} means wrong usage.
`;

/** Runs the command that `args` begin with and gives its exit code; 2, with the usage on standard error, where there is none. */
export async function runCommandLine(args: readonly string[], io: CommandIo): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    io.stdout(USAGE);
    return 0;
  }
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    io.stderr(name === undefined ? USAGE : `There is no command "${name}".\n\n${USAGE}`);
    return WRONG_USAGE;
  }
  const { run } = await command.load();
  return run(rest, io);
}
