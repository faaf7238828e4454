/** A session and a room by their address: who finds what, and one session in a calendar. */
import ICAL from "ical.js";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { GET as feed } from "#app/e/[event]/calendar.ics/route.ts";
import Room, { generateMetadata as titleOfRoom } from "#app/e/[event]/rooms/[room]/page.tsx";
import { GET } from "#app/e/[event]/sessions/[session]/calendar.ics/route.ts";
import Session, { generateMetadata } from "#app/e/[event]/sessions/[session]/page.tsx";
import { closeDatabase, type Database } from "#db/connection.ts";
import { hidePitch } from "#db/pitch/hiding.ts";
import { bringPitchFor } from "#db/pitch.ts";
import type { GridView } from "#domain/grid.ts";
import type { PitchForm } from "#domain/pitch.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { deviceOf } from "#tests/support/live.ts";
import {
  camper,
  MORNING,
  organiser,
  type PitchingCamp,
  pitchForm,
  pitchingCamp,
} from "#tests/support/pitching.ts";
import { freeze, gridOf } from "#tests/support/published.ts";

const asker = vi.hoisted(() => ({ token: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (asker.token ? { value: asker.token } : undefined) }),
  headers: async () => new Headers(),
}));

let db: Database;
let camp: PitchingCamp;
let grid: GridView;
let [swaps, secret, hidden]: [PitchForm, PitchForm, PitchForm] = [
  pitchForm(""),
  pitchForm(""),
  pitchForm(""),
];
let known: Record<"stranger" | "camper of another camp" | "camper" | "organiser", string>;

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  process.env.DATABASE_URL = fresh.url;
  camp = await pitchingCamp(db, "grid");
  const dan = await organiser(db, camp);
  [swaps, secret, hidden] = [
    pitchForm("Job swaps"),
    pitchForm("SECRET session", { noteLevel: "unlisted" }),
    pitchForm("An advert"),
  ];
  for (const form of [swaps, secret, hidden]) await bringPitchFor(db, dan, form, ["Ama"], MORNING);
  grid = await gridOf(db, camp, MORNING.getTime());
  await freeze(db, camp.eventId, grid);
  await hidePitch(db, dan, { pitchId: hidden.id, reason: "An advert" }, MORNING);
  const other = await pitchingCamp(db, "sessions");
  const [mei, ama] = [await camper(db, other, "Mei"), await camper(db, camp, "Ama")];
  const ticket = async (of: Parameters<typeof deviceOf>[1]) => (await deviceOf(db, of)).split("=")[1]!;
  known = {
    stranger: "",
    "camper of another camp": await ticket(mei),
    camper: await ticket(ama),
    organiser: await ticket(dan),
  };
});
afterAll(closeDatabase);
beforeEach(() => {
  asker.token = "";
});

const at = (session: string) => ({ params: Promise.resolve({ event: camp.slug, session }) });
const inRoom = (room: string) => ({ params: Promise.resolve({ event: camp.slug, room }) });
const NOT_FOUND = "NEXT_HTTP_ERROR_FALLBACK;404";
/** Its title, or how it is refused; the page, its title and its calendar say the same. */
async function found(session: string): Promise<unknown> {
  const asked = [
    generateMetadata(at(session)),
    Session(at(session)),
    GET(new Request("http://x"), at(session)),
  ];
  const [title, ...rest] = await Promise.allSettled(asked);
  expect(new Set([title!, ...rest].map(({ status }) => status)).size).toBe(1);
  if (title!.status === "fulfilled") return (title!.value as { title: { absolute: string } }).title.absolute;
  return (title!.reason as { digest?: string }).digest;
}

test("anybody finds a session that is on the grid by its key, and nothing by another", async () => {
  expect(await found(swaps.id)).toBe("Job swaps · Brum Camp");
  for (const key of ["", "nowhere", `${swaps.id}-9`, hidden.id]) expect(await found(key)).toBe(NOT_FOUND);
});

test("what is not listed is found only by people at the camp, and its title is not in the page that is made", async () => {
  for (const who of ["stranger", "camper of another camp"] as const) {
    asker.token = known[who];
    expect(await found(secret.id)).toBe(NOT_FOUND);
  }
  for (const who of ["camper", "organiser"] as const) {
    asker.token = known[who];
    // The stream says what it is: this page may be kept by a browser that is handed on.
    expect(await found(secret.id)).toBe("A session for people at the camp · Brum Camp");
  }
});

test("the calendar of one session has the entry that is in the calendar of all", async () => {
  const entryIn = (file: string, uid?: string) => {
    const all = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents("vevent");
    if (!uid) expect(all).toHaveLength(1);
    const entry = all.find((one) => !uid || one.getFirstPropertyValue("uid") === uid)!;
    return ["uid", "sequence", "dtstart", "dtend", "summary", "location"].map((name) =>
      String(entry.getFirstPropertyValue(name)),
    );
  };
  const answer = await GET(new Request("http://x"), at(swaps.id));
  expect(answer.headers.get("content-disposition")).toBe(
    `attachment; filename="${camp.slug}-${swaps.id}.ics"`,
  );
  const one = entryIn(await answer.text());
  expect(one[4]).toBe("Job swaps");
  const all = await (
    await feed(new Request("http://x"), { params: Promise.resolve({ event: camp.slug }) })
  ).text();
  expect(entryIn(all, one[0])).toEqual(one);
  asker.token = known.camper;
  expect(entryIn(await (await GET(new Request("http://x"), at(secret.id))).text())[4]).toBe("SECRET session");
});

test("a room is found by its letter, and before there is a grid every door sign leads somewhere", async () => {
  expect((await titleOfRoom(inRoom("B"))).title).toEqual({ absolute: "Committee room 2 · Brum Camp" });
  for (const letter of ["Z", "b", "AA", ""])
    await expect(Room(inRoom(letter))).rejects.toMatchObject({ digest: NOT_FOUND });
  const bare = await pitchingCamp(db, "pitching");
  const bareAt = (room: string) => ({ params: Promise.resolve({ event: bare.slug, room }) });
  await expect(Room(bareAt("Z"))).resolves.toBeTruthy();
  await expect(Room(bareAt("z"))).rejects.toMatchObject({ digest: NOT_FOUND });
});
