import { defineConfig } from "@playwright/test";
import { chromiumArguments, findChromium } from "./tests/support/chromium.ts";

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.test.ts",
  // What takes minutes is for `npm run test:long`.
  ...(process.env.WALLCHART_LONG ? { grep: /@long/ } : { grepInvert: /@long/ }),
  outputDir: "test-results/e2e",
  globalSetup: "./tests/support/build.ts",
  reporter: [["list"], ["json", { outputFile: "test-results/playwright.json" }]],
  // A test is several browsers, a server and a database, and waits for most of its time: two fill two cores.
  workers: 2,
  retries: 0,
  // A loaded machine is slow at what is much; what waits for one thing gives up sooner, below.
  timeout: 240_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: "chromium",
    launchOptions: { executablePath: findChromium(), args: chromiumArguments },
    locale: "en-GB",
    timezoneId: "Europe/London",
    // What cannot be pressed in this time is not there: the rest of the test need not be waited for.
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    // A third of the time of a run, for something nobody looks at while all is well: `--trace on` makes one.
    trace: "off",
  },
});
