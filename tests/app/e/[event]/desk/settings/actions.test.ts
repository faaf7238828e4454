/** The slots of the settings, saved through their form as it was shown. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { saveSectors, saveSlots } from "#app/e/[event]/desk/settings/actions.ts";
import { FRESH } from "#app/respond.ts";
import { markOf } from "#db/change.ts";
import { closeDatabase, type Database } from "#db/connection.ts";
import { startDevice } from "#db/device.ts";
import { listSlots } from "#db/draft.ts";
import { newId } from "#db/id.ts";
import { slot } from "#db/schema/slot.ts";
import { listSectors } from "#db/sector.ts";
import { slotsShown } from "#db/slot.ts";
import { camp as words } from "#messages/en/camp.ts";
import { makeCamp, makeOrganiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { formOf, outcome, rows } from "#tests/support/forms.ts";
import { putSlots } from "#tests/support/slots.ts";

const asker = vi.hoisted(() => ({ token: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => ({ value: asker.token }), set: () => {} }),
  headers: async () => new Headers(),
}));

let db: Database;
beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  process.env.DATABASE_URL = fresh.url;
});
afterAll(() => closeDatabase());

test("two slots that the clocks show alike are saved as they were; a third of that time is not", async () => {
  const camp = await makeCamp(db);
  const { personId } = await makeOrganiser(db, camp);
  ({ token: asker.token } = await startDevice(db, { personId }));
  const spans = ["00", "01"].map((hour) => ({
    startsAt: new Date(`2026-10-25T${hour}:30Z`),
    endsAt: new Date(`2026-10-25T${hour}:50Z`),
  }));
  for (const span of spans)
    await putSlots(db, { id: newId(), eventId: camp.id, kind: "break", title: "Tea", ...span });
  const shown = slotsShown(await listSlots(db, camp.id), "Europe/London");
  const send = (more: Record<string, string>[]) => {
    const sent = shown.map((it) => ({ ...it, id: it.id!, title: "Cake" }));
    return outcome(() =>
      saveSlots(camp.slug, FRESH, formOf(rows("slot", markOf(shown), [...sent, ...more]))),
    );
  };
  const third = { id: "", kind: "break", title: "Pie", day: "2026-10-25", starts: "01:30", ends: "01:50" };
  expect(await send([third])).toMatchObject({
    errors: { "slot.2.starts": words.slots.misfits.overlaps(3) },
  });
  expect(String(await send([]))).toMatch(/^NEXT_REDIRECT/);
  expect(await db.select().from(slot).where(eq(slot.eventId, camp.id)).orderBy(slot.startsAt)).toMatchObject(
    spans.map((span) => ({ title: "Cake", ...span })),
  );
});

test("whoever saves after somebody else keeps what they typed, and overwrites nothing however often they press", async () => {
  const camp = await makeCamp(db);
  const { personId } = await makeOrganiser(db, camp);
  ({ token: asker.token } = await startDevice(db, { personId }));
  const mark = markOf(await listSectors(db, camp.id));
  const save = (name: string) =>
    outcome(() => saveSectors(camp.slug, FRESH, formOf(rows("sector", mark, [{ id: "", name }]))));
  expect(String(await save("By A"))).toMatch(/^NEXT_REDIRECT/);
  for (const _ of [1, 2])
    expect(await save("By B")).toMatchObject({
      values: { mark, "sector.0.name": "By B" },
      refusal: { code: "changed_meanwhile", theirs: `/e/${camp.slug}/desk/settings/sectors#sectors` },
    });
  expect((await listSectors(db, camp.id)).map(({ name }) => name)).toEqual(["By A"]);
});
