import { describe, expect, it } from "vitest";
import { listNoteVersions, restoreNote } from "#db/note/version.ts";
import { MOST } from "#domain/limits.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { notedCamp, notePhone } from "#tests/support/notes.ts";

const { db } = await freshDatabase();
const MINUTE = 60_000;
const BEGAN = Date.parse("2026-07-14T09:00:00Z");
const at = (minutes: number) => new Date(BEGAN + minutes * MINUTE);

describe("versions of a note", () => {
  it("are kept of what stood before, every five minutes and before much goes", async () => {
    const { ada, run } = await notedCamp(db);
    const phone = notePhone(db, { attendee: ada }, run);
    await phone.send(phone.type("One"), at(0));
    await phone.send(phone.type("One two"), at(1));
    await phone.send(phone.type("One two three"), at(2));
    const long = "a".repeat(200);
    await phone.send(phone.type(long), at(7));
    await phone.send(phone.type(""), at(8));
    const texts = (await listNoteVersions(db, run)).map(({ number, text }) => [number, text]);
    expect(texts).toEqual([
      [3, long],
      [2, "One two three"],
      [1, "One"],
    ]);
  });

  it("are so many at most, and the oldest go", async () => {
    const { ada, run } = await notedCamp(db);
    const phone = notePhone(db, { attendee: ada }, run);
    for (let n = 0; n <= MOST.noteVersions + 4; n++) await phone.send(phone.type(`v${n}`), at(n * 6));
    const versions = await listNoteVersions(db, run);
    expect(versions).toHaveLength(MOST.noteVersions);
    expect([versions[0]!.text, versions.at(-1)!.text]).toEqual([`v${MOST.noteVersions + 3}`, "v4"]);
  });

  it("are brought back for whoever is in the middle of writing, and what stood there is kept", async () => {
    const { ada, bo, dan, run } = await notedCamp(db);
    const [one, two] = [notePhone(db, { attendee: ada }, run), notePhone(db, { attendee: bo }, run)];
    await one.send(one.type("All of it"), at(0));
    await one.send(one.type("All of it, and more"), at(6));
    await two.look();
    await one.send(one.type("Gone"), at(7));
    const typed = two.type("All of it, and more!");
    const [last] = await listNoteVersions(db, run);
    expect((await restoreNote(db, { crew: dan }, run, last!.number, at(8))).ok).toBe(true);
    await two.send(typed, at(8));
    await one.look();
    expect(one.words()).toEqual(two.words());
    expect(one.words().text).toContain("All of it");
    expect((await listNoteVersions(db, run))[0]!.text).toBe("Gone");
    const again = await listNoteVersions(db, run);
    expect((await restoreNote(db, { host: ada }, run, again[0]!.number, at(9))).ok).toBe(true);
  });

  it("are brought back by hosts and the crew alone, and only where there is one", async () => {
    const { ada, bo, dan, run } = await notedCamp(db);
    const phone = notePhone(db, { attendee: ada }, run);
    await phone.send(phone.type("One"), at(0));
    await phone.send(phone.type("Two"), at(6));
    const notFound = { ok: false, refusal: "not_found" };
    expect(await restoreNote(db, { host: bo }, run, 1, at(7))).toEqual(notFound);
    expect(await restoreNote(db, { crew: dan }, run, 2, at(7))).toEqual(notFound);
    expect(await restoreNote(db, { crew: dan }, { ...run, copy: 1 }, 1, at(7))).toEqual(notFound);
    const other = await notedCamp(db);
    expect(await restoreNote(db, { crew: other.dan }, run, 1, at(7))).toEqual(notFound);
    expect((await restoreNote(db, { crew: dan }, run, 1, at(7))).ok).toBe(true);
    await phone.look();
    expect(phone.words().text).toBe("One");
  });
});
