import { describe, expect, it } from "vitest";
import { add, fromPlaywright, fromVitest, one } from "../../bin/report.ts";

describe("what the test runners report", () => {
  it("names each test that failed, and a file that could not be read", () => {
    const report = {
      numPassedTests: 7,
      testResults: [
        {
          name: "/home/someone/tests/domain/line.test.ts",
          status: "failed",
          assertionResults: [
            { status: "failed", fullName: "the line keeps its order" },
            { status: "passed", fullName: "the line is short" },
          ],
        },
        { name: "/home/someone/tests/db/gone.test.ts", status: "failed", assertionResults: [] },
        { name: "/home/someone/tests/db/fine.test.ts", status: "passed", assertionResults: [] },
      ],
    };
    expect(fromVitest(report)).toEqual({
      passed: 7,
      failed: 2,
      names: ["tests/domain/line.test.ts › the line keeps its order", "tests/db/gone.test.ts"],
    });
  });

  it("names a browser test that failed, and one that passed only at the second try", () => {
    const spec = (title: string, status: string) => ({
      title,
      file: "tests/e2e/day.test.ts",
      tests: [{ status }],
    });
    const report = {
      stats: { expected: 1, unexpected: 1, flaky: 1 },
      suites: [
        { specs: [spec("opens", "expected"), spec("shuts", "unexpected")] },
        { suites: [{ specs: [spec("holds", "flaky")] }] },
      ],
    };
    expect(fromPlaywright(report)).toEqual({
      passed: 1,
      failed: 2,
      names: ["tests/e2e/day.test.ts › shuts", "tests/e2e/day.test.ts › holds"],
    });
  });

  it("adds up", () => {
    expect(add(one(0, "types"), one(1, "lint"))).toEqual({ passed: 1, failed: 1, names: ["lint"] });
  });
});
