/** What a first visit to a list of pitches costs a cheap phone: `npm run bench pages` says where it goes. */
import { gzipSync } from "node:zlib";
import type { Response } from "@playwright/test";
import { bringPitchFor } from "#db/pitch.ts";
import { MORNING, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { expect, test } from "./fixtures.ts";

/**
 * Bytes: `read` of HTML and styles as they are sent, `script` in gzip until the page is live. An empty page of the
 * framework has 135,000 of script; the aim is 20,000 more.
 */
const MOST = { read: 21_000, script: 171_000 };

test("a list of 43 pitches is read and comes alive with no more than it has been given", async ({
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
  const sum = async (kinds: string[], weigh: (answer: Response) => Promise<number>) => {
    const wanted = answers.filter((answer) => kinds.includes(answer.request().resourceType()));
    return (await Promise.all(wanted.map(weigh))).reduce((all, one) => all + one, 0);
  };
  const sent = await sum(
    ["document", "stylesheet"],
    async (answer) => (await answer.request().sizes()).responseBodySize,
  );
  expect(sent).toBeLessThan(MOST.read);
  const script = await sum(["script"], async (answer) => gzipSync(await answer.body()).length);
  expect(script).toBeLessThan(MOST.script);
});
