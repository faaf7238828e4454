/** A rehearsal as an organiser sees it: pressed, followed, looked at, and gone but for its list. */
import { eq } from "drizzle-orm";
import { event } from "#db/schema/event.ts";
import { ahead } from "#tests/support/camp.ts";
import { deviceOf } from "#tests/support/live.ts";
import { campToRehearse, countAll } from "#tests/support/rehearsal.ts";
import { axeFaultsNow } from "./axe.ts";
import { test as base, expect, serverWith, type TestServer } from "./fixtures.ts";
import { be } from "./screens.ts";

/** Its own server: beside a camp that is on nothing is rehearsed, and every table is counted. */
const test = base.extend<object, { server: TestServer }>({ server: serverWith({ worker: true }) });

/** Slots of one day, whatever the time is now. */
const morning = () => new Date(ahead().setUTCHours(8, 0, 0, 0));

test("a camp is rehearsed against a copy that says so on every screen, and nothing of it stays but the list", async ({
  server: { db, origin },
  visitor,
}) => {
  const { camp, olu } = await campToRehearse(db, { startsAt: morning(), people: 60 });
  const desk = await visitor();
  await be(desk, origin, await deviceOf(db, olu));
  const stranger = await visitor({ allow: [/status of 404/] });
  const before = await countAll(db);
  const line = (name: string) => desk.getByRole("listitem").filter({ hasText: name });

  await test.step("it says first what it does, and then how far it is", async () => {
    await desk.goto(`/e/${camp.slug}/desk/checklist`);
    await desk.getByRole("link", { name: "Rehearse the camp" }).click();
    await expect(desk.getByText("60 made-up people").first()).toBeVisible();
    // Before, every camp was said to be the copy of one.
    await expect(desk.getByText("This is the rehearsal itself")).toHaveCount(0);
    expect(await axeFaultsNow(desk)).toEqual([]);
    await desk.getByRole("button", { name: "Start the rehearsal" }).click();
    await expect(desk.getByText(/^Step \d of 9: /)).toBeVisible();
    expect(await axeFaultsNow(desk)).toEqual([]);
  });

  await test.step("the copy says what it is on every screen, and strangers do not find it", async () => {
    const look = desk.getByRole("link", { name: "Look at the copy" });
    const slug = (await look.getAttribute("href"))!.split("/")[2]!;
    const screens = await visitor();
    await be(screens, origin, await deviceOf(db, olu));
    for (const path of ["pitches", "wall", "desk", "door"]) {
      await screens.goto(`/e/${slug}/${path}`);
      await expect(screens.getByText("Rehearsal: Testcamp").first()).toBeVisible();
    }
    // A door's phone would go on asking for its list once the copy is gone.
    await screens.goto("about:blank");
    const hidden = [`e/${slug}/grid`, `e/${slug.replace("r", "%72")}/now`, `now/${slug}`, `embed/${slug}`];
    for (const path of [...hidden, `live/${slug}/snapshot`, `api/v1/events/${slug}`])
      expect([path, (await stranger.request.get(`/${path}`)).status()]).toEqual([path, 404]);
  });

  await test.step("all of it is counted, and what did not pass says what to do", async () => {
    await expect(desk.getByText(/^\w+ \d+ \w+, .*, with 60 made-up people\./)).toBeVisible({
      timeout: 120_000,
    });
    await expect(line("Mail goes out").getByText("Where no mail server is set up")).toBeVisible();
    const counted = [
      ["Everybody comes in, once", "60 of 60 people are in"],
      ["Hands raised at once", "300 of 300 hands were counted"],
      ["Open phones hear", "60 of 60 phones"],
      ["A grid is suggested", "6 of 6 sessions have a cell"],
      ["What was published", "60 of 60 pages"],
      ["a session moved", "60 of 60 phones"],
    ] as const;
    for (const [what, got] of counted) await expect(line(what).getByText(got)).toBeVisible();
    // A machine with other things to do is slow, and may say so.
    for (const why of ["Something was", "What came of it is not"])
      await expect(desk.getByText(why)).toHaveCount(0);
    expect(await axeFaultsNow(desk)).toEqual([]);
  });

  await test.step("nothing of it stays", async () => {
    expect(await db.$count(event, eq(event.rehearsalOf, camp.id))).toBe(0);
    const more = { audit: before.audit! + 1, rehearsal: before.rehearsal! + 1 };
    const after = await countAll(db);
    expect(after).toEqual({
      ...before,
      ...more,
      device: before.device! + 1,
      unsettled: 0,
      limit_bucket: after.limit_bucket,
      // Written by the server for as long as hands may be uncounted, of any camp.
      uncounted: after.uncounted,
    });
  });

  await test.step("a camp without rooms and times is told to add them", async () => {
    const bare = await campToRehearse(db, { startsAt: morning(), people: 2, board: false });
    await be(desk, origin, await deviceOf(db, bare.olu));
    await desk.goto(`/e/${bare.camp.slug}/desk/rehearsal`);
    await desk.getByRole("button", { name: "Start the rehearsal" }).click();
    await expect(line("There are rooms and times").getByText("Add rooms and times")).toBeVisible({
      timeout: 90_000,
    });
    await expect(line("A grid is suggested").getByText("Not looked at")).toBeVisible();
  });
});
