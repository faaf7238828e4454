/** A desk's grid in a browser: a camp for it, an organiser before it, and what is on it. */
import type { Locator, Page } from "@playwright/test";
import { startDevice } from "#db/device.ts";
import { newId } from "#db/id.ts";
import { pitch } from "#db/schema/pitch.ts";
import { room } from "#db/schema/room.ts";
import { cookieName } from "#domain/cookie.ts";
import { makeCamp, makeOrganiser, type TestCamp } from "#tests/support/camp.ts";
import { putSlots } from "#tests/support/slots.ts";
import { expect, type TestServer, type Visitor } from "./fixtures.ts";

export const LAPTOP = { viewport: { width: 1440, height: 900 } };

/** A browser in which an organiser of the camp is signed in, at a laptop where nothing else is said. */
export async function organiserAt(server: TestServer, camp: TestCamp, visitor: Visitor, options = {}) {
  const { personId } = await makeOrganiser(server.db, camp);
  const { token } = await startDevice(server.db, { personId, label: "Firefox/140 (Windows)" });
  const page = await visitor({ ...LAPTOP, ...options });
  await page.context().addCookies([{ name: cookieName(server.origin), value: token, url: server.origin }]);
  return page;
}

/** The hours of the slots of each day; what is lunch is a break. */
const ONE_DAY = [["11", "12 Lunch", "13"]];

/** A camp that makes its grid long before its day, so that no slot has begun: two slots around a break, two rooms, three pitches. */
export async function makeBoard({ db }: TestServer, days = ONE_DAY): Promise<TestCamp> {
  const camp = await makeCamp(db, { phase: "grid" });
  const eventId = camp.id;
  await db.insert(room).values([
    { id: newId(), eventId, letter: "A", name: "Hall", capacity: 60, position: 0 },
    { id: newId(), eventId, letter: "B", name: "Den", capacity: 12, position: 1 },
  ]);
  const rows = days.flatMap((slots, day) =>
    slots.map((said) => {
      const [hour, title = ""] = said.split(" ");
      const startsAt = new Date(`2099-07-${14 + day}T${hour}:00:00Z`);
      const endsAt = new Date(startsAt.getTime() + 45 * 60_000);
      const kind = title === "" ? ("session" as const) : ("break" as const);
      return { id: newId(), eventId, kind, title, startsAt, endsAt };
    }),
  );
  await putSlots(db, rows);
  const titles = ["Job swaps", "Drone films", "Grief and social media"];
  await db.insert(pitch).values(titles.map((title) => ({ id: newId(), eventId, title })));
  return camp;
}

export const card = (page: Page, title: string) =>
  page.getByRole("button", { name: new RegExp(title) }).first();
/** Row 1 is the first slot, column 1 the first room. */
export const cell = (page: Page, row: number, column: number) =>
  page.locator("tbody tr").nth(row).locator("td").nth(column);

/** A card can be pressed a moment before it can be dragged: the two are different listeners. */
export async function drag(page: Page, title: string, to: Locator): Promise<void> {
  await expect(card(page, title)).toHaveAttribute("draggable", "true");
  await card(page, title).dragTo(to);
}
