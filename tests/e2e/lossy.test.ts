/** A hall so full that one packet of twenty is lost, and for a minute every one: phones of which the kernel knows no better. */
import { type Browser, chromium } from "@playwright/test";
import { freePort, startApp } from "#tests/support/app.ts";
import { chromiumArguments, findChromium } from "#tests/support/chromium.ts";
import { type LossyNetwork, lossyNetwork } from "#tests/support/lossy.ts";
import { network } from "#tests/support/network.ts";
import { tapThrough } from "./basement.ts";
import { test as base, expect } from "./fixtures.ts";

const PERCENT = 5;
const NOTHING_MS = 60_000;
/** A name that browsers trust as they trust the machine they are on. */
const HOST = "camp.localhost";

const test = base.extend<object, { air: LossyNetwork | string; browser: Browser }>({
  air: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from here
    async ({}, use) => {
      const air = lossyNetwork(PERCENT);
      await use(air);
      if (typeof air !== "string") air.close();
    },
    { scope: "worker" },
  ],
  browser: [
    async ({ air }, use) => {
      const there = typeof air === "string" ? null : air;
      const browser = await chromium.launch({
        executablePath: there?.browser ?? findChromium(),
        args: [
          ...chromiumArguments,
          ...(there ? [`--host-resolver-rules=MAP ${HOST} ${there.address}`] : []),
        ],
      });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
});

test("hands are counted as they were left, once each, where one packet of twenty is lost and for a minute all of them", {
  tag: "@long",
}, async ({ server: { db, databaseUrl }, visitor, air }) => {
  test.skip(typeof air === "string", String(air));
  if (typeof air === "string") return;
  const port = await freePort();
  const origin = `http://${HOST}:${port}`;
  const app = await startApp({ databaseUrl, env: { ORIGIN: origin } });
  const wire = await network(app.port, port, Math.random, air.address);
  await tapThrough(db, visitor, { ...air, origin, worsen: () => undefined, nothingMs: NOTHING_MS });
  const { carried, lost } = air.count();
  console.log(`${lost} of ${carried} packets were lost, and a minute’s besides`);
  expect(lost).toBeGreaterThan(0);
  await wire.close();
  await app.stop();
});
