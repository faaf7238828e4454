/** Many programs are told at once, and none of them holds up the others. */
import { beforeEach, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { webhook, webhookDelivery } from "#db/schema/webhook.ts";
import { sendTest } from "#db/webhook/log.ts";
import { webhooksDue } from "#jobs/webhook/post.ts";
import { webhookSender } from "#jobs/webhook/sender.ts";
import { ahead, type Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { organiser, type PitchingCamp, pitchingCamp } from "#tests/support/pitching.ts";
import { program } from "#tests/support/program.ts";

const ORIGIN = "https://camps.example.org";
const { db } = await freshDatabase();
const { origin, got, answers, secrets } = await program();
const sender = webhookSender({ origin, patience: 5_000 });
const now = new Date();
const work = () => webhooksDue(db, sender, ORIGIN, () => now);

let camp: PitchingCamp;
let dan: Organiser;

beforeEach(async () => {
  await db.delete(webhook);
  got.splice(0);
  answers.clear();
  camp = await pitchingCamp(db, "pitching", ahead());
  dan = await organiser(db, camp);
});

/** An address that is told, as if it were one of the internet. */
async function told(): Promise<{ id: string; path: string }> {
  const [id, path] = [newId(), `/${newId()}`];
  const secret = `whsec_${Buffer.from(newId()).toString("base64")}`;
  await db
    .insert(webhook)
    .values({ id, eventId: camp.eventId, url: `${origin}${path}`, secret, createdAt: now });
  secrets.set(path, secret);
  return { id, path };
}
const log = () =>
  db.select({ doneAt: webhookDelivery.doneAt, why: webhookDelivery.why }).from(webhookDelivery);

// Seen to fail without passing over a program that has two to answer: seven of its messages came.
it("a program that hangs is asked two things at once, and all others pass it, also those that come later", async () => {
  const hangs = await told();
  let go = () => {};
  const until = new Promise<void>((resolve) => {
    go = resolve;
  });
  answers.set(hangs.path, { status: 204, after: until });
  for (let n = 0; n < 20; n++) await sendTest(db, dan, hangs.id, now);
  const quick = [await told(), await told()];
  await sendTest(db, dan, quick[0]!.id, now);
  const working = work();
  const came = (path: string) => got.filter((one) => one.path === path).length;
  await expect.poll(() => came(quick[0]!.path), { timeout: 10_000 }).toBe(1);
  await sendTest(db, dan, quick[1]!.id, now);
  await expect.poll(() => came(quick[1]!.path), { timeout: 10_000 }).toBe(1);
  expect(came(hangs.path)).toBe(2);
  go();
  await working;
  expect((await log()).every(({ doneAt }) => doneAt !== null)).toBe(true);
  expect(came(hangs.path)).toBe(20);
});

it("a program that fails is asked one thing at once, so that four that hang leave lanes to all others", async () => {
  const hanging = [await told(), await told(), await told(), await told()];
  await db.update(webhook).set({ failingSince: now });
  let go = () => {};
  const until = new Promise<void>((resolve) => {
    go = resolve;
  });
  for (const { id, path } of hanging) {
    answers.set(path, { status: 204, after: until });
    for (let n = 0; n < 2; n++) await sendTest(db, dan, id, now);
  }
  const quick = await told();
  await sendTest(db, dan, quick.id, now);
  const working = work();
  const came = (path: string) => got.filter((one) => one.path === path).length;
  // With two lanes each the four would hold all eight, and the quick one would not come before they go.
  const all = () => [...hanging, quick].map(({ path }) => came(path));
  await expect.poll(all, { timeout: 10_000 }).toEqual([1, 1, 1, 1, 1]);
  go();
  await working;
  expect(hanging.map(({ path }) => came(path))).toEqual([2, 2, 2, 2]);
});

it("a fault in asking what is due waits for what is under way, too", async () => {
  const { id } = await told();
  await sendTest(db, dan, id, now);
  let asked = 0;
  const broken = new Proxy(db, {
    get(of, name) {
      if (name === "update" && ++asked > 1) throw new Error("no connection");
      return Reflect.get(of, name);
    },
  });
  let ended = false;
  const slow: typeof sender = {
    async send(...message) {
      const sent = await sender.send(...message);
      await new Promise((resolve) => setTimeout(resolve, 50));
      ended = true;
      return sent;
    },
  };
  await expect(webhooksDue(broken, slow, ORIGIN, () => now)).rejects.toThrow("no connection");
  expect(ended).toBe(true);
  expect((await log()).map(({ why }) => why)).toEqual(["204"]);
});

it("a fault is told once what was under way has ended", async () => {
  const [one, other] = [await told(), await told()];
  for (const { id } of [one, other]) await sendTest(db, dan, id, now);
  const breaks: typeof sender = {
    async send(to, message, at) {
      if (to.url.endsWith(one.path)) throw new Error("broken");
      return sender.send(to, message, at);
    },
  };
  await expect(webhooksDue(db, breaks, ORIGIN, () => now)).rejects.toThrow("broken");
  await work();
  expect(got.map(({ path }) => path)).toEqual([other.path]);
});
