/** What a check or a test run came to. */
export interface Outcome {
  readonly passed: number;
  /** One text per failure: what failed, and how. Its length is the number of failures. */
  readonly failures: readonly string[];
  /** Tests that say themselves why they were not run. */
  readonly notRun: readonly string[];
}

/** How a process that was started ended. */
export interface Ended {
  /** Exit code; null when it was ended by a signal, did not start, or took too long. */
  readonly code: number | null;
  /** Its standard output and error, in the order of their arrival. */
  readonly output: string;
}

const LAST_CHARACTERS = 16_000;

/** A tool that says yes or no by its exit code counts as one test. */
export function outcomeOfCheck(name: string, { code, output }: Ended): Outcome {
  if (code === 0) return { passed: 1, failures: [], notRun: [] };
  return {
    passed: 0,
    failures: [`${name}: ${howItEnded(code)}\n${output.slice(-LAST_CHARACTERS).trimEnd()}`],
    notRun: [],
  };
}

/**
 * A run that left a report counts as what stands in it. One that ended badly although nothing in its report failed,
 * or that left none, counts as one more failure: a crash never looks like success.
 */
export function outcomeOfRun(name: string, ended: Ended, reported: Outcome | null): Outcome {
  if (reported !== null && (ended.code === 0 || reported.failures.length > 0)) {
    return reported.passed + reported.failures.length === 0
      ? { ...reported, failures: [`${name}: no test was run`] }
      : reported;
  }
  const what = reported === null ? 'left no report' : 'ended badly although no test failed';
  const crash = `${name}: ${what} (${howItEnded(ended.code)})\n${ended.output.slice(-LAST_CHARACTERS).trimEnd()}`;
  return {
    passed: reported?.passed ?? 0,
    failures: [...(reported?.failures ?? []), crash],
    notRun: reported?.notRun ?? [],
  };
}

/** The sum of several outcomes. */
export function addOutcomes(outcomes: readonly Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failures: outcomes.flatMap(({ failures }) => failures),
    notRun: outcomes.flatMap(({ notRun }) => notRun),
  };
}

/** The line that a test run ends in. */
export function lastLine({ passed, failures }: Outcome): string {
  return `${passed} passed, ${failures.length} failed`;
}

function howItEnded(code: number | null): string {
  return code === null ? 'was broken off' : `exit code ${code}`;
}
