/** How what was sent to programs ends, with several of one program's messages under way at once. */
import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { webhook, webhookDelivery } from "#db/schema/webhook.ts";
import { sendTest } from "#db/webhook/log.ts";
import { type DueDelivery, readDelivery, settleFailed, takeDelivery } from "#db/webhook/outbox.ts";
import { addWebhook, listWebhooks } from "#db/webhook.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { organiser, pitchingCamp } from "#tests/support/pitching.ts";

const { db } = await freshDatabase();
const now = new Date();
const later = new Date(now.getTime() + 60_000);
const MESSAGES = 6;

let id: string;
let underWay: DueDelivery[];
beforeEach(async () => {
  const camp = await pitchingCamp(db);
  const dan = await organiser(db, camp);
  await addWebhook(db, dan, "https://hooks.example.org/1", now);
  id = (await listWebhooks(db, dan))[0]!.id;
  for (let n = 0; n < MESSAGES; n++) await sendTest(db, dan, id, now);
  underWay = [];
  for (let taken = await takeDelivery(db, now); taken; taken = await takeDelivery(db, now))
    underWay.push((await readDelivery(db, taken.id, "https://camp.example"))!);
  expect(underWay).toHaveLength(MESSAGES);
});

const due = async () => {
  const rows = await db.select().from(webhookDelivery).where(eq(webhookDelivery.webhookId, id));
  return rows.filter(({ dueAt }) => dueAt !== null).length;
};
const tried = { now, why: "410" };

it("a program that wants no more gets none of what was under way again", async () => {
  const [first, ...others] = underWay;
  await settleFailed(db, first!, tried, { dueAt: null, gone: true });
  expect(await due()).toBe(0);
  for (const other of others) await settleFailed(db, other, tried, { dueAt: later, gone: false });
  expect(await due()).toBe(0);
});

it("says so to several at once, and neither of them waits for the other", async () => {
  await Promise.all(underWay.map((one) => settleFailed(db, one, tried, { dueAt: later, gone: true })));
  expect(await due()).toBe(0);
  const [row] = await db.select().from(webhook).where(eq(webhook.id, id));
  expect(row!.offAt).not.toBeNull();
});
