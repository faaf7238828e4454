/** What people wrote up, looked for from outside with marked words on every page that shows any of it. */
import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import BestLines from "#app/e/[event]/20-things/page.tsx";
import Learned from "#app/e/[event]/learned/page.tsx";
import Writing from "#app/e/[event]/write-up/[of]/page.tsx";
import { remove, save } from "#app/e/[event]/write-up/actions.ts";
import { GET } from "#app/e/[event]/write-up/file/[as]/route.ts";
import { FRESH } from "#app/respond.ts";
import Mistakes from "#app/went-wrong/page.tsx";
import { closeDatabase, type Database } from "#db/connection.ts";
import { holdTicket, startDevice } from "#db/device.ts";
import { chooseLine } from "#db/write-up/best-lines.ts";
import { hideWriteUp } from "#db/write-up/hiding.ts";
import { findOwnWriteUp } from "#db/write-up.ts";
import type { Attendee } from "#domain/viewer.ts";
import type { WriteUpForm, WriteUpOf } from "#domain/write-up.ts";
import { refusal } from "#messages/en/refusal.ts";
import { writeUp as words } from "#messages/en/write-up.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { formOf, outcome } from "#tests/support/forms.ts";
import { camper } from "#tests/support/pitching.ts";
import { agreeOn, campToWriteAbout, said, type Written, write } from "#tests/support/write-ups.ts";

const asker = vi.hoisted(() => ({ token: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/server", () => ({ connection: async () => {} }));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (asker.token ? { value: asker.token } : undefined), set: () => {} }),
  headers: async () => new Headers(),
}));

const HOUR = 3_600_000;

let db: Database;
let there: Written;
let bo: Attendee;

/** Each write-up says by a word of its own what it is. */
beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  process.env.DATABASE_URL = fresh.url;
  // By the clock of the pages, whatever it says.
  there = await campToWriteAbout(db, "after", new Date(Date.now() - 8 * HOUR));
  const { camp, dan, ama, of } = there;
  bo = await camper(db, camp, "Bo");
  const line = (learned: string) => said({ learned, quotable: true, named: true });
  const writes = (who: Attendee, what: WriteUpOf, form: WriteUpForm) =>
    write(db, who, what, form, new Date());
  await writes(ama, of.open, line("SHOWN-OPEN as Rhys Pryce said."));
  await writes(ama, of.went_wrong, line("SHOWN-WRONG for everybody."));
  await writes(ama, of.unlisted, said({ learned: "KEPT-UNLISTED", level: "camp" }));
  await writes(ama, of.no_notes, said({ learned: "KEPT-NOTES", level: "me" }));
  await writes(bo, of.open, line("KEPT-HIDDEN by the crew."));
  const idOf = async (who: Attendee, what: WriteUpOf) => (await findOwnWriteUp(db, who, what))!.id;
  const choose = (writeUpId: string, line: string) => chooseLine(db, dan, { writeUpId, line }, new Date());
  await choose(await idOf(ama, of.open), "SHOWN-OPEN as Rhys Pryce said.");
  const hidden = await idOf(bo, of.open);
  await choose(hidden, "KEPT-HIDDEN by the crew.");
  await hideWriteUp(db, dan, { id: hidden, reason: "KEPT-REASON" }, new Date());
});
afterAll(closeDatabase);

async function comesIn(who: Attendee | null): Promise<void> {
  const { id, token } = await startDevice(db, {});
  if (who) await holdTicket(db, id, who.registrationId);
  asker.token = token;
}

const drawn = async (page: Promise<ReactNode>) =>
  renderToStaticMarkup(
    <AppRouterContext.Provider value={{} as AppRouterInstance}>{await page}</AppRouterContext.Provider>,
  );
const none = Promise.resolve({});
const params = () => Promise.resolve({ event: there.camp.slug });
const marks = (html: string) => [...new Set(html.match(/(KEPT|SHOWN)-[A-Z]+/g))].sort();

const pages = async () => ({
  learned: await drawn(Learned({ params: params(), searchParams: none })),
  best: await drawn(BestLines({ params: params() })),
  mistakes: await drawn(Mistakes({ searchParams: none })),
});

test("strangers read what is for everybody and nothing else, and on the shelf of mistakes nobody’s name", async () => {
  await comesIn(null);
  const { learned, best, mistakes } = await pages();
  expect([marks(learned), marks(best), marks(mistakes)]).toEqual([
    ["SHOWN-OPEN", "SHOWN-WRONG"],
    ["SHOWN-OPEN"],
    ["SHOWN-WRONG"],
  ]);
  expect(learned + best + mistakes).not.toContain("unlisted one");
  expect(learned).toContain(words.by("Ama Owusu"));
  expect(mistakes).not.toMatch(/Ama|Owusu|Rhys/);
  for (const of of [there.of.unlisted, there.of.open]) {
    const asked = Promise.resolve({ event: there.camp.slug, of: of.pitchId! });
    expect(await drawn(Writing({ params: asked }))).not.toMatch(/The (unlisted|open) one/);
    const session = Promise.resolve({ session: there.of.unlisted.pitchId! });
    expect(marks(await drawn(Learned({ params: params(), searchParams: session })))).toEqual([]);
  }
});

test("people of the camp read besides what is for them", async () => {
  await comesIn(bo);
  const { learned } = await pages();
  expect(marks(learned)).toEqual(["KEPT-UNLISTED", "SHOWN-OPEN", "SHOWN-WRONG"]);
  expect(learned).toContain(words.public.campOnly);
});

test("a session that closes afterwards takes with it what was read of it, and without names every name", async () => {
  await comesIn(null);
  await agreeOn(db, there.of.open, "no_names");
  const named = await pages();
  expect(named.learned + named.best + named.mistakes).not.toMatch(/Owusu|Pryce/);
  expect(marks(named.learned)).toContain("SHOWN-OPEN");
  await agreeOn(db, there.of.open, "no_notes");
  const closed = await pages();
  expect([marks(closed.learned), marks(closed.best)]).toEqual([["SHOWN-WRONG"], []]);
  await agreeOn(db, there.of.open, "open");
});

test("the files have all that its reader wrote, and no more", async () => {
  const file = (as: string) =>
    outcome(() =>
      GET(new Request("http://127.0.0.1"), { params: Promise.resolve({ event: there.camp.slug, as }) }),
    ) as Promise<Response>;
  await comesIn(there.ama);
  const text = await (await file("text")).text();
  expect(marks(text)).toEqual(["KEPT-NOTES", "KEPT-UNLISTED", "SHOWN-OPEN", "SHOWN-WRONG"]);
  expect(text).not.toContain("The unlisted one");
  expect(await (await file("html")).text()).toContain("<!doctype html>");
  expect(String(await file("pdf"))).toContain(";404");
  await comesIn(null);
  expect(String(await file("text"))).toContain(";404");
});

test("what is sent says where it is wrong, with all that was typed", async () => {
  await comesIn(bo);
  const { camp, of } = there;
  const send = (key: string, fields: Record<string, string>) =>
    outcome(() => save(camp.slug, key, FRESH, formOf({ level: "public", mark: "", ...fields }))) as Promise<
      typeof FRESH
    >;
  const empty = await send(of.no_names.pitchId!, { learned: " " });
  expect(empty.errors).toEqual({ learned: words.form.nothing });
  const name = await send(of.no_names.pitchId!, { learned: "Rhys Pryce said so" });
  expect([name.refusal?.what, name.values.learned]).toEqual([refusal.says_a_name.what, "Rhys Pryce said so"]);
  expect((await send("2026-02-30", { learned: "x" })).refusal?.what).toBe(refusal.not_found.what);
  const stale = await send(of.open.pitchId!, { learned: "Another" });
  expect(stale.refusal?.theirs).toBe(`/e/${camp.slug}/write-up/${of.open.pitchId}`);
  expect((await send(of.no_names.pitchId!, { learned: "x", level: "all" })).errors.level).toBe(
    words.form.choose,
  );
  expect(String(await send(of.no_names.pitchId!, { learned: "Fine" }))).toContain("said=saved");
  await outcome(() => remove(camp.slug, of.no_names.pitchId!, FRESH, new FormData()));
  expect(await findOwnWriteUp(db, bo, of.no_names)).toBeNull();
});
