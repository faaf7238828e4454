/** A phone asks to be told, and to be told no more: whose it is the cookie says, and what it sends is looked at. */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { askToBeTold, endTelling } from "#app/e/[event]/me/told.ts";
import { closeDatabase, type Database } from "#db/connection.ts";
import { holdTicket, startDevice } from "#db/device.ts";
import { pushSubscription } from "#db/schema/push.ts";
import { LONGEST } from "#domain/limits.ts";
import type { Attendee } from "#domain/viewer.ts";
import { refusal } from "#messages/en/refusal.ts";
import { ahead } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper, type PitchingCamp, pitchingCamp } from "#tests/support/pitching.ts";
import { anAsk } from "#tests/support/told.ts";

const asker = vi.hoisted(() => ({ token: "", renewed: [] as string[] }));
vi.mock("server-only", () => ({}));
vi.mock("next/cache", () => ({ revalidatePath: (path: string) => asker.renewed.push(path) }));
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
  asker.renewed = [];
  camp = await pitchingCamp(db, "sessions", ahead());
  ama = await camper(db, camp, "Ama");
  const { id, token } = await startDevice(db, {});
  await holdTicket(db, id, ama.registrationId);
  [phone, asker.token] = [id, token];
});

const told = async () =>
  (await db.select().from(pushSubscription)).filter(({ eventId }) => eventId === camp.eventId);

test("it is told once it asks, and no more once it says so", async () => {
  const ask = anAsk();
  expect(await askToBeTold(camp.slug, ask)).toBe(null);
  expect(await told()).toMatchObject([{ ...ask, deviceId: phone, registrationId: ama.registrationId }]);
  expect(await endTelling(camp.slug)).toEqual({ last: true });
  expect(await endTelling(camp.slug)).toEqual({ last: false });
  expect(await told()).toEqual([]);
  expect(asker.renewed[0]).toBe(`/e/${camp.slug}/me`);
});

const ask = anAsk();
const wrong: [what: string, asked: unknown][] = [
  ["nothing", undefined],
  ["no object", "https://push.example.com/x"],
  ["no keys", { endpoint: ask.endpoint }],
  ["an address that is no text", { ...ask, endpoint: { href: ask.endpoint } }],
  ["an address of our own network", { ...ask, endpoint: "https://10.0.0.1/x" }],
  ["an address without https", { ...ask, endpoint: "http://push.example.com/x" }],
  [
    "an address of endless length",
    { ...ask, endpoint: `https://push.example.com/${"x".repeat(LONGEST.pushEndpoint)}` },
  ],
  ["a key of endless length", { ...ask, p256dh: "B".repeat(100_000) }],
  ["a key that is none", { ...ask, auth: "" }],
];

test.each(wrong)("%s is not taken", async (_, asked) => {
  expect(await askToBeTold(camp.slug, asked)).toEqual(refusal.bad_input);
  expect(await told()).toEqual([]);
});

test("what the camp refuses is said in words", async () => {
  const archived = await pitchingCamp(db, "archived", ahead());
  const who = await camper(db, archived, "Ama");
  await holdTicket(db, phone, who.registrationId);
  expect(await askToBeTold(archived.slug, ask)).toEqual(refusal.not_open);
});
