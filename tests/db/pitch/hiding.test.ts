import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readFacts } from "#db/card.ts";
import type { Database } from "#db/connection.ts";
import { readGrid } from "#db/draft.ts";
import { place } from "#db/edit.ts";
import { eraseMe } from "#db/erasure.ts";
import { newId } from "#db/id.ts";
import { readKnownCamp } from "#db/import/known.ts";
import { readMe } from "#db/me.ts";
import { readPersonalData } from "#db/personal-data.ts";
import { listAsked, readMergeNews } from "#db/pitch/asked.ts";
import { callPitch } from "#db/pitch/front.ts";
import { hidePitch, listHidden, showPitch } from "#db/pitch/hiding.ts";
import { previewMerge } from "#db/pitch/mergeable.ts";
import { mergePitches } from "#db/pitch/merging.ts";
import { reportPitch } from "#db/pitch/report.ts";
import { listReported } from "#db/pitch/reported.ts";
import { askTogether } from "#db/pitch/together.ts";
import { restorePitch, withdrawPitch } from "#db/pitch/withdrawal.ts";
import { bringPitch, changePitch, listMyPitches, listPitches, listWithdrawn, readPitch } from "#db/pitch.ts";
import { readProblem } from "#db/planner-problem.ts";
import { mintLink } from "#db/registration/link.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { placement } from "#db/schema/grid.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { room } from "#db/schema/room.ts";
import { readChange, readSnapshot } from "#db/snapshot.ts";
import { raiseHands, readBallot } from "#db/voting.ts";
import { allLike } from "#domain/likeness.ts";
import { AUDIENCES } from "#domain/live/audience.ts";
import type { Attendee } from "#domain/viewer.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { gated } from "#tests/support/gate.ts";
import { camper, MORNING, pitchForm } from "#tests/support/pitching.ts";
import { freeze, gridOf, publishDraft } from "#tests/support/published.ts";
import { putSlots } from "#tests/support/slots.ts";
import { later, type TwoPitches, twoPitches } from "#tests/support/two-pitches.ts";

let db: Database;
let two: TwoPitches;
let mei: Attendee;

beforeAll(async () => {
  ({ db } = await freshDatabase());
});
beforeEach(async () => {
  two = await twoPitches(db);
  mei = await camper(db, two.camp, "Mei");
});

const DONE = { ok: true, value: null };
const hide = (pitchId = two.hers.id, reason = "It is an advert") =>
  hidePitch(db, two.dan, { pitchId, reason }, later(30));
const show = (pitchId = two.hers.id) => showPitch(db, two.dan, pitchId, later(40));
const standing = async () => (await listPitches(db, two.camp.eventId)).map(({ title }) => title);

/** Publishes a grid with both pitches in it, the second as the desk would read it then. */
async function publishBoth(number = 1) {
  const grid = await gridOf(db, two.camp, MORNING.getTime());
  const changes = grid.sessions.map(({ id, title }) => ({
    pitchId: id,
    copy: 0,
    title,
    from: null,
    to: null,
  }));
  const heads = Object.fromEntries(grid.sessions.map(({ id }) => [id, 12]));
  await freeze(db, two.camp.eventId, { ...grid, number, changes, heads });
}

/** Everything that anybody reads but Ama, whose pitch it is, and the page of what is hidden. */
async function readByOthers(): Promise<string> {
  const { eventId } = two.camp;
  const [all, others] = [await listPitches(db, eventId), await listMyPitches(db, two.rhys)];
  const me = { registrationId: mei.registrationId, attendee: mei, crew: null };
  const token = await mintLink(db, mei.registrationId, { mailed: true, now: MORNING });
  return JSON.stringify([
    await Promise.all(AUDIENCES.map((audience) => readSnapshot(db, eventId, audience, "Hidden title"))),
    await readChange(db, eventId, 1),
    await readGrid(db, eventId),
    [all, others, await readPitch(db, eventId, two.hers.id)],
    [await listAsked(db, [two.his.id]), [...(await readMergeNews(db, [two.his.id]))]],
    [await readMe(db, me), await readPersonalData(db, token, later(50))],
    [await readFacts(db, eventId), await readProblem(db, eventId, later(50))],
    await readKnownCamp(db, eventId),
    await listReported(db, two.dan, all),
    (await listWithdrawn(db, two.dan, 1)).items,
    allLike(all, two.hers.title),
  ]);
}
const hersIn = (read: string) => /Short videos|With a phone|Ama/.test(read);

describe("a hidden pitch", () => {
  beforeEach(async () => {
    await db.update(registration).set({ verifiedAt: MORNING }).where(eq(registration.id, mei.registrationId));
    await two.tap(mei, two.hers, true, 3);
  });

  test("reaches nobody but whoever pitched it and the crew, by whatever is read", async () => {
    await publishBoth();
    await askTogether(db, two.rhys, { mine: two.his.id, other: two.hers.id }, later(4));
    await reportPitch(db, mei, { pitchId: two.hers.id, reason: "Rude" }, later(5));
    expect(hersIn(await readByOthers())).toBe(true);
    expect(await hide()).toEqual(DONE);
    expect(hersIn(await readByOthers())).toBe(false);
    expect(await standing()).toEqual(["Video on no budget"]);
    expect(await listMyPitches(db, two.ama)).toMatchObject([
      { id: two.hers.id, hidden: { at: later(30).toISOString(), reason: "It is an advert" } },
    ]);
    expect(await listHidden(db, two.dan)).toEqual([
      {
        ...{ id: two.hers.id, title: "Short videos", line: "With a phone", hosts: ["Ama"] },
        reason: "It is an advert",
      },
    ]);
  });

  test("reaches nobody either where it was one with another, on the grid that was published of both", async () => {
    for (const [stays, goes] of [
      [two.hers.id, two.his.id],
      [two.his.id, two.hers.id],
    ] as const) {
      await two.merge(stays, goes);
      await publishBoth(stays === two.hers.id ? 1 : 2);
      expect(await hide()).toEqual(DONE);
      expect(hersIn(await readByOthers())).toBe(false);
      expect(await standing()).toEqual(["Video on no budget"]);
      const sessions = (await readGrid(db, two.camp.eventId))!.sessions;
      expect(sessions.map(({ title, hosts }) => [title, hosts])).toEqual(
        stays === two.hers.id ? [] : [["Video on no budget", ["Rhys"]]],
      );
      await show();
    }
  });

  test("is told to whoever pitched it, on their phone", async () => {
    await hide();
    const me = { registrationId: two.ama.registrationId, attendee: two.ama, crew: null };
    expect(await readMe(db, me)).toMatchObject({ own: [], hidden: later(30).toISOString() });
    await show();
    expect(await readMe(db, me)).not.toHaveProperty("hidden");
  });

  test("is not brought back by them, changed, called, tapped or merged; they may pitch another", async () => {
    await hide();
    expect(await restorePitch(db, two.ama, two.hers.id, later(31))).toMatchObject({
      refusal: "pitch_hidden",
    });
    expect(await restorePitch(db, two.dan, two.hers.id, later(31))).toMatchObject({
      refusal: "pitch_hidden",
    });
    expect(await changePitch(db, two.ama, two.hers, later(31))).toMatchObject({ refusal: "not_found" });
    expect(await callPitch(db, two.dan, two.hers.id, later(31))).toMatchObject({ refusal: "not_found" });
    expect(await withdrawPitch(db, two.ama, two.hers.id, later(31))).toEqual(DONE);
    const tap = { attendee: two.rhys, pitchId: two.hers.id, up: true, castAt: later(31) };
    expect(await raiseHands(db, [tap], later(32))).toMatchObject([{ refusal: "not_found" }]);
    expect(await bringPitch(db, two.ama, pitchForm("Job swaps"), later(32))).toMatchObject({ ok: true });
    expect((await listMyPitches(db, two.ama))[0]).toMatchObject({ hidden: { reason: "It is an advert" } });
  });

  test("comes back with its hands and on the published grid, also where they have another by then", async () => {
    await publishBoth();
    const before = await readGrid(db, two.camp.eventId);
    await hide();
    await bringPitch(db, two.ama, pitchForm("Job swaps"), later(32));
    expect(await show()).toEqual(DONE);
    expect(await show()).toEqual(DONE);
    expect(await standing()).toEqual(["Short videos", "Video on no budget", "Job swaps"]);
    expect(await readBallot(db, mei)).toEqual([two.hers.id]);
    expect(await two.count(two.hers)).toBe(1);
    expect(await readGrid(db, two.camp.eventId)).toEqual(before);
    expect(await listHidden(db, two.dan)).toEqual([]);
  });

  test("is logged once with its reason, however often it is hidden", async () => {
    await hide();
    expect(await hide()).toEqual(DONE);
    await show();
    const log = await db.select().from(audit).where(eq(audit.subjectId, two.hers.id));
    const acts = log.map(({ act, actor, actorId, reason }) => [act, actor, actorId, reason]);
    expect(acts.slice(-2)).toEqual([
      ["hide_pitch", "crew", two.dan.personId, "It is an advert"],
      ["show_pitch", "crew", two.dan.personId, ""],
    ]);
  });

  test("has nothing left to decide about", async () => {
    await reportPitch(db, mei, { pitchId: two.hers.id, reason: "Rude" }, later(5));
    await hide();
    await show();
    expect(await listReported(db, two.dan, await listPitches(db, two.camp.eventId))).toEqual([]);
  });
});

test("why it was hidden goes with whoever pitched it, and so does their name", async () => {
  await hide();
  await db
    .update(registration)
    .set({ verifiedAt: MORNING })
    .where(eq(registration.id, two.ama.registrationId));
  const token = await mintLink(db, two.ama.registrationId, { mailed: true, now: MORNING });
  expect(await readPersonalData(db, token, later(31))).toMatchObject({
    pitches: [{ title: "Short videos", hiddenAt: later(30).toISOString(), hiddenReason: "It is an advert" }],
  });
  expect(await eraseMe(db, token, later(32))).toEqual(DONE);
  expect(await listHidden(db, two.dan)).toMatchObject([{ hosts: [], reason: "" }]);
});

test("hiding is refused without a reason, of another camp's, of what its host withdrew, and before and after", async () => {
  expect(await hide(two.hers.id, " ")).toMatchObject({ refusal: "bad_input" });
  const elsewhere = await twoPitches(db);
  expect(await hide(elsewhere.hers.id)).toMatchObject({ refusal: "not_found" });
  expect(await show(elsewhere.hers.id)).toMatchObject({ refusal: "not_found" });
  await withdrawPitch(db, two.rhys, two.his.id, later(6));
  expect(await hide(two.his.id)).toMatchObject({ refusal: "changed_meanwhile" });
  await hide();
  for (const phase of ["closed", "archived"] as const) {
    await db.update(event).set({ phase }).where(eq(event.id, two.camp.eventId));
    await restorePitch(db, two.rhys, two.his.id, later(7));
    expect(await show(), phase).toMatchObject({ refusal: "not_open" });
  }
  expect(
    await db.$count(pitch, and(eq(pitch.id, two.hers.id), eq(pitch.hiddenReason, "It is an advert"))),
  ).toBe(1);
});

/** Hers and his in the two rooms of one slot of the draft. */
async function placeBoth() {
  const { eventId } = two.camp;
  const rooms = ["Hall", "Den"].map((name, position) => {
    return { id: newId(), eventId, name, capacity: 60, letter: "AB"[position]!, position };
  });
  const slotId = newId();
  await db.insert(room).values(rooms);
  await putSlots(db, [{ id: slotId, eventId, kind: "session", startsAt: later(3600), endsAt: later(6300) }]);
  const put = async ({ id }: { id: string }, nth: number) => {
    const cell = { slotId, roomId: rooms[nth]!.id };
    await place(db, two.dan, { pitchId: id, copy: 0, cell, seen: { from: null, there: [] } }, later(20));
  };
  await put(two.his, 1);
  return { putHers: () => put(two.hers, 0) };
}

const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("hidden while a grid with it is published, it is in no grid that anybody reads", async () => {
  const { putHers } = await placeBoth();
  let withIt = 0;
  for (let round = 0; round < 10; round += 1) {
    await putHers();
    const publishing = publishDraft(db, two.dan, later(50 + round));
    // At every moment of it on a quick machine, and at least after it on a slow one.
    await (round === 9 ? publishing : soon(round * 4));
    expect(await hide()).toEqual(DONE);
    const published = await publishing;
    if (published.ok) withIt += 1;
    else expect(published.refusal).toBe("changed_meanwhile");
    expect(hersIn(JSON.stringify(await readSnapshot(db, two.camp.eventId, "crew", "")))).toBe(false);
    await show();
  }
  expect(withIt).toBeGreaterThan(0);
});

test("hidden while it is merged, it stays merged until that is done, and nothing breaks", async () => {
  await placeBoth();
  const ids = { stays: two.his.id, goes: two.hers.id };
  const { mark } = (await previewMerge(db, two.dan, ids))!;
  const blocked = gated();
  const holding = db.transaction(async (tx) => {
    await tx.select().from(placement).where(eq(placement.pitchId, two.his.id)).for("update");
    await blocked.promise;
  });
  // It has read both, and waits for the draft. Without the camp's lock the two would wait for each other.
  const merging = mergePitches(db, two.dan, { ...ids, mark, reason: "The same" }, later(10));
  await soon(150);
  const hiding = hide();
  await soon(150);
  blocked.resolve();
  await holding;
  expect(await Promise.all([merging, hiding])).toEqual([DONE, DONE]);
  expect(hersIn(JSON.stringify(await listPitches(db, two.camp.eventId)))).toBe(false);
});
