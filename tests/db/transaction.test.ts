import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { event } from "#db/schema/event.ts";
import { room } from "#db/schema/room.ts";
import { transact } from "#db/transaction.ts";
import { refereed, violatedConstraint } from "#db/violation.ts";
import { granted, refused } from "#domain/result.ts";
import { makeCamp, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const rename = (camp: TestCamp, name: string) => db.update(event).set({ name }).where(eq(event.id, camp.id));
const nameOf = async (camp: TestCamp) =>
  (await db.select().from(event).where(eq(event.id, camp.id)))[0]?.name;
const addRoom = (camp: TestCamp, position: number) =>
  db.insert(room).values({
    id: newId(),
    eventId: camp.id,
    letter: `R${position}`,
    name: "Main hall",
    capacity: 120,
    position,
  });

describe("a command's transaction", () => {
  it("keeps what was granted", async () => {
    const camp = await makeCamp(db);
    const result = await transact(db, async (tx) => {
      await tx.update(event).set({ name: "Granted" }).where(eq(event.id, camp.id));
      return granted(7);
    });
    expect([result, await nameOf(camp)]).toEqual([{ ok: true, value: 7 }, "Granted"]);
  });

  it("leaves no half a write behind a refusal or a fault", async () => {
    const camp = await makeCamp(db);
    const refusal = await transact(db, async (tx) => {
      await tx.update(event).set({ name: "Half" }).where(eq(event.id, camp.id));
      return refused("line_full");
    });
    const fault = transact(db, async (tx) => {
      await tx.update(event).set({ name: "Half" }).where(eq(event.id, camp.id));
      throw new Error("the power went");
    });
    await expect(fault).rejects.toThrow("the power went");
    expect([refusal, await nameOf(camp)]).toEqual([{ ok: false, refusal: "line_full" }, "Testcamp"]);
  });
});

describe("two commands that wait for each other's rows", () => {
  it("both get their way: the one that Postgres ends starts over", async () => {
    const [one, two] = [await makeCamp(db), await makeCamp(db)];
    const crossing = (first: TestCamp, second: TestCamp, name: string) =>
      transact(db, async (tx) => {
        await tx.update(event).set({ name }).where(eq(event.id, first.id));
        await new Promise((resolve) => setTimeout(resolve, 100));
        await tx.update(event).set({ name }).where(eq(event.id, second.id));
        return granted(name);
      });
    const results = await Promise.all([crossing(one, two, "There"), crossing(two, one, "Back")]);
    expect(results).toEqual([
      { ok: true, value: "There" },
      { ok: true, value: "Back" },
    ]);
    expect(await nameOf(one)).toBe(await nameOf(two));
  });
});

describe("a broken constraint", () => {
  it("becomes the refusal it stands for", async () => {
    const camp = await makeCamp(db);
    await addRoom(camp, 0);
    const again = () => addRoom(camp, 1).then(() => granted(null));
    expect(await refereed({ room_name_is_taken: "room_name_taken" }, again)).toEqual({
      ok: false,
      refusal: "room_name_taken",
    });
    await expect(refereed({ another_name: "room_name_taken" }, again)).rejects.toSatisfy(
      (fault) => violatedConstraint(fault) === "room_name_is_taken",
    );
  });

  it("is not seen in other faults", async () => {
    const camp = await makeCamp(db);
    await rename(camp, "x");
    const fault = await db.execute("select 1 / 0").catch((error: unknown) => error);
    expect([
      violatedConstraint(fault),
      violatedConstraint(new Error("no")),
      violatedConstraint(null),
    ]).toEqual([null, null, null]);
  });
});
