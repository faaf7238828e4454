/** The worker tells programs, one of which is the test's own and checks what comes. */
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { movePhase } from "#db/phase.ts";
import { hidePitch } from "#db/pitch/hiding.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { takeVersionBack } from "#db/publication/taking-back.ts";
import { publication } from "#db/schema/publication.ts";
import { webhook, webhookDelivery } from "#db/schema/webhook.ts";
import { sendAgain, sendTest } from "#db/webhook/log.ts";
import { TAKEN_MS, takeDelivery } from "#db/webhook/outbox.ts";
import { tellPublished } from "#db/webhook/tell.ts";
import { VERSIONS_TOLD } from "#domain/changelog.ts";
import { FAILS_FOR } from "#domain/webhook.ts";
import { webhooksDue } from "#jobs/webhook/post.ts";
import { webhookSender } from "#jobs/webhook/sender.ts";
import { ahead, type Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { MORNING, organiser, type PitchingCamp, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { program } from "#tests/support/program.ts";
import { freeze, gridOf } from "#tests/support/published.ts";

const ORIGIN = "https://camps.example.org";
const { db } = await freshDatabase();
const theirs = await program();
const { origin, got, forged, answers, secrets } = theirs;
const sender = webhookSender({ origin, patience: 5_000 });
const now = new Date();
const later = (ms: number) => new Date(now.getTime() + ms);
const work = (at = now) => webhooksDue(db, sender, ORIGIN, () => at);
const HOUR = 3_600_000;

let camp: PitchingCamp;
let dan: Organiser;

beforeEach(async () => {
  await db.delete(webhook);
  got.splice(0);
  forged.splice(0);
  answers.clear();
  camp = await pitchingCamp(db, "pitching", ahead());
  dan = await organiser(db, camp);
});

/** An address that is told, as if it were one of the internet. */
async function told(path = `/${newId()}`): Promise<{ id: string; path: string }> {
  const [id, secret] = [newId(), `whsec_${Buffer.from(newId()).toString("base64")}`];
  await db
    .insert(webhook)
    .values({ id, eventId: camp.eventId, url: `${origin}${path}`, secret, createdAt: now });
  secrets.set(path, secret);
  return { id, path };
}

const step = (at = now) => movePhase(db, dan, { from: "pitching", to: "grid" }, at);
const log = () =>
  db
    .select({
      tries: webhookDelivery.tries,
      dueAt: webhookDelivery.dueAt,
      doneAt: webhookDelivery.doneAt,
      why: webhookDelivery.why,
    })
    .from(webhookDelivery);
const stateOf = async (id: string) => (await db.select().from(webhook).where(eq(webhook.id, id)))[0]!;

describe("what is told", () => {
  it("comes signed to every program of the camp, once, and is kept as arrived", async () => {
    const paths = [(await told()).path, (await told()).path];
    await step();
    await Promise.all([work(), work(), work()]);
    expect(got.map(({ path }) => path).sort()).toEqual(paths.sort());
    expect(got[0]).toMatchObject({
      id: expect.stringMatching(/^msg_/),
      timestamp: Math.floor(now.getTime() / 1000),
      body: { type: "phase.moved", data: { event: { slug: camp.slug }, from: "pitching", to: "grid" } },
    });
    expect(forged).toEqual([]);
    expect(await log()).toEqual(Array(2).fill({ tries: 1, dueAt: null, doneAt: now, why: "204" }));
  });

  it("is a message for each session that moved, without one that was hidden meanwhile or is not listed", async () => {
    await told();
    const bring = async (title: string, noteLevel: "open" | "unlisted" = "open") => {
      const form = pitchForm(title, { noteLevel });
      await bringPitchFor(db, dan, form, ["Ama Boateng"], MORNING);
      return form;
    };
    const [swaps, hidden] = [await bring("Job swaps"), await bring("SECRET advert")];
    await bring("SECRET rota", "unlisted");
    const grid = await gridOf(db, camp, MORNING.getTime());
    await freeze(db, camp.eventId, grid);
    const placements = grid.placements.map((it, n) => ({ ...it, roomId: grid.rooms[n + 1]!.id }));
    await freeze(db, camp.eventId, { ...grid, number: 2, placements });
    await db.transaction((tx) => tellPublished(tx, camp.eventId, 2, now));
    await hidePitch(db, dan, { pitchId: hidden.id, reason: "An advert" }, MORNING);
    await work();
    const bodies = got.map(({ body }) => body).sort((a, b) => (a.type < b.type ? -1 : 1));
    expect(bodies.map(({ type }) => type)).toEqual(["grid.published", "session.moved"]);
    expect(bodies[1]!.data.change).toMatchObject({
      ...{ kind: "room", id: swaps.id, title: "Job swaps" },
      ...{ from: { room: "Committee room 1" }, to: { room: "Committee room 2" } },
    });
    expect(JSON.stringify(bodies)).not.toMatch(/SECRET|Ama/);
  });

  it("says that a version was taken back", async () => {
    await told();
    await freeze(db, camp.eventId, await gridOf(db, camp, MORNING.getTime()));
    const asked = await takeVersionBack(db, dan, 1, now);
    const { agreement } = (asked as { value: { agreement: string } }).value;
    await takeVersionBack(db, dan, 1, now, agreement);
    await work();
    expect(got.map(({ body }) => [body.type, body.data.version])).toEqual([["grid.taken_back", 1]]);
  });

  it("is nothing at a camp that tells nobody, and nothing of another camp", async () => {
    await step();
    camp = await pitchingCamp(db, "pitching", ahead());
    await told();
    await work();
    expect([got, await log()]).toEqual([[], []]);
  });
});

describe("a program that does not take it", () => {
  it.each([[500], [404], [429], [302]])(
    "and answers %d is asked again later, under the same id",
    async (status) => {
      const { path, id } = await told();
      answers.set(path, { status, headers: { location: `${origin}/elsewhere` } });
      await step();
      await work();
      expect(theirs.got.map(({ path }) => path)).toEqual([path]);
      const [failed] = await log();
      expect(failed).toMatchObject({ tries: 1, doneAt: null, why: String(status) });
      expect((await stateOf(id)).failingSince).toEqual(now);
      await work();
      expect(got).toHaveLength(1);
      answers.clear();
      await work(later(10_000));
      expect(got.map(({ id }) => id)).toEqual([got[0]!.id, got[0]!.id]);
      expect(got[1]!.timestamp - got[0]!.timestamp).toBe(10);
      expect((await stateOf(id)).failingSince).toBeNull();
    },
  );

  it("waits as long as it asks for", async () => {
    const { path } = await told();
    answers.set(path, { status: 503, headers: { "retry-after": "600" } });
    await step();
    await work();
    expect((await log())[0]!.dueAt!.getTime()).toBe(now.getTime() + 600_000);
  });

  it("for two days is told no more, and what waits is given up", async () => {
    const { path, id } = await told();
    answers.set(path, { status: 500 });
    await step();
    const offAfter = async (hours: number) => {
      await work(later(hours * HOUR));
      return (await stateOf(id)).offAt !== null;
    };
    let hours = 0;
    while (!(await offAfter(hours)) && hours < 100) hours += 2;
    expect(hours * HOUR).toBeGreaterThanOrEqual(FAILS_FOR);
    expect(hours).toBeLessThanOrEqual(56);
    expect((await log()).map(({ dueAt, doneAt }) => [dueAt, doneAt])).toEqual([[null, null]]);
    const asked = theirs.asked();
    await movePhase(db, dan, { from: "grid", to: "sessions" }, later(60 * HOUR));
    await work(later(60 * HOUR));
    expect([await log(), theirs.asked()]).toMatchObject([[{}], asked]);
  });

  it("and is gone is told no more at once", async () => {
    const { path, id } = await told();
    answers.set(path, { status: 410 });
    await step();
    await work();
    expect((await stateOf(id)).offAt).toEqual(now);
    expect(await log()).toMatchObject([{ dueAt: null, doneAt: null, why: "410" }]);
    expect(await sendTest(db, dan, id, now)).toMatchObject({ ok: false, refusal: "webhook_off" });
    const [message] = await db.select({ id: webhookDelivery.id }).from(webhookDelivery);
    expect(await sendAgain(db, dan, message!.id, now)).toMatchObject({ ok: false, refusal: "webhook_off" });
  });

  it("and is slow holds nobody else up", async () => {
    const slow = await told();
    let go = () => {};
    answers.set(slow.path, {
      status: 204,
      after: new Promise<void>((resolve) => {
        go = resolve;
      }),
    });
    const quick = await told();
    await step();
    const working = work();
    // The slow one is held until both have come, however busy the machine is.
    const came = () => got.map(({ path }) => path).sort();
    await expect.poll(came, { timeout: 10_000 }).toEqual([slow.path, quick.path].sort());
    go();
    await working;
    expect((await log()).every(({ doneAt }) => doneAt !== null)).toBe(true);
  });
});

it("a version older than the changelog says what it changed, and one that was taken back since says so", async () => {
  const { id } = await told();
  const form = pitchForm("Job swaps");
  await bringPitchFor(db, dan, form, ["Ama Boateng"], MORNING);
  const grid = await gridOf(db, camp, MORNING.getTime());
  const last = VERSIONS_TOLD + 3;
  for (let number = 1; number <= last; number++) {
    const placements = grid.placements.map((it) => ({ ...it, roomId: grid.rooms[number % 2]!.id }));
    await freeze(db, camp.eventId, { ...grid, number, placements });
  }
  const back = and(eq(publication.eventId, camp.eventId), eq(publication.number, 3));
  await db.update(publication).set({ takenBackAt: now }).where(back);
  const about = { kind: "grid.published" as const, at: now, askedAt: now, dueAt: now, webhookId: id };
  await db.insert(webhookDelivery).values([2, 3, 4].map((version) => ({ ...about, id: newId(), version })));
  await work();
  const said = got.map(({ body: { data } }) => [data.version, data.since, data.takenBackAt, data.changes]);
  const moved = [{ kind: "room", id: form.id }];
  expect(said.sort()).toMatchObject([
    [2, 1, null, moved],
    [3, 2, now.toISOString(), []],
    // Beside what was seen before it by now: the rooms are the same.
    [4, 2, null, []],
  ]);
});

it("a worker that was killed meanwhile leaves it to the next, once its moment is over", async () => {
  await told();
  await step();
  expect(await takeDelivery(db, now)).not.toBeNull();
  await work();
  expect(got).toEqual([]);
  await work(later(TAKEN_MS));
  expect(got).toHaveLength(1);
});

it("an organiser sends it again under its id, and not while it is under way", async () => {
  await told();
  await step();
  const [{ id } = { id: "" }] = await db.select({ id: webhookDelivery.id }).from(webhookDelivery);
  expect(await sendAgain(db, dan, id, now)).toEqual({ ok: true, value: null });
  await work();
  expect(await sendAgain(db, dan, id, later(1_000))).toEqual({ ok: true, value: null });
  await work(later(1_000));
  expect(got.map((one) => one.id)).toEqual([`msg_${id}`, `msg_${id}`]);
  const other = await organiser(db, await pitchingCamp(db));
  expect(await sendAgain(db, other, id, now)).toMatchObject({ ok: false, refusal: "not_found" });
});

it("whose secret was made anew is signed with the new one", async () => {
  const { path, id } = await told();
  await step();
  await db.update(webhook).set({ secret: "whsec_b3RoZXI=" }).where(eq(webhook.id, id));
  await work();
  expect([got, forged]).toEqual([[], [path]]);
});
