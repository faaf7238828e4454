/** Somebody presses for their own day: by mail, and at an address that a calendar reads without a cookie. */
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { endMyDay, followMyDay, sendMyDay } from "#app/e/[event]/me/day.ts";
import { GET } from "#app/e/[event]/my-day/[token]/route.ts";
import { FRESH } from "#app/respond.ts";
import { closeDatabase, type Database } from "#db/connection.ts";
import { holdTicket, startDevice } from "#db/device.ts";
import { newId } from "#db/id.ts";
import { bringPitch } from "#db/pitch.ts";
import { ticket } from "#db/schema/device.ts";
import { outbox } from "#db/schema/mail.ts";
import type { Attendee } from "#domain/viewer.ts";
import { refusal } from "#messages/en/refusal.ts";
import { ahead } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { formOf } from "#tests/support/forms.ts";
import { camper, type PitchingCamp, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { freeze, gridOf } from "#tests/support/published.ts";

const asker = vi.hoisted(() => ({ token: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (asker.token ? { value: asker.token } : undefined), set: () => {} }),
  headers: async () => new Headers(),
}));

let db: Database;
let camp: PitchingCamp;
let ama: Attendee;
let phone: string;

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  process.env.DATABASE_URL = fresh.url;
});
afterAll(closeDatabase);

beforeEach(async () => {
  camp = await pitchingCamp(db, "grid", ahead());
  const bo = await camper(db, camp, "Bo");
  ama = await camper(db, camp, "Ama");
  await bringPitch(db, ama, pitchForm("Job swaps", { noteLevel: "unlisted" }), new Date());
  await bringPitch(db, bo, pitchForm("Drones"), new Date());
  await freeze(db, camp.eventId, await gridOf(db, camp, ahead().getTime()));
  const { id, token } = await startDevice(db, {});
  await holdTicket(db, id, ama.registrationId);
  [phone, asker.token] = [id, token];
});

/** As a calendar asks: without a cookie. */
async function read(address: string, slug = camp.slug) {
  asker.token = "";
  const token = address.slice(address.lastIndexOf("/") + 1);
  return GET(new Request(address), { params: Promise.resolve({ event: slug, token }) });
}
const follow = () => followMyDay(camp.slug, FRESH, formOf({}));

test("the address is told once, and reads their day alone, with what is not listed", async () => {
  const { done = "", refusal: no } = await follow();
  expect(no).toBe(null);
  expect(done).toMatch(new RegExp(`/e/${camp.slug}/my-day/[\\w-]{43}$`));
  const answer = await read(done);
  expect(answer.headers.get("content-type")).toContain("text/calendar");
  expect([answer.headers.get("cache-control"), answer.headers.get("referrer-policy")]).toEqual([
    "private, no-store",
    "no-referrer",
  ]);
  const file = await answer.text();
  expect(file).toContain("SUMMARY:Job swaps");
  expect(file).not.toContain("Drones");
});

test("an address leads nowhere under another camp’s name, and once it was taken away", async () => {
  const { done = "" } = await follow();
  const token = asker.token;
  const other = await pitchingCamp(db, "grid", ahead());
  await expect(read(done, other.slug)).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
  asker.token = token;
  expect((await endMyDay(camp.slug, FRESH, formOf({}))).done).toContain("leads nowhere");
  await expect(read(done)).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
});

test("a phone that came in with a badge gets no address", async () => {
  const until = { passUntil: new Date(Date.now() + 3_600_000) };
  await db.update(ticket).set(until).where(eq(ticket.deviceId, phone));
  expect((await follow()).refusal).toMatchObject(refusal.no_ticket);
});

test("a mail goes to themselves, for a form with a press of its own", async () => {
  const form = formOf({ press: newId() });
  expect((await sendMyDay(camp.slug, FRESH, form)).done).toContain("on its way");
  await sendMyDay(camp.slug, FRESH, form);
  const mails = and(eq(outbox.eventId, camp.eventId), eq(outbox.kind, "my_day"));
  expect(await db.$count(outbox, mails)).toBe(1);
  for (const press of ["", "again"])
    expect((await sendMyDay(camp.slug, FRESH, formOf({ press }))).refusal).toMatchObject(refusal.bad_input);
});
