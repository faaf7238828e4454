import { describe, expect, it } from "vitest";
import { startDevice } from "#db/device.ts";
import { purgeDue } from "#db/purge.ts";
import { register, registerAll } from "#db/registration.ts";
import { turnedAway } from "#db/schema/turned-away.ts";
import { countTurnedAway } from "#db/turned-away.ts";
import { formFor, makeCamp, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();

async function fullLine() {
  const camp = await makeCamp(db, { capacity: 1, lineLimit: 1 });
  await makePerson(db, camp, "confirmed", { rank: 1 });
  await makePerson(db, camp, "waiting", { rank: 2 });
  return camp;
}

describe("whoever finds the line full", () => {
  it("is counted once by their form, however often they send it, and once by their browser", async () => {
    const camp = await fullLine();
    const form = formFor(camp, "ama@example.org");
    const at = (form: ReturnType<typeof formFor>, deviceId: string | null = null) =>
      register(db, camp.id, form, NOON, deviceId);
    expect(await at(form)).toEqual({ ok: false, refusal: "line_full" });
    await at(form);
    await at({ ...form, email: "ama2@example.org" });
    expect(await countTurnedAway(db, camp.id)).toBe(1);
    const { id } = await startDevice(db, {});
    for (const name of ["bo", "bo2", "bo3"]) await at(formFor(camp, `${name}@example.org`), id);
    expect(await countTurnedAway(db, camp.id)).toBe(2);
  });

  it("is counted also where many press at once, at their camp alone", async () => {
    const camp = await fullLine();
    const other = await fullLine();
    const forms = Array.from({ length: 5 }, (_, n) => formFor(camp, `rush${n}@example.org`));
    const applicants = forms.map((form) => ({ form, now: NOON, deviceId: null }));
    await registerAll(db, camp.id, applicants);
    expect([await countTurnedAway(db, camp.id), await countTurnedAway(db, other.id)]).toEqual([5, 0]);
    const free = await makeCamp(db);
    await registerAll(db, free.id, [{ form: formFor(free, "in@example.org"), now: NOON, deviceId: null }]);
    expect(await countTurnedAway(db, free.id)).toBe(0);
  });

  it("leaves nothing by which they could be known, and nothing once the camp is long over", async () => {
    const camp = await fullLine();
    const form = formFor(camp, "ama@example.org");
    await register(db, camp.id, form, NOON);
    const rows = await db.select().from(turnedAway);
    const kept = JSON.stringify(rows);
    for (const known of [form.id, form.email, form.name]) expect(kept).not.toContain(known);
    await purgeDue(db, new Date("2027-07-14T12:00:00Z"), new AbortController().signal);
    expect(await countTurnedAway(db, camp.id)).toBe(0);
  });
});
