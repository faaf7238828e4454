import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { startDevice } from "#db/device.ts";
import { readFrame } from "#db/draft.ts";
import { listNotesAsked } from "#db/note/asked.ts";
import { keeperOf } from "#db/note/keeper.ts";
import { askForLine, decideLine, listLineRequests } from "#db/note/line.ts";
import { listNoteVersions } from "#db/note/version.ts";
import { readNote } from "#db/note.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { note, noteUpdate } from "#db/schema/note.ts";
import { pitch } from "#db/schema/pitch.ts";
import { MOST } from "#domain/limits.ts";
import type { NoteWords } from "#domain/note.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { notedCamp, notePhone } from "#tests/support/notes.ts";

const { db } = await freshDatabase();
const device = async () => (await startDevice(db, {})).id;
const asIs = (words: NoteWords) => words;
const MINUTE = 60_000;

async function asked(text: string) {
  const there = await notedCamp(db);
  const { camp, ada, bo, run } = there;
  const [one, two] = [notePhone(db, { attendee: ada }, run), notePhone(db, { attendee: bo }, run)];
  const began = Date.now() - 60 * MINUTE;
  await one.send(one.type(text), new Date(began));
  await one.send(one.type(`${text}\nmore`), new Date(began + 6 * MINUTE));
  await two.look();
  const line = text.split("\n")[0]!;
  const ask = (it = line, shown = asIs, by?: string) =>
    device().then((id) =>
      askForLine(db, camp.eventId, by ?? id, run, { line: it, shown, inside: false }, new Date()),
    );
  return { ...there, one, two, ask };
}

const everything = async (pitchId: string) => {
  const [row] = await db.select().from(note).where(eq(note.pitchId, pitchId));
  const updates = await db.select().from(noteUpdate).where(eq(noteUpdate.pitchId, pitchId));
  const bytes = [row!.document, ...updates.map((it) => it.bytes)].map((it) =>
    Buffer.from(it).toString("latin1"),
  );
  const versions = await listNoteVersions(db, { pitchId, copy: 0 });
  const log = await db.select().from(audit).where(eq(audit.subjectId, pitchId));
  return JSON.stringify([row!.text, row!.actions, row!.links, bytes, versions, log]);
};

describe("a line that is taken out", () => {
  it("goes from the text, every version and the document, and no phone brings it back", async () => {
    const { camp, dan, run, one, two, ask } = await asked("Secret\nKept");
    expect((await ask()).ok).toBe(true);
    const [request] = await listLineRequests(db, run);
    expect(request).toMatchObject({ line: "Secret" });
    expect((await readFrame(db, camp.eventId)).lines).toBe(1);
    expect(await listNotesAsked(db, dan)).toEqual([{ key: run.pitchId, title: "What we learned", lines: 1 }]);
    expect(await everything(run.pitchId)).toContain("Secret");
    const late = two.type("Secret\nKept\nmore, offline");

    const done = await decideLine(db, { crew: dan }, run, { id: request!.id, out: true }, new Date());
    expect(done.ok).toBe(true);
    expect(await everything(run.pitchId)).not.toContain("Secret");
    expect(await listLineRequests(db, run)).toEqual([]);
    expect((await readFrame(db, camp.eventId)).lines).toBe(undefined);
    const told = await two.send(late);
    expect(told.ok && told.value.epoch).toBe(2);
    expect(two.words().text).toBe("Kept\nmore");
    await one.sync();
    await two.send(two.type("Kept\nmore\nand on"));
    await one.look();
    expect(one.words()).toEqual(two.words());
    expect((await readNote(db, camp.eventId, run, ""))!.words.text).toBe("Kept\nmore\nand on");
    expect(await everything(run.pitchId)).not.toContain("Secret");
  });

  it("is taken out once, by a host too, and the log says so without it", async () => {
    const { ada, run, ask } = await asked("Secret\nKept");
    await ask();
    const [request] = await listLineRequests(db, run);
    const take = () => decideLine(db, { host: ada }, run, { id: request!.id, out: true }, new Date());
    const all = await Promise.all([take(), take(), take()]);
    expect(all.map(({ ok }) => ok)).toEqual([true, true, true]);
    const log = await db.select().from(audit).where(eq(audit.subjectId, run.pitchId));
    expect(log.filter(({ act }) => act === "take_line_out")).toHaveLength(1);
  });

  it("stays where it is left", async () => {
    const { dan, run, one, ask } = await asked("Fine\nKept");
    await ask();
    const [request] = await listLineRequests(db, run);
    await decideLine(db, { crew: dan }, run, { id: request!.id, out: false }, new Date());
    expect(await listLineRequests(db, run)).toEqual([]);
    await one.look();
    expect(one.words().text).toContain("Fine");
  });
});

describe("asking", () => {
  it("is for lines that stand there, once each, also as they are shown without names", async () => {
    const { run, ask } = await asked("Ada said\nKept");
    expect(await ask("Nowhere")).toEqual({ ok: false, refusal: "not_found" });
    await ask();
    await ask();
    const masked = (words: NoteWords) => ({ ...words, text: words.text.replace("Ada", "[name]") });
    expect((await ask("[name] said", masked)).ok).toBe(true);
    expect((await listLineRequests(db, run)).map(({ line }) => line)).toEqual(["Ada said"]);
  });

  it("ends where more is asked than anybody would read", async () => {
    const lines = Array.from({ length: MOST.noteRequests + 1 }, (_, n) => `Line ${n}`);
    const { run, ask } = await asked(lines.join("\n"));
    for (const line of lines.slice(0, -1)) expect((await ask(line)).ok).toBe(true);
    expect(await ask(lines.at(-1))).toEqual({ ok: false, refusal: "too_many" });
    expect(await listLineRequests(db, run)).toHaveLength(MOST.noteRequests);
  });

  it("of notes that are not listed is for people at the camp alone", async () => {
    const { camp, run, ask } = await asked("One\nTwo");
    await db.update(pitch).set({ noteLevel: "unlisted" }).where(eq(pitch.id, run.pitchId));
    expect(await ask()).toEqual({ ok: false, refusal: "not_found" });
    const inside = { line: "One", shown: asIs, inside: true };
    expect((await askForLine(db, camp.eventId, await device(), run, inside, new Date())).ok).toBe(true);
  });

  it("is limited by browser", async () => {
    const { ask } = await asked("One\nTwo");
    const id = await device();
    const answers = [];
    for (let n = 0; n < 21; n++) answers.push(await ask("One", asIs, id));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(20);
  });
});

describe("deciding", () => {
  it("is for hosts of that session and whoever runs the programme, at a camp that goes on", async () => {
    const { camp, ada, bo, dan, run, ask } = await asked("One\nTwo");
    await ask();
    const [request] = await listLineRequests(db, run);
    const of = (attendee: typeof ada | null, roles: readonly string[] | null) =>
      keeperOf(db, { attendee, crew: roles && ({ ...dan, roles } as never) }, run);
    expect(await of(ada, null)).toEqual({ host: ada });
    expect(await of(bo, null)).toBe(null);
    expect(await of(null, ["door"])).toBe(null);
    expect(await of(null, ["campmaker"])).toMatchObject({ crew: { personId: dan.personId } });
    const decide = (who: Parameters<typeof decideLine>[1]) =>
      decideLine(db, who, run, { id: request!.id, out: true }, new Date());
    const notFound = { ok: false, refusal: "not_found" };
    expect(await decide({ host: bo })).toEqual(notFound);
    const other = await notedCamp(db);
    expect(await decide({ crew: other.dan })).toEqual(notFound);
    await db.update(event).set({ phase: "archived" }).where(eq(event.id, camp.eventId));
    expect(await decide({ crew: dan })).toEqual({ ok: false, refusal: "not_open" });
  });
});
