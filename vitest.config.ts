import { defineConfig } from "vitest/config";

/** The rules keep nothing between two tests: their files share a process, which saves starting one for each. */
const pure = ["tests/domain/**/*.test.ts"];

/**
 * Each file has a database of its own, and what is kept in memory belongs to that: to load everything once is enough. What
 * is of a whole process, its connection and its settings, needs a process.
 */
const stored = [
  "tests/db/**/!(connection).test.ts",
  "tests/jobs/**/*.test.ts",
  "tests/live/**/!(mail-report).test.{ts,tsx}",
];

/** What takes long and goes by no clock: who may ask what, and how much fits. Once in a whole run is enough. */
const timeless = [
  "tests/app/{hostile,permission,widest,access}.test.ts",
  "tests/{bin/*,architecture}.test.ts",
];

const withDatabases = {
  globalSetup: "tests/support/setup.ts",
  setupFiles: ["tests/support/after-each-test.ts", "tests/support/after-each-file.ts"],
};

export default defineConfig({
  // JSX in tests becomes what Next makes of it.
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    // Files share two cores with Postgres.
    pool: "forks",
    maxWorkers: 2,
    // What hangs is found; a machine that has other things to do fails nothing.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          include: pure,
          isolate: false,
          setupFiles: ["tests/support/after-each-test.ts"],
        },
      },
      {
        extends: true,
        test: { name: "stored", include: stored, isolate: false, ...withDatabases },
      },
      {
        extends: true,
        test: {
          // A file is one process, as a server is.
          name: "system",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [...pure, ...stored, "tests/e2e/**", ...(process.env.WALLCHART_AGAIN ? timeless : [])],
          ...withDatabases,
        },
      },
    ],
  },
});
