import * as v from 'valibot';
import type { Outcome } from './outcome.ts';

const VitestReport = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      message: v.optional(v.string(), ''),
      assertionResults: v.array(
        v.object({
          fullName: v.string(),
          status: v.string(),
          failureMessages: v.optional(v.nullable(v.array(v.string()))),
        }),
      ),
    }),
  ),
});

/** Outcome of a report that vitest's JSON reporter wrote; null when it is not one. */
export function outcomeOfVitest(text: string): Outcome | null {
  const report = v.safeParse(VitestReport, parseJson(text));
  if (!report.success) return null;
  const failures: string[] = [];
  const notRun: string[] = [];
  let passed = 0;
  for (const file of report.output.testResults) {
    for (const { fullName, status, failureMessages } of file.assertionResults) {
      if (status === 'passed') passed += 1;
      else if (status === 'failed') failures.push(`${file.name}\n${fullName}\n${(failureMessages ?? []).join('\n')}`);
      else notRun.push(`${fullName} (${file.name})`);
    }
    const isSilent = file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed');
    if (isSilent) failures.push(`${file.name}\n${file.message === '' ? 'could not be run' : file.message}`);
  }
  return { passed, failures, notRun };
}

const PlaywrightError = v.object({ message: v.optional(v.string(), '') });

const PlaywrightSpec = v.object({
  title: v.string(),
  file: v.string(),
  line: v.number(),
  tests: v.array(
    v.object({
      status: v.string(),
      annotations: v.array(v.object({ type: v.string(), description: v.optional(v.string()) })),
      results: v.array(v.object({ errors: v.array(PlaywrightError) })),
    }),
  ),
});

interface PlaywrightSuite {
  readonly title: string;
  readonly specs: v.InferOutput<typeof PlaywrightSpec>[];
  readonly suites?: PlaywrightSuite[] | undefined;
}

const PlaywrightSuiteSchema: v.GenericSchema<unknown, PlaywrightSuite> = v.object({
  title: v.string(),
  specs: v.array(PlaywrightSpec),
  suites: v.optional(v.array(v.lazy(() => PlaywrightSuiteSchema))),
});

const PlaywrightReport = v.object({
  suites: v.array(PlaywrightSuiteSchema),
  errors: v.array(PlaywrightError),
});

/** Outcome of a report that Playwright's JSON reporter wrote; null when it is not one. */
export function outcomeOfPlaywright(text: string): Outcome | null {
  const report = v.safeParse(PlaywrightReport, parseJson(text));
  if (!report.success) return null;
  const failures = report.output.errors.map(({ message }) => `outside of a test\n${message}`);
  const notRun: string[] = [];
  let passed = 0;
  for (const { title, file, line, tests } of report.output.suites.flatMap(specsOf)) {
    const name = `${file}:${line} ${title}`;
    for (const { status, annotations, results } of tests) {
      if (status === 'expected') passed += 1;
      else if (status === 'skipped') notRun.push(`${name}: ${annotations.at(-1)?.description ?? 'without a reason'}`);
      else
        failures.push(`${name}\n${results.flatMap(({ errors }) => errors.map(({ message }) => message)).join('\n')}`);
    }
  }
  return { passed, failures, notRun };
}

function specsOf(suite: PlaywrightSuite): v.InferOutput<typeof PlaywrightSpec>[] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}

/**
 * Outcome of a run that ends in the line `N passed, N failed`, as this one does, and that says `not run, because …`
 * where something cannot be run here; null when it ends otherwise.
 */
export function outcomeOfLastLine(name: string, text: string): Outcome | null {
  const lines = text.trimEnd().split('\n');
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(lines.at(-1)?.trim() ?? '') ?? [];
  if (passed === undefined || failed === undefined) return null;
  const notRun = lines.filter((line) => /\bnot run, because\b/i.test(line)).map((line) => `${name}: ${line.trim()}`);
  const [first, ...rest] = Array.from({ length: Number(failed) }, (_, index) => `${name}: ${index + 1} of ${failed}`);
  // What went wrong stands in the output once, however many failed.
  const failures = first === undefined ? [] : [`${first}\n${text.trimEnd()}`, ...rest];
  return { passed: Number(passed), failures, notRun };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
