/** The pages of the notes of a session: who finds them, and what of their level nobody is told. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { decide, restore } from "#app/e/[event]/sessions/[session]/notes/keep/actions.ts";
import Keep from "#app/e/[event]/sessions/[session]/notes/keep/page.tsx";
import { askToTakeOut } from "#app/e/[event]/sessions/[session]/notes/line/actions.ts";
import Line from "#app/e/[event]/sessions/[session]/notes/line/page.tsx";
import Notes, { generateMetadata } from "#app/e/[event]/sessions/[session]/notes/page.tsx";
import Write from "#app/e/[event]/sessions/[session]/notes/write/page.tsx";
import { FRESH } from "#app/respond.ts";
import { closeDatabase, type Database } from "#db/connection.ts";
import { listLineRequests } from "#db/note/line.ts";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";
import type { NoteLevel } from "#domain/pitch.ts";
import { note as words } from "#messages/en/note.ts";
import { refusal } from "#messages/en/refusal.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { drawnBy } from "#tests/support/desk.ts";
import { formOf, outcome } from "#tests/support/forms.ts";
import { deviceOf } from "#tests/support/live.ts";
import { notedCamp, notePhone } from "#tests/support/notes.ts";

const asker = vi.hoisted(() => ({ token: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (asker.token ? { value: asker.token } : undefined), set: () => {} }),
  headers: async () => new Headers(),
}));

let db: Database;
beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  process.env.DATABASE_URL = fresh.url;
});
afterAll(closeDatabase);
beforeEach(() => {
  asker.token = "";
});

const NOT_FOUND = "NEXT_HTTP_ERROR_FALLBACK;404";
const tokenOf = async (who: Parameters<typeof deviceOf>[1]) => (await deviceOf(db, who)).split("=")[1]!;

/** A session of a level, with a line of notes written by its host and one that names Bo. */
async function noted(level: NoteLevel, after: NoteLevel = level) {
  const there = await notedCamp(db, level === "no_notes" ? "open" : level);
  const { camp, ada, bo, dan, run } = there;
  const phone = notePhone(db, { attendee: ada }, run);
  await phone.send(phone.type("SECRET line\nBo Diddley said so"));
  await db.update(pitch).set({ noteLevel: after }).where(eq(pitch.id, run.pitchId));
  const props = () => ({
    params: Promise.resolve({ event: camp.slug, session: run.pitchId }),
    searchParams: Promise.resolve({}),
  });
  const draw = async (page: (of: ReturnType<typeof props>) => Promise<unknown>) => {
    const drawn = await outcome(async () => drawnBy(await page(props())));
    return typeof drawn === "string" ? drawn : (drawn as { texts: string[] }).texts.join("\n");
  };
  const tokens = { ada: await tokenOf(ada), bo: await tokenOf(bo), dan: await tokenOf(dan) };
  const ask = (line: string) => outcome(() => askToTakeOut(camp.slug, run.pitchId, FRESH, formOf({ line })));
  return { ...there, props, draw, tokens, ask };
}

describe("open notes", () => {
  test("are read by anybody, written by people at the camp and its crew, and looked after by hosts and crew", async () => {
    const { draw, tokens } = await noted("open");
    expect(await draw(Notes)).toContain("SECRET line");
    expect(await draw(Notes)).toContain("Bo Diddley said so");
    const stranger = await draw(Write);
    expect(stranger).toContain(words.noPlace.title);
    expect(stranger).not.toContain("SECRET");
    expect(await draw(Keep)).toBe(NOT_FOUND);
    for (const token of [tokens.bo, tokens.dan]) {
      asker.token = token;
      expect(await draw(Write)).toContain("SECRET line");
    }
    asker.token = tokens.bo;
    expect(await draw(Keep)).toBe(NOT_FOUND);
    for (const token of [tokens.ada, tokens.dan]) {
      asker.token = token;
      expect(await draw(Keep)).toContain(words.keep.title);
    }
  });

  test("are read and no more once the camp is in the archive", async () => {
    const { camp, draw, tokens, ask } = await noted("open");
    await db.update(event).set({ phase: "archived" }).where(eq(event.id, camp.eventId));
    expect(await draw(Notes)).toContain("SECRET line");
    asker.token = tokens.ada;
    expect(await draw(Write)).toContain(words.closed.title);
    expect(await ask("SECRET line")).toMatchObject({ refusal: { what: refusal.not_open.what } });
  });
});

describe("notes of no names", () => {
  test("name nobody to whoever reads them or asks for a line, not even the host", async () => {
    const { draw, tokens, ask, run } = await noted("no_names");
    for (const token of ["", tokens.bo]) {
      asker.token = token;
      for (const page of [Notes, Line]) {
        const text = await draw(page);
        expect(text).toContain(`${words.instead} said so`);
        expect(text).not.toMatch(/Diddley|Lovelace/);
      }
    }
    asker.token = "";
    expect(await ask(`${words.instead} said so`)).toContain("NEXT_REDIRECT");
    expect((await listLineRequests(db, run)).map(({ line }) => line)).toEqual(["Bo Diddley said so"]);
  });
});

describe("where there are no notes", () => {
  test("nobody reads what was written before, nor writes", async () => {
    const { draw, tokens, ask, props } = await noted("open", "no_notes");
    for (const token of ["", tokens.bo, tokens.ada, tokens.dan]) {
      asker.token = token;
      for (const page of [Notes, Write, Line]) expect(await draw(page)).not.toContain("SECRET");
      expect(await draw(Notes)).toContain(words.noNotes.title);
      expect(await draw(Write)).toContain(words.noNotes.title);
    }
    expect((await generateMetadata(props())).robots).toEqual({ index: false });
    expect(await ask("SECRET line")).toMatchObject({ refusal: { what: refusal.not_found.what } });
  });
});

describe("notes that are not listed", () => {
  test.each(["unlisted", "open"] as const)(
    "are found by people at the camp alone, whether they were so from the beginning or since (%s)",
    async (before) => {
      const { draw, tokens, ask, props } = await noted(before, "unlisted");
      for (const page of [Notes, Write, Line, Keep]) expect(await draw(page)).toBe(NOT_FOUND);
      expect(await outcome(() => generateMetadata(props()))).toBe(NOT_FOUND);
      expect(await ask("SECRET line")).toMatchObject({ refusal: { what: refusal.not_found.what } });
      asker.token = await tokenOf((await notedCamp(db)).ada);
      expect(await draw(Notes)).toBe(NOT_FOUND);
      asker.token = tokens.bo;
      const text = await draw(Notes);
      expect(text).toContain("SECRET line");
      expect(text).toContain("What we learned");
      expect((await generateMetadata(props())).robots).toEqual({ index: false });
      expect(await ask("SECRET line")).toContain("NEXT_REDIRECT");
    },
  );
});

test("what is decided about notes is decided by who may, and said to everybody else", async () => {
  const { camp, tokens, ask, run } = await noted("open");
  await ask("SECRET line");
  const [request] = await listLineRequests(db, run);
  const act = () =>
    outcome(() => decide(camp.slug, run.pitchId, FRESH, formOf({ id: request!.id, out: "yes" })));
  const back = () => outcome(() => restore(camp.slug, run.pitchId, FRESH, formOf({ number: "1" })));
  expect(await act()).toMatchObject({ refusal: { what: refusal.no_ticket.what } });
  asker.token = tokens.bo;
  for (const answer of [await act(), await back()])
    expect(answer).toMatchObject({ refusal: { what: refusal.not_found.what } });
  expect(await listLineRequests(db, run)).toHaveLength(1);
  asker.token = tokens.ada;
  expect(await back()).toMatchObject({ refusal: { what: refusal.not_found.what } });
  expect(await act()).toContain("done=out");
  expect(await listLineRequests(db, run)).toEqual([]);
});
