/** Which programs a camp tells, as its organisers set it. */
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { webhook, webhookDelivery } from "#db/schema/webhook.ts";
import { forgetDeliveries, listDeliveries, sendTest } from "#db/webhook/log.ts";
import { tellTakenBack } from "#db/webhook/tell.ts";
import {
  addWebhook,
  countWebhooksOff,
  listWebhooks,
  removeWebhook,
  renewSecret,
  switchOn,
} from "#db/webhook.ts";
import { MOST } from "#domain/limits.ts";
import { LIMITS } from "#domain/rate-limit.ts";
import type { Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { organiser, type PitchingCamp, pitchingCamp } from "#tests/support/pitching.ts";

const { db } = await freshDatabase();
const now = new Date();
const url = (n: number) => `https://hooks.example.org/${n}`;

let camp: PitchingCamp;
let dan: Organiser;
beforeEach(async () => {
  camp = await pitchingCamp(db);
  dan = await organiser(db, camp);
});

const add = (n = 1) => addWebhook(db, dan, url(n), now);
const listed = async () => (await listWebhooks(db, dan)).map((one) => one.url);
async function added(n = 1): Promise<string> {
  await add(n);
  return (await listWebhooks(db, dan)).find((one) => one.url === url(n))!.id;
}

it("answers a secret of its own once, logs the act, and shows the secret nowhere", async () => {
  const [one, two] = [await add(1), await add(2)];
  const secrets = [one, two].map((answer) => (answer.ok ? answer.value.secret : ""));
  for (const secret of secrets) expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(new Set(secrets).size).toBe(2);
  expect(await listed()).toEqual([url(1), url(2)]);
  const logged = await db.select().from(audit).where(eq(audit.eventId, camp.eventId));
  expect(logged.map(({ act }) => act)).toEqual(["settings", "settings"]);
  expect(JSON.stringify([await listWebhooks(db, dan), logged])).not.toContain("whsec_");
});

describe("an address is not added", () => {
  it("twice", async () => {
    await add();
    expect(await add()).toEqual({ ok: false, refusal: "webhook_there" });
    expect(await listed()).toEqual([url(1)]);
  });

  // Seen to be nine, with the camp's lock taken out.
  it("beyond the limit, also when all are added at once", async () => {
    const answers = await Promise.all(Array.from({ length: MOST.webhooks + 4 }, (_, n) => add(n)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(MOST.webhooks);
    expect(answers.filter((it) => !it.ok && it.refusal === "webhooks_full")).toHaveLength(4);
    expect(await listed()).toHaveLength(MOST.webhooks);
  });

  it("in a demo camp", async () => {
    await db.update(event).set({ demo: true }).where(eq(event.id, camp.eventId));
    expect(await add()).toEqual({ ok: false, refusal: "demo_tells_nobody" });
  });

  it("in the archive", async () => {
    await db.update(event).set({ phase: "archived" }).where(eq(event.id, camp.eventId));
    expect(await add()).toEqual({ ok: false, refusal: "archived" });
  });
});

it("another secret is another, and nobody makes one for another camp's", async () => {
  const id = await added();
  const before = (await db.select().from(webhook).where(eq(webhook.id, id)))[0]!.secret;
  const renewed = await renewSecret(db, dan, id, now);
  expect(renewed.ok && renewed.value.secret).not.toBe(before);
  const other = await organiser(db, await pitchingCamp(db));
  expect(await renewSecret(db, other, id, now)).toEqual({ ok: false, refusal: "not_found" });
  expect(await switchOn(db, other, id, now)).toEqual({ ok: false, refusal: "not_found" });
});

it("one that is off is counted for the desk, and is told again once it is switched on", async () => {
  const id = await added();
  await db.update(webhook).set({ offAt: now, failingSince: now }).where(eq(webhook.id, id));
  expect(await countWebhooksOff(db, camp.eventId)).toBe(1);
  expect(await switchOn(db, dan, id, now)).toEqual({ ok: true, value: null });
  expect(await countWebhooksOff(db, camp.eventId)).toBe(0);
  expect(await listWebhooks(db, dan)).toMatchObject([{ offAt: null, failingSince: null }]);
});

it("taking one away says first what is not sent any more, takes its log with it, and is safe to repeat", async () => {
  const id = await added();
  await sendTest(db, dan, id, now);
  const asked = await removeWebhook(db, dan, id, now);
  if (!asked.ok || !("asks" in asked.value)) throw new Error("nothing was asked");
  expect(asked.value.asks).toEqual([{ kind: "webhook_removed", host: "hooks.example.org", unsent: 1 }]);
  expect(await listed()).toEqual([url(1)]);
  const other = await organiser(db, await pitchingCamp(db));
  await removeWebhook(db, other, id, now, asked.value.agreement);
  expect(await listed()).toEqual([url(1)]);
  for (let twice = 0; twice < 2; twice += 1)
    expect(await removeWebhook(db, dan, id, now, asked.value.agreement)).toEqual({
      ok: true,
      value: { done: null },
    });
  expect([await listed(), await listDeliveries(db, dan)]).toEqual([[], []]);
});

it("by hand nobody has more sent in an hour than the limit", async () => {
  const id = await added();
  for (let n = 0; n < LIMITS.webhook_by_camp.most; n += 1)
    expect((await sendTest(db, dan, id, now)).ok).toBe(true);
  expect(await sendTest(db, dan, id, now)).toEqual({ ok: false, refusal: "too_many" });
});

// Seen to fail by the foreign key, with the lock on what is told taken out.
it("taking one away while something is published disturbs neither", async () => {
  for (let n = 0; n < 20; n += 1) {
    const id = await added(n);
    const asked = await removeWebhook(db, dan, id, now);
    const agreement = asked.ok && "asks" in asked.value ? asked.value.agreement : "";
    const tell = () => db.transaction((tx) => tellTakenBack(tx, camp.eventId, 1, now));
    await Promise.all([...Array.from({ length: 4 }, tell), removeWebhook(db, dan, id, now, agreement)]);
    await db.delete(webhook).where(eq(webhook.id, id));
  }
});

it("the log is of this camp alone, the newest first, and ends after thirty days", async () => {
  const id = await added();
  const days = (n: number) => new Date(now.getTime() - n * 86_400_000);
  for (const at of [days(31), days(29), now]) await sendTest(db, dan, id, at);
  const other = await organiser(db, await pitchingCamp(db));
  expect(await listDeliveries(db, other)).toEqual([]);
  expect((await listDeliveries(db, dan)).map(({ at }) => at)).toEqual([now, days(29), days(31)]);
  await forgetDeliveries(db, now);
  // What is still to be sent is kept, however old.
  expect(await listDeliveries(db, dan)).toHaveLength(3);
  await db.update(webhookDelivery).set({ dueAt: null, doneAt: now });
  await forgetDeliveries(db, now);
  expect((await listDeliveries(db, dan)).map(({ at }) => at)).toEqual([now, days(29)]);
});
