/** Settings as an organiser changes them: asked first, answered in place, and nothing typed is lost by leaving. */
import type { Page } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { startDevice } from "#db/device.ts";
import { findEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { event } from "#db/schema/event.ts";
import { placement } from "#db/schema/grid.ts";
import { outbox } from "#db/schema/mail.ts";
import { person } from "#db/schema/person.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { room } from "#db/schema/room.ts";
import { cookieName } from "#domain/cookie.ts";
import { makeCamp, makeOrganiser, makePerson, type TestCamp } from "#tests/support/camp.ts";
import { completePages } from "#tests/support/camp-pages.ts";
import { putSlots } from "#tests/support/slots.ts";
import { axeFaultsNow } from "./axe.ts";
import { expect, type TestServer, test, type Visitor } from "./fixtures.ts";
import { startCamp, withoutScripts } from "./people.ts";

async function organiserAt(
  server: TestServer,
  camp: TestCamp,
  visitor: Visitor,
  { at = "/details", ...options }: { at?: string; javaScriptEnabled?: boolean } = {},
) {
  const { personId } = await makeOrganiser(server.db, camp);
  const { token } = await startDevice(server.db, { personId });
  const page = await visitor({ viewport: { width: 1440, height: 900 }, ...options });
  await page.context().addCookies([{ name: cookieName(server.origin), value: token, url: server.origin }]);
  await page.goto(`/e/${camp.slug}/desk/settings${at}`);
  return page;
}

/** Two with a place, one of them beyond the reach of mail; one in the line; a session in a room. */
async function fullCamp({ db }: TestServer): Promise<TestCamp> {
  const camp = await makeCamp(db, { capacity: 2 });
  const eventId = camp.id;
  await makePerson(db, camp, "confirmed", { rank: 1 });
  const silent = await makePerson(db, camp, "confirmed", { rank: 2 });
  await db.update(registration).set({ bouncedAt: new Date() }).where(eq(registration.id, silent));
  await makePerson(db, camp, "waiting", { rank: 3 });
  const [hall, den, morning, talk] = [newId(), newId(), newId(), newId()];
  await db.insert(room).values([
    { id: hall, eventId, letter: "A", name: "Hall", capacity: 60, position: 0 },
    { id: den, eventId, letter: "B", name: "Den", capacity: 12, position: 1 },
  ]);
  const times = { startsAt: new Date("2026-07-14T09:00:00Z"), endsAt: new Date("2026-07-14T09:45:00Z") };
  await putSlots(db, { id: morning, eventId, kind: "session", ...times });
  await db.insert(pitch).values({ id: talk, eventId, title: "Job swaps: how do we start?" });
  await db.insert(placement).values({ pitchId: talk, eventId, slotId: morning, roomId: den });
  await db.update(event).set({ roomsMade: 2 }).where(eq(event.id, eventId));
  return camp;
}

const part = (page: Page, id: string) => page.locator(`section#${id}`);
const save = (page: Page, id: string) =>
  part(page, id)
    .getByRole("button", { name: /^Save / })
    .click();
/** The page is alive: what is typed is kept by its tab. */
const keptByTheTab = (page: Page) =>
  expect.poll(() => page.evaluate(() => Object.keys(sessionStorage).join())).toContain("unsaved");
const inFuture = () => `${new Date().getUTCFullYear() + 2}-06-10`;

for (const javaScriptEnabled of [true, false])
  test(`another date says first who hears of it, then tells them, ${javaScriptEnabled ? "with" : "without"} a script`, async ({
    server,
    visitor,
  }) => {
    const camp = await fullCamp(server);
    const page = await organiserAt(server, camp, visitor, { javaScriptEnabled });
    await part(page, "details").getByLabel("Date").fill(inFuture());
    await save(page, "details");
    const question = part(page, "details").getByText("Nothing is saved yet");
    await expect(question).toBeInViewport();
    await expect(
      page.getByText("1 person with a place and 1 in the line can be told by mail what has changed."),
    ).toBeVisible();
    await expect(page.getByLabel("Tell them by mail")).toBeChecked();
    await part(page, "details").getByRole("button", { name: "Save anyway", exact: true }).click();
    await expect(part(page, "details").getByText("2 people are told by mail.")).toBeInViewport();
    await expect(page.getByText("Mail to 1 person came back before")).toBeVisible();
    const mails = await server.db
      .select()
      .from(outbox)
      .where(and(eq(outbox.eventId, camp.id), eq(outbox.kind, "camp_changed")));
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual([
      "person1@example.org",
      "person3@example.org",
    ]);
  });

test("a room with a session, fewer places than given and a slot apart from the camp are asked about, in focus", async ({
  server,
  visitor,
}) => {
  const camp = await fullCamp(server);
  // As links once led there, from the list to the page of that part.
  const page = await organiserAt(server, camp, visitor, { at: "#rooms" });
  await page.waitForURL(/\/settings\/rooms/);
  await part(page, "rooms").getByLabel("Take it away").nth(1).check();
  await save(page, "rooms");
  await expect(
    page.getByText(
      "The room Den goes. 1 session loses its place and goes back to the tray: “Job swaps: how do we start?” (no hands yet).",
    ),
  ).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Nothing is saved yet");
  expect(await axeFaultsNow(page)).toEqual([]);
  await part(page, "rooms").getByRole("button", { name: "Save anyway", exact: true }).click();
  await expect(part(page, "rooms").getByText("Took 1 room away.")).toBeVisible();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain("Took 1 room");

  await page.getByRole("link", { name: "All settings" }).click();
  await page.getByRole("link", { name: "Places and the waiting list" }).click();
  await part(page, "places").getByLabel("Places", { exact: true }).fill("1");
  await save(page, "places");
  await expect(page.getByText("2 people hold a place or an offer, 1 more than 1.")).toBeVisible();
  await part(page, "places").getByRole("button", { name: "Save anyway", exact: true }).click();
  await expect(part(page, "places").getByText("No place was offered to the line.")).toBeVisible();

  await page.goto(`/e/${camp.slug}/desk/settings/slots`);
  await part(page, "slots").getByLabel("Date").first().fill("2026-07-08");
  await save(page, "slots");
  await expect(
    page.getByText("The row of Wednesday 8 July 2026 at 10:00 is on none of the camp’s days."),
  ).toBeVisible();
});

for (const javaScriptEnabled of [true, false])
  test(`rooms are pasted, copied and added to, and saved together, ${javaScriptEnabled ? "with" : "without"} a script`, async ({
    server,
    visitor,
  }) => {
    const camp = await fullCamp(server);
    const page = await organiserAt(server, camp, visitor, { at: "/rooms", javaScriptEnabled });
    const rooms = part(page, "rooms");
    await rooms.getByLabel("Room B: Name").fill("Small den");
    await rooms.getByText("Paste from a spreadsheet").click();
    await rooms.getByLabel("Rows of a spreadsheet").fill("Attic\t9\tScreen\nHALL\tmany");
    await rooms.getByRole("button", { name: "Put them into the table" }).click();
    await expect(rooms.getByText("1 row is added in the table, 1 is changed")).toBeVisible();
    await rooms.getByRole("link", { name: "Room A needs a number of seats" }).click();
    await rooms.getByLabel("Room A: Seats").fill("80");
    await rooms.getByRole("button", { name: "Copy Row 3" }).click();
    // Without a script the address still names the field that the link led to, and that takes the focus.
    if (javaScriptEnabled) await expect(rooms.getByLabel("Row 4: Name")).toBeFocused();
    await expect(rooms.getByLabel("Row 4: Name")).toHaveValue("Attic 2");
    await rooms.getByRole("button", { name: "Add 6 more" }).click();
    if (javaScriptEnabled) await expect(rooms.getByLabel("Row 8: Name")).toBeFocused();
    await rooms.getByLabel("Row 8: Name").fill("Garden");
    await rooms.getByLabel("Row 8: Unofficial place").check();
    if (javaScriptEnabled) expect(await axeFaultsNow(page)).toEqual([]);
    await rooms.getByLabel("Row 8: Name").press("Enter");
    await expect(rooms.getByText("Added 3 rooms, changed 2 rooms.")).toBeVisible();
    await expect(rooms.getByLabel("Room B: Name")).toHaveValue("Small den");
    await expect(rooms.getByLabel("Room E: Name")).toHaveValue("Garden");
  });

test("what is typed and not saved survives leaving, and a saved form lets go", async ({
  server,
  visitor,
}) => {
  const camp = await fullCamp(server);
  const page = await organiserAt(server, camp, visitor);
  const name = part(page, "details").getByLabel("Name", { exact: true });
  await name.fill("Testcamp North");
  await keptByTheTab(page);
  await page.getByRole("link", { name: "Grid" }).click();
  const dialog = page.getByRole("dialog", { name: "What you typed is not saved" });
  await dialog.getByRole("button", { name: "Stay here" }).click();
  await expect(name).toHaveValue("Testcamp North");
  await page.getByRole("link", { name: "Grid" }).click();
  await dialog.getByRole("button", { name: "Leave the page" }).click();
  await page.waitForURL(/\/desk\/grid/);
  await page.goBack();
  await expect(name).toHaveValue("Testcamp North");
  await expect(page.getByText("What you typed here before you left is back.")).toBeVisible();
  expect(await axeFaultsNow(page)).toEqual([]);

  await save(page, "details");
  await expect(part(page, "details").getByText("Saved.")).toBeVisible();
  await page.getByRole("link", { name: "Grid" }).click();
  await page.waitForURL(/\/desk\/grid/);
  await page.goBack();
  await expect(name).toHaveValue("Testcamp North");
  await expect(page.getByText("What you typed here before you left is back.")).toHaveCount(0);
  expect(
    await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("unsaved"))),
  ).toEqual([]);
});

test("what is typed before the page is alive is guarded once it is", async ({ server, visitor }) => {
  const camp = await fullCamp(server);
  const page = await organiserAt(server, camp, visitor);
  await page.goto("about:blank");
  const arrive = await withoutScripts(page);
  await page.goto(`/e/${camp.slug}/desk/settings/details`, { waitUntil: "commit" });
  const name = part(page, "details").getByLabel("Name", { exact: true });
  await name.fill("Testcamp North");
  arrive();
  await keptByTheTab(page);
  await page.getByRole("link", { name: "Grid" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Stay here" }).click();
  await expect(name).toHaveValue("Testcamp North");
});

test("closing a tab with something typed asks, and what was typed over meanwhile is not put back", async ({
  server,
  visitor,
}) => {
  const camp = await fullCamp(server);
  const page = await organiserAt(server, camp, visitor);
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  const line = part(page, "details").getByLabel("One line about it");
  await line.fill("A day about bins");
  await keptByTheTab(page);
  await page.reload();
  expect(asked).toEqual(["beforeunload"]);
  await expect(line).toHaveValue("A day about bins");
  const other = await organiserAt(server, camp, visitor);
  await part(other, "details").getByLabel("One line about it").fill("A day about buses");
  await save(other, "details");
  await expect(part(other, "details").getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(line).toHaveValue("A day about buses");
  await expect(page.getByText("somebody has changed this part since")).toBeVisible();
});

test("rows that a table got since are said not to be back, as often as the page is left", async ({
  server,
  visitor,
}) => {
  const camp = await fullCamp(server);
  const page = await organiserAt(server, camp, visitor, { at: "/rooms" });
  page.on("dialog", (dialog) => void dialog.accept());
  const rooms = part(page, "rooms");
  await rooms.getByRole("button", { name: "Add 6 more" }).click();
  await rooms.getByLabel("Row 8: Name").fill("Garden");
  await rooms.getByLabel("Row 3: Name").fill("Attic");
  await keptByTheTab(page);
  const note = rooms.getByText("except in rows that were added to the table");
  await page.reload();
  await expect(rooms.getByLabel("Row 3: Name")).toHaveValue("Attic");
  await expect(note).toBeVisible();
  await rooms.getByLabel("Row 4: Name").fill("Den");
  await page.reload();
  await expect(rooms.getByLabel("Row 4: Name")).toHaveValue("Den");
  await expect(note).toBeVisible();
  await rooms.getByRole("button", { name: "Throw it away" }).click();
  await expect(note).toHaveCount(0);
  await page.reload();
  await expect(rooms.getByLabel("Row 3: Name")).toHaveValue("");
  await expect(note).toHaveCount(0);
});

test("a camp that was started leaves its form empty, and moving the phase says what it did", async ({
  server,
  visitor,
}) => {
  const page = await visitor();
  const personId = newId();
  await server.db
    .insert(person)
    .values({ id: personId, email: `${personId}@example.org`, name: "Ama", owner: true });
  const { token } = await startDevice(server.db, { personId });
  await page.context().addCookies([{ name: cookieName(server.origin), value: token, url: server.origin }]);
  const slug = await startCamp(page, { name: `Camp ${newId().slice(-6)}`, places: 20 });
  await expect(page.getByText("Your camp is here, and only its crew can see it.")).toBeVisible();
  await page.goto("/desk/new");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("");
  const camp = await findEvent(server.db, slug);
  await completePages(server.db, camp!.id);
  await page.goto(`/e/${slug}/desk`);
  await page.getByText("Open the tickets", { exact: true }).click();
  await expect(page.getByText("Nobody gets a mail for it")).toBeVisible();
  await page.getByRole("button", { name: "Yes, open the tickets" }).click();
  await expect(page.getByText("The camp is now at: Tickets are open.")).toBeVisible();
});
