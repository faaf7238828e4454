/** What the reports of the test runners say: how many tests passed, and which did not. */

export interface Count {
  passed: number;
  failed: number;
  /** Of what failed. */
  names: string[];
}

export function add(one: Count, other: Count): Count {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    names: [...one.names, ...other.names],
  };
}

/** Of what is one check as a whole. */
export function one(code: number, name: string): Count {
  return code === 0 ? { passed: 1, failed: 0, names: [] } : { passed: 0, failed: 1, names: [name] };
}

interface VitestReport {
  numPassedTests: number;
  testResults: {
    name: string;
    status: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

export function fromVitest({ numPassedTests, testResults }: VitestReport): Count {
  const names = testResults.flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter((result) => result.status === "failed");
    // A file that could not even be read has no test that failed, and counts as one.
    if (failed.length === 0) return status === "failed" ? [inTests(name)] : [];
    return failed.map(({ fullName }) => `${inTests(name)} › ${fullName}`);
  });
  return { passed: numPassedTests, failed: names.length, names };
}

interface Suite {
  suites?: Suite[];
  specs?: { title: string; file: string; tests: { status: string }[] }[];
}

interface PlaywrightReport extends Suite {
  stats: { expected: number; unexpected: number; flaky: number };
}

/** A test that passed only when it was tried again has failed. */
export function fromPlaywright({ stats, ...whole }: PlaywrightReport): Count {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, names: failedIn(whole) };
}

function failedIn({ suites = [], specs = [] }: Suite): string[] {
  const failed = specs.filter(({ tests }) => tests.some(({ status }) => /unexpected|flaky/.test(status)));
  return [...failed.map(({ file, title }) => `${inTests(file)} › ${title}`), ...suites.flatMap(failedIn)];
}

/** A file's path from the folder of the tests on. */
function inTests(file: string): string {
  return file.slice(Math.max(0, file.lastIndexOf("tests/")));
}
