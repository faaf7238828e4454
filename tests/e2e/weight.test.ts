/** What a first visit to a list of pitches costs a cheap phone, in gzip: `npm run bench pages` says where it goes. */
import { gzipSync } from "node:zlib";
import type { Response } from "@playwright/test";
import { bringPitchFor } from "#db/pitch.ts";
import { MORNING, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { expect, test } from "./fixtures.ts";

/** Bytes. An empty page of the framework is 135,000 of script. */
const MOST = { script: 155_000, read: 20_000 };

test("a list of 43 pitches is read after 20 kB, and alive after 20 kB of our own scripts", async ({
  server,
  visitor,
}) => {
  const camp = await pitchingCamp(server.db);
  const dan = await organiser(server.db, camp);
  for (let n = 1; n <= 43; n++)
    await bringPitchFor(server.db, dan, pitchForm(`Number ${n}: what we learned`), ["Ama"], MORNING);
  const page = await visitor({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const answers: Response[] = [];
  page.on("response", (answer) => answers.push(answer));
  await page.goto(`/e/${camp.slug}/pitches`);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  const weigh = async (...kinds: string[]) => {
    const wanted = answers.filter((answer) => kinds.includes(answer.request().resourceType()));
    const bodies = await Promise.all(wanted.map((answer) => answer.body()));
    return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
  };
  expect(await weigh("script")).toBeLessThan(MOST.script);
  expect(await weigh("document", "stylesheet")).toBeLessThan(MOST.read);
});
