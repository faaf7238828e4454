import { defineConfig } from "vitest/config";

/** The rules keep nothing between two tests: their files share a process, which saves starting one for each. */
const pure = ["tests/domain/**/*.test.ts"];

export default defineConfig({
  // JSX in tests becomes what Next makes of it.
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    // Files share two cores with Postgres.
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: "pure", include: pure, isolate: false } },
      {
        extends: true,
        test: {
          // A file is one process, as a server is.
          name: "system",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [...pure, "tests/e2e/**"],
          globalSetup: "tests/support/setup.ts",
        },
      },
    ],
  },
});
