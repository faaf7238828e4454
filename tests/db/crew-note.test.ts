import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { changeCrewNote, dropCrewNote, listCrewNotes, writeCrewNote } from "#db/crew-note.ts";
import { eraseMe } from "#db/erasure.ts";
import { newId } from "#db/id.ts";
import { readPersonalData } from "#db/personal-data.ts";
import { purgeDue } from "#db/purge.ts";
import { mintLink } from "#db/registration/link.ts";
import { crewNote } from "#db/schema/crew-note.ts";
import { person } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { MOST } from "#domain/limits.ts";
import { refused } from "#domain/result.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const later = new Date(NOON.getTime() + 60_000);

async function noted(status: "confirmed" | "waiting" | "removed" = "confirmed") {
  const camp = await makeCamp(db);
  const about = await makePerson(db, camp, status, { rank: 1 });
  const [olu, mei] = [await makeOrganiser(db, camp), await makeOrganiser(db, camp, "registrar")];
  const id = newId();
  await writeCrewNote(db, olu, about, { id, words: "Rang about the ramp" }, NOON);
  return { camp, about, olu, mei, id };
}
const left = (about: string) => db.$count(crewNote, eq(crewNote.registrationId, about));

describe("notes of the crew", () => {
  it("are read by all who may move people, with who wrote them and when, and changed by their writer", async () => {
    const { about, olu, mei, id } = await noted();
    expect(await changeCrewNote(db, mei, id, "Not mine", later)).toEqual(refused("not_found"));
    await dropCrewNote(db, mei, id);
    await changeCrewNote(db, olu, id, "Rang about the ramp", later);
    const as = { id, by: { id: olu.personId, name: "Olu Adeyemi" }, at: NOON.toISOString() };
    const before = { ...as, words: "Rang about the ramp", changedAt: null };
    expect(await listCrewNotes(db, mei, about)).toEqual([before]);
    await changeCrewNote(db, olu, id, "Needs the ramp", later);
    const after = { ...as, words: "Needs the ramp", changedAt: later.toISOString() };
    expect(await listCrewNotes(db, mei, about)).toEqual([after]);
    await dropCrewNote(db, olu, id);
    await dropCrewNote(db, olu, id);
    expect(await left(about)).toBe(0);
  });

  it("written twice with one form are one, and stay once their writer has no account", async () => {
    const { about, olu, mei, id } = await noted();
    await writeCrewNote(db, olu, about, { id, words: "Rang about the ramp" }, later);
    await db.delete(person).where(eq(person.id, olu.personId));
    expect((await listCrewNotes(db, mei, about)).map(({ by, words }) => [by, words])).toEqual([
      [null, "Rang about the ramp"],
    ]);
  });

  it("of another camp are neither read nor written nor changed", async () => {
    const { about, id } = await noted();
    const stranger = await makeOrganiser(db, await makeCamp(db));
    expect(await listCrewNotes(db, stranger, about)).toEqual([]);
    const words = "Hello";
    expect(await writeCrewNote(db, stranger, about, { id: newId(), words }, NOON)).toEqual(
      refused("not_found"),
    );
    await db.update(crewNote).set({ writerId: stranger.personId }).where(eq(crewNote.id, id));
    expect(await changeCrewNote(db, stranger, id, words, NOON)).toEqual(refused("not_found"));
    await dropCrewNote(db, stranger, id);
    expect(await left(about)).toBe(1);
  });

  // Seen to be 55 with the lock of the registration taken out.
  it("on one person are so many at most, also where two are written at once", async () => {
    const { about, olu, mei } = await noted();
    for (let n = 2; n < MOST.crewNotes; n++)
      await writeCrewNote(db, olu, about, { id: newId(), words: `Note ${n}` }, NOON);
    const crowd = [olu, mei, olu, mei, olu, mei];
    // Each has a connection then, and they really write at once.
    await Promise.all(crowd.map((crew) => listCrewNotes(db, crew, about)));
    const answers = await Promise.all(
      crowd.map((crew) => writeCrewNote(db, crew, about, { id: newId(), words: "One more" }, NOON)),
    );
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array(5).fill(refused("notes_full")));
    expect(await left(about)).toBe(MOST.crewNotes);
  });

  it("are in what is held of somebody, without who wrote them, and go with it", async () => {
    const { about } = await noted();
    const token = await mintLink(db, about, { mailed: true, now: NOON });
    const held = await readPersonalData(db, token, later);
    expect(held?.crewNotes).toEqual([
      { note: "Rang about the ramp", at: NOON.toISOString(), changedAt: null },
    ]);
    expect(JSON.stringify(held)).not.toContain("Olu Adeyemi");
    await eraseMe(db, token, later);
    expect(await left(about)).toBe(0);
  });

  it("go also where the address alone stays, because they were taken off", async () => {
    const { about } = await noted("removed");
    await eraseMe(db, await mintLink(db, about, { mailed: true, now: NOON }), later);
    expect([await db.$count(registration, eq(registration.id, about)), await left(about)]).toEqual([1, 0]);
  });

  it("go so many days after the camp, of those who had a place as well", async () => {
    const [had, hoped] = [await noted(), await noted("waiting")];
    await purgeDue(db, new Date("2027-07-14T12:00:00Z"), new AbortController().signal);
    expect(await db.$count(registration, eq(registration.id, had.about))).toBe(1);
    expect([await left(had.about), await left(hoped.about)]).toEqual([0, 0]);
  });
});
