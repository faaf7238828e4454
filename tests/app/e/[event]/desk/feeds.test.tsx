/** What an organiser sets of other programs: the secret is in one answer alone, and the page says how each stands. */
import { eq } from "drizzle-orm";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import {
  addAddress,
  newSecret,
  removeAddress,
  sendOnceMore,
  testAddress,
} from "#app/e/[event]/desk/feeds/actions.ts";
import { ProgramsOff } from "#app/e/[event]/desk/feeds/off.tsx";
import { Told } from "#app/e/[event]/desk/feeds/told.tsx";
import { FRESH } from "#app/respond.ts";
import { closeDatabase, type Database } from "#db/connection.ts";
import { findEvent } from "#db/event.ts";
import { webhook, webhookDelivery } from "#db/schema/webhook.ts";
import type { May } from "#domain/viewer.ts";
import { webhooks as words } from "#messages/en/webhooks.ts";
import type { Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { formOf, outcome } from "#tests/support/forms.ts";
import { deviceOf } from "#tests/support/live.ts";
import { organiser, type PitchingCamp, pitchingCamp } from "#tests/support/pitching.ts";

const asker = vi.hoisted(() => ({ token: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/navigation", async (original) => ({ ...(await original<object>()), useRouter: () => null }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (asker.token ? { value: asker.token } : undefined), set: () => {} }),
  headers: async () => new Headers(),
}));

let db: Database;
let camp: PitchingCamp;
let dan: Organiser;
beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  process.env.DATABASE_URL = fresh.url;
});
afterAll(closeDatabase);
beforeEach(async () => {
  camp = await pitchingCamp(db);
  dan = await organiser(db, camp);
  asker.token = (await deviceOf(db, dan)).split("=")[1]!;
});

const URL_ = "https://hooks.example.org/brum";
const add = (url = URL_) => addAddress(camp.slug, FRESH, formOf({ url }));
const rowOf = async () => (await db.select().from(webhook).where(eq(webhook.eventId, camp.eventId)))[0]!;
async function drawn(): Promise<string> {
  const event = (await findEvent(db, camp.slug))!;
  const told = await Told({ event, may: dan as unknown as May<"changeSettings">, now: Date.now() });
  return renderToStaticMarkup(told).replaceAll("<wbr/>", "");
}

test("the secret is in the answer to the act that made it, and on no page", async () => {
  const { values } = await add();
  const { id, secret } = await rowOf();
  expect(values).toEqual({ secret });
  expect(await drawn()).not.toContain(secret);
  const again = await newSecret(camp.slug, FRESH, formOf({ id }));
  expect(again.values.secret).toBe((await rowOf()).secret);
  expect(again.values.secret).not.toBe(secret);
  expect(await drawn()).not.toContain("whsec_");
});

test("what is no address of the internet comes back as it was typed, with what to type", async () => {
  for (const url of ["http://hooks.example.org/", "https://localhost/x", "brum", "", "x".repeat(6_000)]) {
    const { values, errors } = await add(url);
    expect([values.url, errors]).toEqual([url, { url: words.add.wrong }]);
  }
  expect(await rowOf()).toBeUndefined();
});

test("the page says how each stands, what was sent, and what came of it", async () => {
  expect(await drawn()).toContain(words.none);
  await add();
  const { id } = await rowOf();
  await outcome(() => testAddress(camp.slug, FRESH, formOf({ id })));
  expect(await drawn()).toMatch(/Is told.*Test.*hooks\.example\.org.*Waiting to be sent/s);
  const now = new Date();
  await db.update(webhookDelivery).set({ dueAt: null, tries: 3, why: "500", triedAt: now });
  await db.update(webhook).set({ offAt: now, failingSince: now });
  const off = await drawn();
  expect(off).toMatch(/Switched off.*Switch it on.*Given up.*3 tries, answered 500/s);
  // What is told nothing is sent nothing again.
  expect(off).not.toContain(`>${words.log.again}<`);
  const banner = await ProgramsOff({ slug: camp.slug, may: dan as unknown as May<"changeSettings"> });
  expect(renderToStaticMarkup(banner!)).toContain(words.task.title);
  expect(await ProgramsOff({ slug: camp.slug, may: null })).toBeNull();
  await db.update(webhook).set({ offAt: null });
  expect(await ProgramsOff({ slug: camp.slug, may: dan as unknown as May<"changeSettings"> })).toBeNull();
});

test("taking one away asks first, and what another camp has is nobody's here", async () => {
  await add();
  const { id } = await rowOf();
  const asked = await removeAddress(camp.slug, FRESH, formOf({ id }));
  expect(asked.asks?.points[0]).toMatch(/^hooks\.example\.org is told nothing more/);
  const theirs = await organiser(db, await pitchingCamp(db));
  asker.token = (await deviceOf(db, theirs)).split("=")[1]!;
  expect((await removeAddress(camp.slug, FRESH, formOf({ id }))).refusal?.code).toBe("not_found");
  expect((await sendOnceMore(camp.slug, FRESH, formOf({ id }))).refusal?.code).toBe("not_found");
  expect((await rowOf()).id).toBe(id);
});
