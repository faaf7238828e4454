/** What others read of it: nothing that was agreed to stay, also where that was agreed later, and of no camp that is hidden. */
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { writeUp } from "#db/schema/write-up.ts";
import { forgetHidingReasons, hideWriteUp, showWriteUp } from "#db/write-up/hiding.ts";
import { listForCrew, listMistakes, listWriteUps, WRITE_UPS_A_PAGE } from "#db/write-up/reading.ts";
import { findOwnWriteUp } from "#db/write-up.ts";
import { NOTE_LEVELS } from "#domain/pitch.ts";
import { refused } from "#domain/result.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper, pitchingCamp } from "#tests/support/pitching.ts";
import { agreeOn, campToWriteAbout, EVENING, said, type Written, write } from "#tests/support/write-ups.ts";

const { db } = await freshDatabase();

const titles = async ({ camp }: Written, reader: "public" | "camp") =>
  (await listWriteUps(db, camp.eventId, reader, 1)).items.map(({ title }) => title).toReversed();

describe("what people read", () => {
  it("is what its writer chose for them, newest first, with a name only where the writer said so", async () => {
    const there = await campToWriteAbout(db);
    const { camp, ama, of } = there;
    const rhys = await camper(db, camp, "Rhys Pryce");
    await write(db, ama, of.open, said({ named: true }));
    await write(db, ama, of.went_wrong, said({ level: "camp" }));
    await write(db, ama, of.no_names, said({ level: "me" }));
    await write(db, rhys, of.open, said());
    expect(await titles(there, "public")).toEqual(["The open one", "The open one"]);
    expect(await titles(there, "camp")).toEqual(["The open one", "The went_wrong one", "The open one"]);
    const { items } = await listWriteUps(db, camp.eventId, "public", 1);
    expect(items.map(({ name }) => name)).toEqual(["", "Ama Owusu"]);
    expect(items[0]).toMatchObject({ session: of.open.pitchId, learned: "Ask before you build." });
  });

  it("follows what is agreed for the session now, whatever it was when somebody wrote", async () => {
    const there = await campToWriteAbout(db);
    const { ama, of } = there;
    await write(db, ama, of.open, said({ learned: "As Rhys Pryce said, and I, Ama Owusu", named: true }));
    const read = [];
    for (const level of NOTE_LEVELS) {
      await agreeOn(db, of.open, level);
      read.push([level, (await titles(there, "public")).length, (await titles(there, "camp")).length]);
    }
    expect(read).toEqual([
      ["open", 1, 1],
      ["no_names", 1, 1],
      ["no_notes", 0, 0],
      ["unlisted", 0, 1],
    ]);
    await agreeOn(db, of.open, "no_names");
    const { items } = await listWriteUps(db, there.camp.eventId, "public", 1);
    expect(items[0]).toMatchObject({ name: "", learned: "As … said, and I, …" });
  });

  it("is kept back by what became one with the session, and as long as the grid that is out says so", async () => {
    const there = await campToWriteAbout(db);
    const { ama, of } = there;
    await write(db, ama, of.open);
    await db
      .update(pitch)
      .set({ mergedInto: of.open.pitchId, mergedAt: EVENING })
      .where(eq(pitch.id, of.no_notes.pitchId!));
    expect([await titles(there, "public"), await titles(there, "camp")]).toEqual([[], []]);
    await write(db, ama, of.unlisted, said({ level: "camp" }));
    await db.update(writeUp).set({ level: "public" }).where(eq(writeUp.pitchId, of.unlisted.pitchId!));
    await agreeOn(db, of.unlisted, "open");
    expect([await titles(there, "public"), await titles(there, "camp")]).toEqual([[], ["The unlisted one"]]);
  });

  it("is nothing of a session that the crew hid, nor of somebody without a place", async () => {
    const there = await campToWriteAbout(db);
    const { ama, of } = there;
    await write(db, ama, of.open);
    await db
      .update(pitch)
      .set({ withdrawnAt: EVENING, hiddenAt: EVENING })
      .where(eq(pitch.id, of.open.pitchId!));
    expect(await titles(there, "camp")).toEqual([]);
    await write(db, ama, of.no_names);
    expect(await titles(there, "camp")).toEqual(["The no_names one"]);
    await db.update(registration).set({ status: "removed" }).where(eq(registration.id, ama.registrationId));
    expect(await titles(there, "camp")).toEqual([]);
  });

  it("is read a page at a time, and of one session alone", async () => {
    const { camp, ama, of } = await campToWriteAbout(db);
    await write(db, ama, of.no_names);
    const others = await Promise.all(
      Array.from({ length: WRITE_UPS_A_PAGE }, (_, n) => camper(db, camp, `Camper ${n}`)),
    );
    const row = { eventId: camp.eventId, ...of.open, learned: "Words", level: "public" as const };
    await db
      .insert(writeUp)
      .values(others.map(({ registrationId }) => ({ ...row, id: newId(), registrationId })));
    const first = await listWriteUps(db, camp.eventId, "public", 1);
    const second = await listWriteUps(db, camp.eventId, "public", 9);
    expect([first.items.length, first.more, second.items.length, second.page]).toEqual([30, true, 1, 2]);
    const one = await listWriteUps(db, camp.eventId, "public", 1, of.no_names.pitchId!);
    expect(one.items.map(({ title }) => title)).toEqual(["The no_names one"]);
  });
});

describe("the crew", () => {
  it("reads what people of the camp may, and hides it from all but its writer, once in the log for each", async () => {
    const there = await campToWriteAbout(db);
    const { camp, dan, ama, of } = there;
    await write(db, ama, of.open);
    await write(db, ama, of.no_names, said({ level: "me" }));
    const list = async () => (await listForCrew(db, dan, 1)).items;
    const [first, ...more] = await list();
    const { id } = first!;
    expect(more).toEqual([]);
    await hideWriteUp(db, dan, { id, reason: "It names a child" }, EVENING);
    await hideWriteUp(db, dan, { id, reason: "Again" }, EVENING);
    expect([await titles(there, "camp"), (await list())[0]!.hidden]).toEqual([[], "It names a child"]);
    expect((await findOwnWriteUp(db, ama, of.open))!.hidden).toBe("It names a child");
    await write(db, ama, of.open, said({ learned: "Changed" }));
    expect(await titles(there, "camp")).toEqual([]);
    await db.transaction((tx) => forgetHidingReasons(tx, camp.eventId));
    expect((await findOwnWriteUp(db, ama, of.open))!.hidden).toBe("");
    await showWriteUp(db, dan, id, EVENING);
    expect(await titles(there, "public")).toEqual(["The open one"]);
    const log = await db.select().from(audit).where(eq(audit.subjectId, id)).orderBy(audit.id);
    expect(log.map(({ act, reason }) => [act, reason])).toEqual([
      ["hide_write_up", ""],
      ["show_write_up", ""],
    ]);
  });

  it("hides nothing of another camp, nothing of one's own, and nothing without a reason", async () => {
    const { ama, dan, of } = await campToWriteAbout(db);
    const elsewhere = await campToWriteAbout(db);
    await write(db, ama, of.open);
    await write(db, ama, of.no_notes, said({ level: "me" }));
    const idOf = async (what: typeof of.open) => (await findOwnWriteUp(db, ama, what))!.id;
    const [open, mine] = [await idOf(of.open), await idOf(of.no_notes)];
    const why = { reason: "Why" };
    expect(await hideWriteUp(db, elsewhere.dan, { id: open, ...why }, EVENING)).toEqual(refused("not_found"));
    expect(await hideWriteUp(db, dan, { id: mine, ...why }, EVENING)).toEqual(refused("not_found"));
    expect(await hideWriteUp(db, dan, { id: open, reason: " " }, EVENING)).toEqual(refused("bad_input"));
  });
});

describe("the shelf of what went wrong", () => {
  it("has what everybody may read of such sessions at all camps, and nobody’s name", async () => {
    const [one, other] = [await campToWriteAbout(db), await campToWriteAbout(db)];
    for (const { ama, of } of [one, other]) {
      await write(db, ama, of.went_wrong, said({ named: true, learned: "Test the backup" }));
      await write(db, ama, of.open, said());
    }
    await write(db, await camper(db, one.camp, "Rhys"), one.of.went_wrong, said({ level: "camp" }));
    const shelf = async () =>
      (await listMistakes(db, 1)).items.filter(({ learned }) => learned === "Test the backup");
    const items = await shelf();
    expect(items.map(({ slug, title }) => [slug, title])).toEqual([
      [other.camp.slug, "The went_wrong one"],
      [one.camp.slug, "The went_wrong one"],
    ]);
    expect(JSON.stringify(items)).not.toContain("Ama");
    await db.update(event).set({ phase: "draft" }).where(eq(event.id, one.camp.eventId));
    await db.update(event).set({ demo: true }).where(eq(event.id, other.camp.eventId));
    expect(await shelf()).toEqual([]);
    const original = await pitchingCamp(db);
    await db
      .update(event)
      .set({ phase: "after", rehearsalOf: original.eventId })
      .where(eq(event.id, one.camp.eventId));
    expect(await shelf()).toEqual([]);
  });
});
