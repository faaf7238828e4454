import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { syncNote } from "#db/note/writing.ts";
import { readNote, readNoteBegun } from "#db/note.ts";
import { event } from "#db/schema/event.ts";
import { note, noteUpdate } from "#db/schema/note.ts";
import { pitch } from "#db/schema/pitch.ts";
import { publication } from "#db/schema/publication.ts";
import { registration } from "#db/schema/registration.ts";
import { LONGEST } from "#domain/limits.ts";
import { documentOf, vectorOf, wordsIn } from "#domain/note/document.ts";
import { NO_WORDS } from "#domain/note.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { notedCamp, notePhone } from "#tests/support/notes.ts";

const { db } = await freshDatabase();

const kept = async (pitchId: string) => (await db.select().from(note).where(eq(note.pitchId, pitchId)))[0]!;

describe("people who write at once", () => {
  it("all read the same, with every word of everybody once, whatever came when and how often", async () => {
    const words = fc.array(
      fc.record({
        phone: fc.nat(2),
        /** Whether its answer is lost, it is sent twice, and kept back until later. */
        fate: fc.constantFrom("sent", "twice", "late", "lost" as const),
      }),
      { minLength: 5, maxLength: 14 },
    );
    await fc.assert(
      fc.asyncProperty(words, async (steps) => {
        const { camp, ada, bo, dan, run } = await notedCamp(db);
        const crew = { ...dan, roles: ["organiser"] } as never;
        const phones = [{ attendee: ada }, { attendee: bo }, { crew }].map((who) => notePhone(db, who, run));
        const late: { phone: (typeof phones)[number]; update: Uint8Array }[] = [];
        const typed: string[] = [];
        for (const [n, { phone: which, fate }] of steps.entries()) {
          const phone = phones[which]!;
          const word = `w${n};`;
          typed.push(word);
          const update = phone.type(`${phone.words().text}${word}`);
          if (fate === "late") late.unshift({ phone, update });
          else await phone.send(update);
          if (fate === "twice") await phone.send(update);
        }
        for (const { phone, update } of late) await phone.send(update);
        await Promise.all(phones.map((phone) => phone.sync()));
        for (const phone of phones) await phone.look();
        const [first, ...others] = phones.map((phone) => phone.words());
        for (const other of others) expect(other).toEqual(first);
        expect(first!.text.split(/(?<=;)/).sort()).toEqual([...typed].sort());
        const read = await readNote(db, camp.eventId, run, "[name]");
        expect(read!.words).toEqual(first);
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  it("lose nothing when a dozen send in the same moment", async () => {
    const { ada, run } = await notedCamp(db);
    const phones = Array.from({ length: 12 }, () => notePhone(db, { attendee: ada }, run));
    const sent = await Promise.all(phones.map((phone, n) => phone.send(phone.type(`<${n}>`))));
    expect(sent.map(({ ok }) => ok)).toEqual(Array(12).fill(true));
    const { text, seq } = await kept(run.pitchId);
    expect(seq).toBe(12);
    expect(text.match(/<\d+>/g)!.sort()).toEqual(phones.map((_, n) => `<${n}>`).sort());
  });

  it("add nothing by sending the same again", async () => {
    const { ada, run } = await notedCamp(db);
    const phone = notePhone(db, { attendee: ada }, run);
    const update = phone.type("Once");
    for (const _ of [1, 2, 3]) await phone.send(update);
    expect((await kept(run.pitchId)).seq).toBe(1);
  });

  it("are answered with what they lack alone", async () => {
    const { ada, bo, run } = await notedCamp(db);
    const [one, two] = [ada, bo].map((attendee) => notePhone(db, { attendee }, run)) as [
      ReturnType<typeof notePhone>,
      ReturnType<typeof notePhone>,
    ];
    await one.send(one.type("x".repeat(2_000)));
    const first = await two.look();
    expect(first.ok && first.value.update.length).toBeGreaterThan(2_000);
    await one.send(one.type(`${"x".repeat(2_000)}!`));
    const second = await two.look();
    expect(second.ok && second.value.update.length).toBeLessThan(100);
    expect(two.words()).toEqual(one.words());
  });
});

it("what was written is made one state now and then, and nothing of it is lost", async () => {
  const { camp, ada, run } = await notedCamp(db);
  const phone = notePhone(db, { attendee: ada }, run);
  for (let n = 1; n <= 120; n++) await phone.send(phone.type("a".repeat(n)));
  const row = await kept(run.pitchId);
  expect(row.compacted).toBe(100);
  const left = and(eq(noteUpdate.pitchId, run.pitchId), eq(noteUpdate.copy, 0));
  expect(await db.$count(noteUpdate, left)).toBe(20);
  const { begun, words } = await readNoteBegun(db, camp.eventId, run);
  expect([begun.seq, words.text.length]).toEqual([120, 120]);
  const doc = documentOf(begun.updates.map((update) => Buffer.from(update, "base64")));
  expect(wordsIn(doc).text).toBe("a".repeat(120));
});

describe("what cannot be kept", () => {
  it("is more than there is room for, and making it shorter always goes", async () => {
    const { ada, run } = await notedCamp(db);
    const phone = notePhone(db, { attendee: ada }, run);
    expect(await phone.send(phone.type("a".repeat(LONGEST.note)))).toMatchObject({ ok: true });
    const update = phone.type("a".repeat(LONGEST.note + 1));
    expect(await phone.send(update)).toEqual({ ok: false, refusal: "note_full" });
    expect((await kept(run.pitchId)).text.length).toBe(LONGEST.note);
    phone.type("short");
    expect(await phone.sync()).toMatchObject({ ok: true });
    expect((await kept(run.pitchId)).text).toBe("short");
  });

  it("is no document of a note, and signs that nothing carries are not in the words", async () => {
    const { ada, run } = await notedCamp(db);
    const send = (update: Uint8Array, vector = vectorOf(documentOf([]))) =>
      syncNote(db, { attendee: ada }, run, { epoch: 1, vector, update }, new Date());
    expect(await send(new Uint8Array([7, 7, 7]))).toEqual({ ok: false, refusal: "bad_input" });
    const other = new Y.Doc();
    other.getMap("people").set("ada", "was here");
    expect(await send(Y.encodeStateAsUpdate(other))).toEqual({ ok: false, refusal: "bad_input" });
    const phone = notePhone(db, { attendee: ada }, run);
    const update = phone.type("a\u0000b\u202ec");
    expect(await send(update, new Uint8Array([255, 255]))).toEqual({ ok: false, refusal: "bad_input" });
    expect(await db.$count(note, eq(note.pitchId, run.pitchId))).toBe(0);
    await phone.send(update);
    expect((await kept(run.pitchId)).text).toBe("abc");
  });
});

describe("who may write", () => {
  it("nobody, of a session that is not on the grid, or no more", async () => {
    const { camp, ada, run } = await notedCamp(db);
    const phone = (copy: number) => notePhone(db, { attendee: ada }, { ...run, copy });
    expect(await phone(1).look()).toEqual({ ok: false, refusal: "not_found" });
    const elsewhere = (await notedCamp(db)).run;
    expect(await notePhone(db, { attendee: ada }, elsewhere).look()).toEqual({
      ok: false,
      refusal: "not_found",
    });
    await db
      .update(publication)
      .set({ takenBackAt: new Date() })
      .where(eq(publication.eventId, camp.eventId));
    expect(await phone(0).look()).toEqual({ ok: false, refusal: "not_found" });
  });

  it("nobody, of a session that the crew hid or whose host wants no notes", async () => {
    const { camp, ada, run } = await notedCamp(db);
    const phone = notePhone(db, { attendee: ada }, run);
    await phone.send(phone.type("Said"));
    await db.update(pitch).set({ noteLevel: "no_notes" }).where(eq(pitch.id, run.pitchId));
    expect(await phone.sync()).toEqual({ ok: false, refusal: "no_notes" });
    expect(await phone.look()).toEqual({ ok: false, refusal: "no_notes" });
    const read = await readNote(db, camp.eventId, run, "[name]");
    expect(read).toMatchObject({ rule: { written: false }, words: NO_WORDS });
    const hidden = { hiddenAt: new Date(), withdrawnAt: new Date(), noteLevel: "open" } as const;
    await db.update(pitch).set(hidden).where(eq(pitch.id, run.pitchId));
    expect(await phone.look()).toEqual({ ok: false, refusal: "not_found" });
    expect(await readNote(db, camp.eventId, run, "[name]")).toBe(null);
  });

  it("everybody there until the camp is in the archive, and nobody then", async () => {
    const { camp, ada, run } = await notedCamp(db);
    const phone = notePhone(db, { attendee: ada }, run);
    await db.update(event).set({ phase: "after" }).where(eq(event.id, camp.eventId));
    expect(await phone.look()).toMatchObject({ ok: true });
    await db.update(event).set({ phase: "archived" }).where(eq(event.id, camp.eventId));
    expect(await phone.look()).toEqual({ ok: false, refusal: "not_open" });
  });

  it("what a part of a session wants is wanted of the whole", async () => {
    const { camp, ada, run } = await notedCamp(db);
    const part = { ...run, pitchId: (await notedCamp(db)).run.pitchId };
    await db
      .update(pitch)
      .set({ eventId: camp.eventId, noteLevel: "no_notes", mergedInto: run.pitchId, mergedAt: new Date() })
      .where(eq(pitch.id, part.pitchId));
    const phone = notePhone(db, { attendee: ada }, run);
    expect(await phone.look()).toEqual({ ok: false, refusal: "no_notes" });
  });
});

describe("a session of no names", () => {
  it("points out names while people write, and shows them to nobody", async () => {
    const { camp, ada, run } = await notedCamp(db, "no_names");
    await db
      .update(registration)
      .set({ name: "Chidi Anagonye" })
      .where(eq(registration.id, ada.registrationId));
    const phone = notePhone(db, { attendee: ada }, run);
    const said = await phone.send(phone.type("Chidi Anagonye and Bo disagreed with Dan"));
    expect(said.ok && said.value.names).toEqual(["Chidi Anagonye", "Bo", "Dan"]);
    const read = await readNote(db, camp.eventId, run, "[name]");
    expect(read!.words.text).toBe("[name] and [name] disagreed with [name]");
    await db.update(pitch).set({ noteLevel: "open" }).where(eq(pitch.id, run.pitchId));
    // The grid that is out still promises none.
    expect((await readNote(db, camp.eventId, run, "[name]"))!.words.text).not.toContain("Chidi");
  });

  it("of an open one nothing is pointed out", async () => {
    const { ada, run } = await notedCamp(db);
    const phone = notePhone(db, { attendee: ada }, run);
    const said = await phone.send(phone.type("Ada Lovelace said so"));
    expect(said.ok && said.value.names).toEqual([]);
  });
});

it("keeps nobody’s name or number beside what was written", async () => {
  const { ada, run } = await notedCamp(db);
  const phone = notePhone(db, { attendee: ada }, run);
  await phone.send(phone.type("Said"));
  const updates = await db.select().from(noteUpdate).where(eq(noteUpdate.pitchId, run.pitchId));
  const { document, ...row } = await kept(run.pitchId);
  const bytes = [document, ...updates.map((update) => update.bytes)].map((it) => Buffer.from(it));
  const all = JSON.stringify(row) + bytes.map((it) => it.toString("latin1")).join();
  expect(all).toContain("Said");
  for (const theirs of [ada.registrationId, ada.name]) expect(all).not.toContain(theirs);
});
