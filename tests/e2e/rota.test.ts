/** The rota and a call for help: made at the desk, taken on phones, seen by everybody of the crew at once. */
import { eq } from "drizzle-orm";
import { removeCrew } from "#db/crew.ts";
import { person } from "#db/schema/person.ts";
import { rotaTask } from "#db/schema/rota.ts";
import { ahead, makeCamp, makeOrganiser, type Organiser } from "#tests/support/camp.ts";
import { deviceOf } from "#tests/support/live.ts";
import { axeFaultsNow } from "./axe.ts";
import { expect, type TestServer, test, type Visitor } from "./fixtures.ts";
import { be } from "./screens.ts";

/** A phone of one of the crew. */
async function phoneOf(
  { db, origin }: TestServer,
  visitor: Visitor,
  who: Organiser,
  name: string,
  more = {},
) {
  await db.update(person).set({ name }).where(eq(person.id, who.personId));
  const page = await visitor({ viewport: { width: 390, height: 844 }, hasTouch: true, ...more });
  await be(page, origin, await deviceOf(db, who));
  return page;
}

test("a rota is pasted at the desk, its last place taken on one phone of two, and a call answered by whoever comes", async ({
  server,
  visitor,
}) => {
  const { db, origin } = server;
  const camp = await makeCamp(db, { phase: "doors", startsAt: ahead() });
  const crew = [
    await makeOrganiser(db, camp),
    await makeOrganiser(db, camp, "door"),
    await makeOrganiser(db, camp, "campmaker"),
  ] as const;
  const [olu] = crew;
  const desk = await visitor();
  await be(desk, origin, await deviceOf(db, olu));
  const [ama, joe] = await Promise.all([
    phoneOf(server, visitor, crew[1], "Ama"),
    phoneOf(server, visitor, crew[2], "Joe", { javaScriptEnabled: false }),
  ]);
  const card = (page: typeof ama, name: string) => page.getByRole("listitem").filter({ hasText: name });

  await test.step("made by the dozen, and what is wrong is said by its row", async () => {
    await desk.goto(`/e/${camp.slug}/desk/rota`);
    await desk.getByLabel("Rows of a spreadsheet").fill("Door\t8.30\nBadges\t9\t10.30\t1");
    await desk.getByRole("button", { name: "Add what I pasted" }).click();
    await expect(desk.getByText("Row 1: it needs two times, like 8.30 and 9.30").first()).toBeVisible();
    const rows = [
      "Door\tMain entrance\t8.30\t9.30\t1",
      "Badges\t9am to 10.30am\t2",
      "Night watch\t11pm\t2am",
    ];
    await desk.getByLabel("Rows of a spreadsheet").fill(rows.join("\n"));
    await desk.getByRole("button", { name: "Add what I pasted" }).click();
    await expect(desk.getByText("3 tasks were added")).toBeVisible();
    await expect(
      desk.getByRole("row", { name: /8\.30am to 9\.30am Door Main entrance .*Short of 1/ }),
    ).toBeVisible();
    expect(await axeFaultsNow(desk)).toEqual([]);
  });

  await test.step("the last place is one person’s, also where no script runs, and the other is told", async () => {
    await Promise.all([ama, joe].map((page) => page.goto(`/e/${camp.slug}/rota`)));
    expect(await axeFaultsNow(ama)).toEqual([]);
    await joe.getByRole("button", { name: /^I’ll do it: Door/ }).click();
    await expect(card(joe, "Door").getByText("Yours")).toBeVisible();
    await expect(card(ama, "Door").getByText("Full")).toBeVisible();
    await expect(desk.getByRole("row", { name: /Door .*1 of 1.*Joe/ })).toBeVisible();
    await expect(card(joe, "Badges").getByText(/^You are down for Door then/)).toBeVisible();
    await ama.getByRole("button", { name: /^I’ll do it: Badges/ }).click();
    await expect(card(ama, "Badges").getByText("Yours")).toBeVisible();
  });

  await test.step("who is where is said from the minute it begins", async () => {
    const now = Date.now();
    await db
      .update(rotaTask)
      .set({ startsAt: new Date(now - 60_000), endsAt: new Date(now + 3_600_000) })
      .where(eq(rotaTask.task, "Door"));
    await joe.goto(`/e/${camp.slug}/rota`);
    await expect(joe.getByRole("definition").filter({ hasText: "Door, Main entrance until" })).toBeVisible();
  });

  await test.step("a call reaches every open screen of the crew, and says who comes", async () => {
    await joe.getByLabel("What for").fill("More hands at the door");
    await joe.getByRole("button", { name: "Call the crew" }).click();
    await expect(ama.getByRole("heading", { name: "More hands at the door" })).toBeVisible();
    await ama.getByRole("button", { name: "I’m coming" }).click();
    await expect(desk.getByText("1 is coming: Ama")).toBeVisible();
    await joe.goto(`/e/${camp.slug}/rota`);
    await expect(joe.getByText("1 is coming: Ama")).toBeVisible();
    await ama.goto(`/e/${camp.slug}/now`);
    await expect(ama.getByText(/^Help is wanted: More hands at the door/)).toBeVisible();
    await joe.getByRole("button", { name: "Enough have come" }).click();
    await expect(ama.getByText(/^Help is wanted/)).toHaveCount(0);
  });

  await test.step("whoever leaves the crew leaves the rota, and their phone says whose it is", async () => {
    await removeCrew(db, olu, crew[1].personId, new Date());
    await expect(desk.getByRole("row", { name: /Badges .*0 of 2/ })).toBeVisible();
    await ama.goto(`/e/${camp.slug}/rota`);
    await expect(ama.getByRole("heading", { name: "The rota is for the crew" })).toBeVisible();
    expect(await axeFaultsNow(ama)).toEqual([]);
  });
});
