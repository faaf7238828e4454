import { defineConfig } from "vitest/config";

export default defineConfig({
  // JSX in tests becomes what Next makes of it.
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    exclude: ["tests/e2e/**", "node_modules/**"],
    globalSetup: "tests/support/setup.ts",
    // Files share two cores with Postgres; a file is one process, as a server is.
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
