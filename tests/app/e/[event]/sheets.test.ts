/** What whoever downloads a grid is sent: the published one to everybody, the draft to the crew, of neither what is not listed. */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { GET as draftSheet } from "#app/e/[event]/desk/grid/sheet/route.ts";
import { GET as gridSheet } from "#app/e/[event]/grid/sheet/route.ts";
import { closeDatabase, type Database } from "#db/connection.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { cookieName } from "#domain/cookie.ts";
import { readWorkbook } from "#domain/import/workbook.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { deviceOf } from "#tests/support/live.ts";
import { MORNING, organiser, type PitchingCamp, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { freeze, gridOf } from "#tests/support/published.ts";

let token: string | undefined;
vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (token ? { value: token } : undefined) }),
  headers: async () => new Headers(),
}));

let db: Database;
let camp: PitchingCamp;
let crew: string;
beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  process.env.DATABASE_URL = fresh.url;
  camp = await pitchingCamp(db, "grid");
  const dan = await organiser(db, camp);
  const bring = (title: string, noteLevel: "open" | "unlisted" = "open") =>
    bringPitchFor(db, dan, pitchForm(title, { noteLevel }), ["Ama"], MORNING);
  await bring("=Job swaps");
  await bring("SECRET session", "unlisted");
  crew = (await deviceOf(db, dan)).slice(`${cookieName("http://localhost")}=`.length);
});
beforeEach(() => {
  token = undefined;
});
afterAll(closeDatabase);

const ask = (get: typeof gridSheet, query = "") =>
  get(new Request(`http://x/${query}`), { params: Promise.resolve({ event: camp.slug }) });

test("there is none before the grid is out, and afterwards everybody has it, without a formula or a secret", async () => {
  await expect(ask(gridSheet)).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
  await freeze(db, camp.eventId, await gridOf(db, camp, MORNING.getTime()));
  const answer = await ask(gridSheet, "?shape=list&as=csv");
  expect(answer.headers.get("content-disposition")).toContain(`${camp.slug}-grid-1.csv`);
  const text = await answer.text();
  expect(text).toContain("'=Job swaps");
  expect(text).toContain("A session for people at the camp");
  expect(text).not.toContain("SECRET");
});

test("a workbook has the slots down and the rooms across", async () => {
  const answer = await ask(gridSheet, "?as=xlsx");
  expect(answer.headers.get("content-type")).toContain("spreadsheetml");
  const read = await readWorkbook(new Uint8Array(await answer.arrayBuffer()), 100_000);
  expect(read).toMatchObject({
    pages: [{ name: "Grid", text: expect.stringMatching(/^Start,End,Committee room 1,.*\n.*'=Job swaps/) }],
  });
});

test("what no link asks for is the usual sheet", async () => {
  const odd = await ask(gridSheet, "?shape=round&as=pdf");
  expect(await odd.text()).toBe(await (await ask(gridSheet)).text());
});

test("the draft is the crew's alone, and has no secret either", async () => {
  await expect(ask(draftSheet)).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
  token = crew;
  const answer = await ask(draftSheet);
  expect(answer.headers.get("content-disposition")).toContain(`${camp.slug}-grid-draft.csv`);
  expect(await answer.text()).toMatch(/^\uFEFF?Start,End/);
});
