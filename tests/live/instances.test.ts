import { setTimeout as sleep } from "node:timers/promises";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { hand } from "#db/schema/voting.ts";
import { type Balancer, roundRobin } from "#tests/support/balancer.ts";
import type { Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { type Instance, startInstance } from "#tests/support/instance.ts";
import { deviceOf } from "#tests/support/live.ts";
import { TestPhone } from "#tests/support/phone.ts";
import {
  camper,
  MORNING,
  organiser,
  type PitchingCamp,
  pitchForm,
  pitchingCamp,
} from "#tests/support/pitching.ts";
import { publishDraft } from "#tests/support/published.ts";

const PHONES = 16;

let db: Database;
let camp: PitchingCamp;
let dan: Organiser;
let instances: Instance[];
let balancer: Balancer;
let phones: TestPhone[];
let pitches: string[];

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  camp = await pitchingCamp(db);
  dan = await organiser(db, camp);
  const forms = ["Job swaps", "Maps", "Gritting", "Forms nobody reads"].map((title) => pitchForm(title));
  for (const form of forms) await bringPitchFor(db, dan, form, [], MORNING);
  pitches = forms.map(({ id }) => id);
  instances = await Promise.all([startInstance(fresh.url), startInstance(fresh.url)]);
  balancer = await roundRobin(instances.map(({ port }) => port));
  const cookies = await Promise.all(
    Array.from({ length: PHONES }, async (_, n) => deviceOf(db, await camper(db, camp, `Camper ${n}`))),
  );
  phones = cookies.map((cookie) => new TestPhone(balancer.origin, camp.slug, cookie));
  await everyPhone(({ known }) => known !== null, "every phone has a snapshot");
});

afterAll(async () => {
  for (const phone of phones) phone.stop();
  await balancer.close();
  await Promise.all(instances.map((instance) => instance.kill()));
});

const everyPhone = (so: (phone: TestPhone) => boolean | undefined, why: string) =>
  Promise.all(phones.map((phone) => phone.until(so, why)));

test("a hand raised on one instance arrives on the phones of both", async () => {
  phones[0]!.tap(camp.slug, pitches[0]!, true);
  phones[1]!.tap(camp.slug, pitches[1]!, true);
  await everyPhone(
    ({ known }) => known?.hands?.[pitches[0]!] === 1 && known.hands[pitches[1]!] === 1,
    "two hands on every phone",
  );
});

test("a published grid arrives on the phones of both", async () => {
  expect(await publishDraft(db, dan, MORNING)).toEqual({ ok: true, value: { number: 1, told: 0 } });
  await everyPhone(({ known }) => known?.grid?.number === 1, "the grid on every phone");
});

test("one instance is killed: its phones move to the other, and no hand is missed or counted twice", async () => {
  const tapping = phones.map(async (phone, n) => {
    for (const pitch of pitches) {
      phone.tap(camp.slug, pitch, true);
      await sleep(30 + n);
    }
  });
  await sleep(60);
  await instances[0]!.kill();
  await Promise.all(tapping);
  await everyPhone(({ outbox }) => outbox.waiting.size === 0, "every tap is acknowledged");
  for (const pitch of pitches)
    expect(await db.$count(hand, and(eq(hand.pitchId, pitch), eq(hand.up, true)))).toBe(PHONES);
  await everyPhone(
    ({ known }) => pitches.every((pitch) => known?.hands?.[pitch] === PHONES),
    "every hand on every phone",
  );
});
