/** What somebody writes up: one of each session and day, for whom they choose, as far as the session allows. */
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { eraseMe } from "#db/erasure.ts";
import { newId } from "#db/id.ts";
import { readPersonalData } from "#db/personal-data.ts";
import { mintLink } from "#db/registration/link.ts";
import { mergePeople, previewMerge } from "#db/registration/merging.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { writeUp } from "#db/schema/write-up.ts";
import { deleteWriteUp, findOwnWriteUp, listOwnWriteUps, readSubject, saveWriteUp } from "#db/write-up.ts";
import { PHASES } from "#domain/event.ts";
import { LONGEST } from "#domain/limits.ts";
import { refused } from "#domain/result.ts";
import { WRITE_UP_LEVELS } from "#domain/write-up.ts";
import { standsAt } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper, MORNING } from "#tests/support/pitching.ts";
import { campToWriteAbout, EVENING, said, write } from "#tests/support/write-ups.ts";

const { db } = await freshDatabase();

const DAY = { pitchId: null, day: "2026-07-14" } as const;
const countOf = (eventId: string) => db.$count(writeUp, eq(writeUp.eventId, eventId));

describe("writing up", () => {
  it("keeps one of each session and one of the day, saved twice, at once and again with other words", async () => {
    const { camp, ama, of } = await campToWriteAbout(db);
    const first = { form: said(), mark: "" };
    await Promise.all([1, 2, 3].map(() => saveWriteUp(db, ama, of.open, first, EVENING)));
    await write(db, ama, DAY, said({ learned: "A good day" }));
    expect((await write(db, ama, of.open, said({ doing: "Ring Leeds" }))).ok).toBe(true);
    expect(await countOf(camp.eventId)).toBe(2);
    expect(await findOwnWriteUp(db, ama, of.open)).toMatchObject({
      doing: "Ring Leeds",
      title: "The open one",
    });
    expect(await findOwnWriteUp(db, ama, DAY)).toMatchObject({
      learned: "A good day",
      title: null,
      session: null,
    });
  });

  it("is possible from the first day on until the archive, and deleted at any time", async () => {
    const { camp, ama, of } = await campToWriteAbout(db);
    const open = [];
    for (const phase of PHASES) {
      await db.update(event).set(standsAt(phase)).where(eq(event.id, camp.eventId));
      const done = await write(db, ama, of.open);
      if (done.ok) open.push(phase);
      else expect(done).toEqual(refused("not_open"));
      await deleteWriteUp(db, ama, of.open);
      expect(await countOf(camp.eventId)).toBe(0);
    }
    expect(open).toEqual(["doors", "pitching", "grid", "sessions", "after"]);
  });

  it("is of what has begun at this camp alone, and of no session that was never out", async () => {
    const { camp, ama, of } = await campToWriteAbout(db);
    const before = new Date(MORNING.getTime() - 4 * 3_600_000);
    const elsewhere = (await campToWriteAbout(db)).of.open;
    for (const [what, when] of [
      [of.open, before],
      [DAY, before],
      [elsewhere, EVENING],
      [{ pitchId: newId(), day: null }, EVENING],
      [{ pitchId: null, day: "2026-07-15" }, EVENING],
    ] as const)
      expect(await write(db, ama, what, said(), when)).toEqual(refused("not_found"));
    expect(await countOf(camp.eventId)).toBe(0);
  });

  it("says something", async () => {
    const { ama, of } = await campToWriteAbout(db);
    expect(await write(db, ama, of.open, said({ learned: "" }))).toEqual(refused("bad_input"));
    expect((await write(db, ama, of.open, said({ learned: "", readers: "Planners" }))).ok).toBe(true);
  });

  it("takes the longest answers there may be", async () => {
    const { ama, of } = await campToWriteAbout(db);
    const [most, few] = ["W".repeat(LONGEST.writeUp), "W".repeat(LONGEST.writeUpReaders)];
    expect((await write(db, ama, of.open, said({ learned: most, doing: most, readers: few }))).ok).toBe(true);
  });

  it("never writes over what another phone saved meanwhile", async () => {
    const { ama, of } = await campToWriteAbout(db);
    await write(db, ama, of.open);
    const { mark } = (await findOwnWriteUp(db, ama, of.open))!;
    await write(db, ama, of.open, said({ learned: "From the laptop" }), new Date(EVENING.getTime() + 1));
    const stale = { form: said({ learned: "From the phone" }), mark };
    expect(await saveWriteUp(db, ama, of.open, stale, EVENING)).toEqual(refused("changed_meanwhile"));
    const none = { form: said({ learned: "From a third" }), mark: "" };
    expect(await saveWriteUp(db, ama, of.open, none, EVENING)).toEqual(refused("changed_meanwhile"));
    expect((await findOwnWriteUp(db, ama, of.open))!.learned).toBe("From the laptop");
  });
});

describe("who may read it", () => {
  it("is as the session allows, and refused beyond", async () => {
    const { ama, of } = await campToWriteAbout(db);
    const allowed: Record<string, string[]> = {};
    for (const [name, what] of [...Object.entries(of), ["day", DAY] as const]) {
      allowed[name] = [];
      for (const level of WRITE_UP_LEVELS) {
        const done = await write(db, ama, what, said({ level }));
        if (done.ok) allowed[name].push(level);
        else expect(done).toEqual(refused("level_closed"));
      }
    }
    const all = ["public", "camp", "me"];
    expect(allowed).toEqual({
      ...{ open: all, no_names: all, went_wrong: all, day: all },
      ...{ unlisted: ["camp", "me"], no_notes: ["me"] },
    });
  });

  it("names nobody where there are no names: neither its writer, nor in words those who hosted it", async () => {
    const { ama, of } = await campToWriteAbout(db);
    for (const what of [of.no_names, of.went_wrong]) {
      for (const learned of ["As rhys PRYCE said", "Rhys\nPryce knew", "I, Ama Owusu, was wrong"])
        expect(await write(db, ama, what, said({ learned }))).toEqual(refused("says_a_name"));
      expect((await write(db, ama, what, said({ learned: "Rhys Pryce", level: "me" }))).ok).toBe(true);
      expect((await write(db, ama, what, said({ named: true }))).ok).toBe(true);
      expect(await findOwnWriteUp(db, ama, what)).toMatchObject({ named: false, name: "" });
    }
    await write(db, ama, of.open, said({ learned: "Rhys Pryce was right", named: true }));
    expect(await findOwnWriteUp(db, ama, of.open)).toMatchObject({ name: "Ama Owusu" });
  });

  it("is said beforehand of what became one with it as well", async () => {
    const { camp, of } = await campToWriteAbout(db);
    const subject = await readSubject(db, camp.eventId, of.unlisted, EVENING);
    expect(subject).toMatchObject({ title: "The unlisted one", notes: ["unlisted"], hosts: ["Rhys Pryce"] });
  });
});

describe("whoever wrote it", () => {
  it("finds all of it in what is held of them, and none is left once they are deleted", async () => {
    const { camp, ama, of } = await campToWriteAbout(db);
    await db.update(registration).set({ verifiedAt: MORNING }).where(eq(registration.id, ama.registrationId));
    await write(db, ama, of.open, said({ learned: "Marked words" }));
    await write(db, ama, of.unlisted, said({ level: "me" }));
    const token = await db.transaction((tx) =>
      mintLink(tx, ama.registrationId, { mailed: true, now: EVENING }),
    );
    const held = (await readPersonalData(db, token, EVENING))!.writeUps;
    expect(held.map(({ title, learned, level }) => [title, learned, level])).toEqual([
      ["The open one", "Marked words", "public"],
      [null, "Ask before you build.", "me"],
    ]);
    expect((await eraseMe(db, token, EVENING)).ok).toBe(true);
    expect(await countOf(camp.eventId)).toBe(0);
  });

  it("leaves none of it where an address alone stays, of somebody the organisers took off", async () => {
    const { camp, ama, of } = await campToWriteAbout(db, "sessions");
    await write(db, ama, of.open);
    await db
      .update(registration)
      .set({ status: "removed", verifiedAt: MORNING })
      .where(eq(registration.id, ama.registrationId));
    const token = await db.transaction((tx) =>
      mintLink(tx, ama.registrationId, { mailed: true, now: EVENING }),
    );
    expect((await eraseMe(db, token, EVENING)).ok).toBe(true);
    expect([
      await countOf(camp.eventId),
      await db.$count(registration, eq(registration.id, ama.registrationId)),
    ]).toEqual([0, 1]);
  });

  it("keeps it when two registrations become one, of what both wrote about what the one that stays wrote", async () => {
    const { camp, dan, ama, of } = await campToWriteAbout(db, "sessions");
    const twin = await camper(db, camp, "Ama O.");
    await write(db, ama, of.open, said({ learned: "Stays" }));
    await write(db, twin, of.open, said({ learned: "Goes" }));
    await write(db, twin, of.no_names, said({ learned: "Moves" }));
    const [stays, goes] = [ama.registrationId, twin.registrationId];
    const { mark } = (await previewMerge(db, dan, stays, goes))!;
    const merged = await mergePeople(db, dan, { stays, goes, mark, reason: "One person" }, MORNING);
    expect(merged.ok).toBe(true);
    const own = await listOwnWriteUps(db, ama);
    expect(own.map(({ learned }) => learned).sort()).toEqual(["Moves", "Stays"]);
    expect(await listOwnWriteUps(db, twin)).toEqual([]);
  });
});
