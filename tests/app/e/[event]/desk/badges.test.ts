/** Saying that badges are printed, as a form is sent to it. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { markPrinted } from "#app/e/[event]/desk/badges/actions.ts";
import { FRESH } from "#app/respond.ts";
import { listBadges } from "#db/badge.ts";
import { closeDatabase, type Database } from "#db/connection.ts";
import { badgePrint } from "#db/schema/badge.ts";
import { MOST_BADGES } from "#domain/badge/choice.ts";
import { makeCamp, makeOrganiser, makePerson, type Organiser, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { outcome } from "#tests/support/forms.ts";
import { deviceOf } from "#tests/support/live.ts";

const asker = vi.hoisted(() => ({ token: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (asker.token ? { value: asker.token } : undefined), set: () => {} }),
  headers: async () => new Headers(),
}));

let db: Database;
let camp: TestCamp;
let door: Organiser;

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  process.env.DATABASE_URL = fresh.url;
  camp = await makeCamp(db, { phase: "doors" });
  await makePerson(db, camp, "confirmed", { rank: 1 });
  door = await makeOrganiser(db, camp, "door");
  asker.token = (await deviceOf(db, door)).split("=")[1]!;
});
afterAll(closeDatabase);

const send = (printed: string) => {
  const form = new FormData();
  form.set("printed", printed);
  return outcome(() => markPrinted(camp.slug, "who=all&format=a6&on=sheet", FRESH, form));
};

test("somebody at the door says so, and comes back to the choices they made", async () => {
  const [badge] = await listBadges(db, door);
  const led = await send(`${badge!.id}:${badge!.mark}`);
  expect(led).toContain(`/e/${camp.slug}/desk/badges?who=all&format=a6&on=sheet&done=1`);
  expect((await listBadges(db, door)).map(({ printed }) => printed)).toEqual(["yes"]);
});

test("what no page sends is refused, and marks nothing", async () => {
  await db.delete(badgePrint);
  const [badge] = await listBadges(db, door);
  const whole = `${badge!.id}:${badge!.mark}`;
  const wrong = [
    "",
    badge!.id,
    `${whole}x`,
    `x:${badge!.mark}`,
    `${whole} `,
    Array(MOST_BADGES + 1)
      .fill(whole)
      .join(" "),
  ];
  for (const printed of wrong)
    expect(await send(printed), printed.slice(0, 80)).toMatchObject({ refusal: { code: "bad_input" } });
  expect(await db.$count(badgePrint)).toBe(0);
});
