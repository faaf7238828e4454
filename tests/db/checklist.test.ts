import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { addItem, readChecklist, removeItem, tickItem } from "#db/checklist.ts";
import { findEvent } from "#db/event.ts";
import { event } from "#db/schema/event.ts";
import { person } from "#db/schema/person.ts";
import { MOST } from "#domain/limits.ts";
import { makeCamp, makeOrganiser, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();

async function planning() {
  const camp = await makeCamp(db, { phase: "draft" });
  const { id } = camp;
  await db
    .update(event)
    .set({ createdAt: new Date("2020-01-01") })
    .where(eq(event.id, id));
  const crew = await makeOrganiser(db, { id });
  const list = async () => readChecklist(db, (await findEvent(db, camp.slug))!, NOON);
  const stageOf = async (which: string) =>
    (await list()).find((item) => item.key === which || item.id === which)?.stage;
  return { id, crew, list, stageOf };
}

describe("the checklist of a camp", () => {
  it("is ticked and unticked, however often it is sent", async () => {
    const { crew, stageOf } = await planning();
    const before = await stageOf("food");
    for (let twice = 0; twice < 2; twice += 1)
      expect(await tickItem(db, crew, { key: "food" }, true, NOON)).toMatchObject({ ok: true });
    expect(await stageOf("food")).toBe("done");
    for (let twice = 0; twice < 2; twice += 1) await tickItem(db, crew, { key: "food" }, false, NOON);
    expect(await stageOf("food")).toBe(before);
  });

  it("is ticked once by two at the same moment", async () => {
    const { crew, stageOf } = await planning();
    const both = await Promise.all([1, 2].map(() => tickItem(db, crew, { key: "venue" }, true, NOON)));
    expect(both.every(({ ok }) => ok)).toBe(true);
    expect(await stageOf("venue")).toBe("done");
  });

  it("has what the crew added, once, and loses it again", async () => {
    const { crew, stageOf } = await planning();
    const id = randomUUID();
    const bus = { id, title: "Hire a bus", daysBefore: 7 };
    for (let twice = 0; twice < 2; twice += 1)
      expect(await addItem(db, crew, bus, NOON)).toMatchObject({ ok: true });
    expect(await tickItem(db, crew, { id }, true, NOON)).toMatchObject({ ok: true });
    expect(await stageOf(id)).toBe("done");
    for (let twice = 0; twice < 2; twice += 1) await removeItem(db, crew, id, NOON);
    expect(await stageOf(id)).toBeUndefined();
  });

  it("adds what was typed anew into a form that was sent before, once", async () => {
    const { crew, list } = await planning();
    const bus = { id: randomUUID(), title: "Hire a bus", daysBefore: 7 };
    const typed = [bus, { ...bus, title: "Hire a van" }, { ...bus, daysBefore: 3 }];
    for (const item of [...typed, ...typed])
      expect(await addItem(db, crew, item, NOON)).toMatchObject({ ok: true });
    const own = (await list()).filter(({ id }) => id);
    expect(own.map(({ title, daysBefore }) => [title, daysBefore]).sort()).toEqual([
      ["Hire a bus", 3],
      ["Hire a bus", 7],
      ["Hire a van", 7],
    ]);
  });

  it("takes so many of their own and no more", async () => {
    const { crew, list } = await planning();
    const add = () => addItem(db, crew, { id: randomUUID(), title: "More", daysBefore: 1 }, NOON);
    const all = await Promise.all(Array.from({ length: MOST.checklist + 2 }, add));
    expect(all.filter(({ ok }) => ok)).toHaveLength(MOST.checklist);
    expect(await add()).toMatchObject({ refusal: "checklist_full" });
    expect((await list()).filter(({ id }) => id)).toHaveLength(MOST.checklist);
  });

  it("is of its own camp alone", async () => {
    const { crew, stageOf } = await planning();
    const stranger = (await planning()).crew;
    const id = randomUUID();
    await addItem(db, crew, { id, title: "Hire a bus", daysBefore: 7 }, NOON);
    expect(await addItem(db, stranger, { id, title: "Mine", daysBefore: 7 }, NOON)).toMatchObject({
      ok: false,
    });
    expect(await tickItem(db, stranger, { id }, true, NOON)).toMatchObject({ refusal: "not_found" });
    await removeItem(db, stranger, id, NOON);
    expect(await stageOf(id)).not.toBeUndefined();
    expect(await stageOf(id)).not.toBe("done");
  });

  it("sees by itself that there is a crew, and keeps a tick whose owner is deleted", async () => {
    const { id, crew, stageOf } = await planning();
    expect(await stageOf("crew")).not.toBe("done");
    await makeOrganiser(db, { id });
    expect(await stageOf("crew")).toBe("done");
    await tickItem(db, crew, { key: "food" }, true, NOON);
    await db.delete(person).where(eq(person.id, crew.personId));
    expect(await stageOf("food")).toBe("done");
  });
});
