/** Heads as they are typed and tapped: with a script the number itself, without one a button beside it. */
import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Counted } from "#components/heads/counter.tsx";
import { closeDatabase, type Database } from "#db/connection.ts";
import { holdTicket, startDevice } from "#db/device.ts";
import { place } from "#db/edit.ts";
import { listHeads } from "#db/heads.ts";
import { pitchHost } from "#db/schema/pitch.ts";
import { slot } from "#db/schema/slot.ts";
import { heads as words } from "#messages/en/heads.ts";
import { refusal } from "#messages/en/refusal.ts";
import { type Board, makeBoard } from "#tests/support/board.ts";
import { makePerson } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { formOf, outcome } from "#tests/support/forms.ts";
import { publishDraft } from "#tests/support/published.ts";
import { countThem } from "../../../../app/e/[event]/heads/actions.ts";
import Page from "../../../../app/e/[event]/heads/page.tsx";

const asker = vi.hoisted(() => ({ token: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (asker.token ? { value: asker.token } : undefined), set: () => {} }),
  headers: async () => new Headers(),
}));

let db: Database;
let board: Board;
let key: string;

/** One session that is on. */
beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  process.env.DATABASE_URL = fresh.url;
  board = await makeBoard(db);
  const now = Date.now();
  const soon = { startsAt: new Date(now - 60_000), endsAt: new Date(now + 3_600_000) };
  await db.update(slot).set(soon);
  key = board.pitches[0]!;
  const seen = { from: null, there: [] };
  await place(db, board.one, { pitchId: key, copy: 0, cell: board.cell(0, 0), seen }, new Date(now));
  await publishDraft(db, board.one, new Date(now));
  asker.token = (await startDevice(db, { personId: board.one.personId })).token;
});
afterAll(closeDatabase);

const NOTHING: Counted = { heads: null, refusal: null };
const count = (fields: Record<string, string>, before = NOTHING) =>
  countThem(board.camp.slug, before, formOf({ key, ...fields }));
const known = async () => (await listHeads(db, board.camp.id))[0]?.heads;

test("a number is counted as it is typed, and a button adds to what is in the field", async () => {
  expect(await count({ heads: "31" })).toMatchObject({ heads: 31, refusal: null });
  expect(await count({ heads: "31", step: "1" })).toMatchObject({ heads: 32 });
  expect(await count({ heads: "32", step: "-1" })).toMatchObject({ heads: 31, refusal: null });
  expect(await known()).toBe(31);
  expect(await count({ heads: "", step: "1" })).toMatchObject({ heads: 1 });
  expect(await count({ heads: "0", step: "-1" })).toMatchObject({ heads: 0 });
});

test.each([
  ["-3", words.wrong],
  ["many", words.wrong],
  ["1.5", words.wrong],
  ["99999", refusal.bad_input.what],
])("%s is no number of people, and what was known stays", async (heads, what) => {
  const before = { heads: 5, refusal: null };
  const answer = await count({ heads }, before);
  expect(answer.heads).toBe(5);
  expect(answer.refusal?.what).toBe(what);
});

test("of what is not on the grid nothing is counted, in words", async () => {
  const answer = await countThem(board.camp.slug, NOTHING, formOf({ key: board.pitches[1]!, heads: "3" }));
  expect(answer.refusal).toEqual(refusal.not_found);
});

/** What is listed to be counted, by whoever holds the browser; not found for whom it is not. */
async function listed(token: string) {
  asker.token = token;
  const drawn = await outcome(() => Page({ params: Promise.resolve({ event: board.camp.slug }) }));
  if (typeof drawn === "string") return drawn;
  const router = createElement(AppRouterContext, { value: {} as AppRouterInstance }, drawn as ReactElement);
  const page = renderToStaticMarkup(router);
  expect(page.includes(words.repair)).toBe(false);
  return [...page.matchAll(/aria-label="(One more[^"]*)"/g)].map(([, label]) => label);
}

async function camper(rank: number, hosted: string | null): Promise<string> {
  const registrationId = await makePerson(db, board.camp, "confirmed", { rank });
  if (hosted)
    await db
      .insert(pitchHost)
      .values({ pitchId: hosted, registrationId, name: "Ama", position: rank, hosting: true });
  const { id, token } = await startDevice(db, {});
  await holdTicket(db, id, registrationId);
  return token;
}

test("the crew sees every room that is on, a host their own, a camper none, and a stranger no page", async () => {
  const crew = asker.token;
  expect(await listed(crew)).toEqual([words.more("Hall")]);
  expect(await listed(await camper(1, key))).toEqual([words.more("Hall")]);
  expect(await listed(await camper(2, board.pitches[1]!))).toEqual([]);
  expect(await listed(await camper(3, null))).toEqual([]);
  expect(await listed("")).toMatch(/^NEXT_HTTP_ERROR_FALLBACK;404/);
  asker.token = crew;
});
