/** Reads the figures out of the JSON reports of vitest and of Playwright. */

export type Skip = { readonly name: string; readonly reason: string };
export type Counts = { readonly passed: number; readonly failed: number; readonly skips: readonly Skip[] };

type VitestReport = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
};

type PlaywrightReport = { readonly suites: readonly PlaywrightSuite[]; readonly errors: readonly unknown[] };

type PlaywrightSuite = {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly status: string;
      readonly annotations: readonly { readonly type: string; readonly description?: string }[];
    }[];
  }[];
};

/** A test file that could not be loaded counts as one failed test: it must not pass for an empty one. */
export function vitestCounts(json: string): Counts {
  const report: VitestReport = JSON.parse(json);
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const unloadable = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: tests.filter((test) => test.status === 'failed').length + unloadable.length,
    skips: tests
      .filter((test) => test.status !== 'passed' && test.status !== 'failed')
      .map((test) => ({
        name: test.fullName,
        reason: test.status === 'todo' ? 'not written yet' : 'skipped in its file',
      })),
  };
}

/** A test that passed only when tried again has failed. */
export function playwrightCounts(json: string): Counts {
  const report: PlaywrightReport = JSON.parse(json);
  const tests = report.suites.flatMap(testsUnder);
  return {
    passed: tests.filter(({ status }) => status === 'expected').length,
    failed: tests.filter(({ status }) => status === 'unexpected' || status === 'flaky').length + report.errors.length,
    skips: tests.filter(({ status }) => status === 'skipped').map(({ name, reason }) => ({ name, reason })),
  };
}

function testsUnder(suite: PlaywrightSuite): readonly { name: string; status: string; reason: string }[] {
  const own = suite.specs.flatMap((spec) =>
    spec.tests.map(({ status, annotations }) => ({
      name: `${suite.title} › ${spec.title}`,
      status,
      reason: annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description ?? 'skipped in its file',
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap(testsUnder)];
}
