/** A camp in a basement: slow, with connections that are cut, swallowed or deaf, and a time of nothing at all. */
import { freePort, startApp } from "#tests/support/app.ts";
import { type Conditions, type Fate, network } from "#tests/support/network.ts";
import { tapThrough } from "./basement.ts";
import { test } from "./fixtures.ts";

const FATES: readonly Fate[] = ["whole", "reset", "half-open", "whole", "black-holed", "whole"];

/** 400 kbit/s and 0.8 s there, as much again back, and half of the connections come to nothing. */
const BASEMENT: Conditions = {
  bitsPerSecond: 400_000,
  delay: 800,
  jitter: 400,
  fate: (nth) => FATES[nth % FATES.length]!,
};

/** Longer than a try is given; and as long as somebody is in a lift. */
const NOTHING = [
  { seconds: 12, tag: [] },
  { seconds: 60, tag: ["@long"] },
];

for (const { seconds, tag } of NOTHING)
  test(`hands that were raised and taken down where half of what is said is lost, and ${seconds} seconds all of it, are counted as they were left, once each`, {
    tag,
  }, async ({ server: { db, databaseUrl }, visitor }) => {
    const port = await freePort();
    const app = await startApp({ databaseUrl, env: { ORIGIN: `http://127.0.0.1:${port}` } });
    const wifi = await network(app.port, port);
    const worsen = () => wifi.become(BASEMENT);
    await tapThrough(db, visitor, { ...wifi, worsen, nothingMs: seconds * 1_000 });
    await wifi.close();
    await app.stop();
  });
