import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { eraseMe } from "#db/erasure.ts";
import { listNoteVersions } from "#db/note/version.ts";
import { readNote } from "#db/note.ts";
import { mintLink } from "#db/registration/link.ts";
import { note, noteUpdate } from "#db/schema/note.ts";
import { registration } from "#db/schema/registration.ts";
import type { NoteLevel } from "#domain/pitch.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { notedCamp, notePhone } from "#tests/support/notes.ts";

const { db } = await freshDatabase();

/** Bo, of whom Ada’s session speaks, is deleted. */
async function erased(level: NoteLevel, said: string) {
  const { camp, ada, bo, run } = await notedCamp(db, level);
  const phone = notePhone(db, { attendee: ada }, run);
  const began = Date.now() - 3_600_000;
  await phone.send(phone.type(said), new Date(began));
  await phone.send(phone.type(`${said}\nmore`), new Date(began + 600_000));
  const now = new Date();
  await db.update(registration).set({ verifiedAt: now }).where(eq(registration.id, bo.registrationId));
  const page = await mintLink(db, bo.registrationId, { mailed: true, now });
  expect(await eraseMe(db, page, now)).toMatchObject({ ok: true });
  return { camp, phone, run };
}

/** All that is kept of a note, as text. */
async function everything(pitchId: string): Promise<string> {
  const rows = await db.select().from(note).where(eq(note.pitchId, pitchId));
  const updates = await db.select().from(noteUpdate).where(eq(noteUpdate.pitchId, pitchId));
  const bytes = [...rows.map((row) => row.document), ...updates.map((row) => row.bytes)];
  const versions = await listNoteVersions(db, { pitchId, copy: 0 });
  return JSON.stringify([
    rows.map(({ text }) => text),
    versions,
    bytes.map((it) => Buffer.from(it).toString()),
  ]);
}

describe("somebody who is deleted", () => {
  it("is named in no notes of no names, by no part of the name, nor in a version or a document of them", async () => {
    const { camp, phone, run } = await erased("no_names", "Bo Diddley and Diddley alone");
    expect(await everything(run.pitchId)).not.toMatch(/Bo|Diddley/);
    expect((await readNote(db, camp.eventId, run, "#"))!.words.text).toBe("[…] and […] alone\nmore");
    await phone.sync();
    expect(phone.words().text).not.toMatch(/Bo|Diddley/);
  });

  it("is named by the whole name in no others, which keep every other word", async () => {
    const { run } = await erased("open", "bo diddley, and a Bo tree");
    const all = await everything(run.pitchId);
    expect(all).not.toContain("diddley");
    expect(all).toContain("[…], and a Bo tree");
  });

  it("changes nothing of notes that say nothing of them", async () => {
    const { run } = await erased("no_names", "Nobody at all");
    const [row] = await db.select({ epoch: note.epoch }).from(note).where(eq(note.pitchId, run.pitchId));
    expect(row!.epoch).toBe(1);
  });
});
