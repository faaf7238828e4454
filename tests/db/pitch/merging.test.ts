import { asc, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readFacts } from "#db/card.ts";
import type { Database } from "#db/connection.ts";
import { callPitch, sendBack } from "#db/pitch/front.ts";
import { readLine } from "#db/pitch/line.ts";
import { previewMerge } from "#db/pitch/mergeable.ts";
import { mergePitches, partPitches } from "#db/pitch/merging.ts";
import { bringPitch, changePitch, listMyPitches, listPitches } from "#db/pitch.ts";
import { readProblem } from "#db/planner-problem.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";
import { hand } from "#db/schema/voting.ts";
import { countHands } from "#db/voting/tally.ts";
import { raiseHands, readBallot } from "#db/voting.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper, MORNING, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { later, type TwoPitches, twoPitches } from "#tests/support/two-pitches.ts";

let db: Database;
let camp: TwoPitches["camp"];
let dan: TwoPitches["dan"];
let ama: TwoPitches["ama"];
let rhys: TwoPitches["rhys"];
let hers: TwoPitches["hers"];
let his: TwoPitches["his"];
let merge: TwoPitches["merge"];
let part: TwoPitches["part"];
let tap: TwoPitches["tap"];
let count: TwoPitches["count"];

beforeAll(async () => {
  ({ db } = await freshDatabase());
});

beforeEach(async () => {
  ({ camp, dan, ama, rhys, hers, his, merge, part, tap, count } = await twoPitches(db));
});

const acts = async (id: string) =>
  (await db.select().from(audit).where(eq(audit.subjectId, id)).orderBy(asc(audit.at), asc(audit.id))).map(
    ({ act }) => act,
  );

describe("two pitches that are merged", () => {
  test("are one in the list, with both texts, both hosts and what both need", async () => {
    expect(await merge()).toEqual({ ok: true, value: null });
    const all = await listPitches(db, camp.eventId);
    expect(all).toMatchObject([
      {
        ...{ id: hers.id, title: "Short videos", hosts: ["Ama", "Rhys"], needs: ["screen"] },
        ...{ noteLevel: "no_names", at: MORNING.toISOString() },
        merged: [{ id: his.id, title: "Video on no budget", line: "I have tried", hosts: ["Rhys"] }],
      },
    ]);
    const { facts } = await readFacts(db, camp.eventId);
    expect(facts[hers.id]?.hosts.map(({ name }) => name)).toEqual(["Ama", "Rhys"]);
    expect(Object.keys(facts)).toEqual([hers.id]);
  });

  test("have the earlier turn of the two, also where the later one stays", async () => {
    await merge(his.id, hers.id);
    expect(await listPitches(db, camp.eventId)).toMatchObject([{ id: his.id, at: MORNING.toISOString() }]);
  });

  test("are on both hosts' own pages, each in its own words, and still each one's only pitch", async () => {
    await merge();
    expect(await listMyPitches(db, rhys)).toMatchObject([
      { id: his.id, noteLevel: "open", mergedInto: { id: hers.id, title: "Short videos", hosts: ["Ama"] } },
    ]);
    expect(await listMyPitches(db, ama)).toMatchObject([
      { id: hers.id, needs: [], mergedInto: null, merged: [{ id: his.id, title: "Video on no budget" }] },
    ]);
    const another = await bringPitch(db, rhys, pitchForm("Another"), later(11));
    expect(another).toMatchObject({ refusal: "already_pitched" });
  });

  test("can still each be changed by whoever brought it", async () => {
    await merge();
    await changePitch(db, rhys, { ...his, line: "Twice", noteLevel: "unlisted" }, later(11));
    expect(await listPitches(db, camp.eventId)).toMatchObject([
      { line: "With a phone", noteLevel: "unlisted", merged: [{ line: "Twice" }] },
    ]);
  });

  test("are said at the front together, and wait together", async () => {
    await callPitch(db, dan, his.id, later(5));
    await merge();
    const front = async () => (await readLine(db, camp.eventId)).front;
    expect(await front()).toEqual({ id: hers.id, since: later(5).toISOString() });
    // Nobody is left in the line: that is the second round.
    expect(await bringPitch(db, ama, pitchForm("Another"), later(11))).toMatchObject({ ok: true });
    await sendBack(db, dan, hers.id, later(12));
    expect(await front()).toBeNull();
    await callPitch(db, dan, hers.id, later(13));
    await part();
    // The one that was called stays at the front, and both were said.
    expect(await front()).toEqual({ id: hers.id, since: later(13).toISOString() });
    expect((await readLine(db, camp.eventId)).waiting).toHaveLength(1);
  });

  test("are in the log of both, with who did it and why, and who took them apart", async () => {
    await merge();
    await part();
    for (const id of [hers.id, his.id])
      expect(await acts(id)).toEqual(["bring_pitch", "merge_pitch", "part_pitch"]);
    const [row] = await db.select().from(audit).where(eq(audit.act, "merge_pitch"));
    expect(row).toMatchObject({ actor: "crew", reason: "The same thing" });
  });

  test("are the same two again once they are taken apart", async () => {
    const before = [await listPitches(db, camp.eventId), await db.select().from(hand)];
    await merge();
    await part();
    expect([await listPitches(db, camp.eventId), await db.select().from(hand)]).toEqual(before);
    expect(await part()).toEqual({ ok: true, value: null });
  });
});

describe("hands", () => {
  test("are counted once of whoever had both up, and go back to where they were raised", async () => {
    await tap(ama, hers, true, 1);
    await tap(ama, his, true, 2);
    await tap(rhys, his, true, 3);
    expect((await previewMerge(db, dan, { stays: hers.id, goes: his.id }))!.people).toEqual({
      all: 2,
      both: 1,
    });
    await merge();
    expect(await count(hers)).toBe(2);
    expect(await readBallot(db, rhys)).toEqual([hers.id]);
    await part();
    expect([await count(hers), await count(his)]).toEqual([1, 2]);
  });

  test("taken down are down on both, unless that was tapped before they were one", async () => {
    await tap(ama, hers, true, 1);
    await tap(ama, his, true, 2);
    await merge();
    await tap(ama, his, false, 5);
    expect([await count(hers), await readBallot(db, ama)]).toEqual([1, [hers.id]]);
    await tap(rhys, his, true, 4);
    await tap(rhys, hers, false, 6);
    expect([await count(hers), await readBallot(db, rhys)]).toEqual([2, [hers.id]]);
    await tap(rhys, hers, false, 11);
    await tap(ama, hers, false, 11);
    expect([await count(hers), await readBallot(db, ama)]).toEqual([0, []]);
    // An old tap on the other, from a phone that was offline, is older than the one that took both down.
    await tap(ama, his, true, 9);
    await tap(rhys, his, true, 12);
    await tap(rhys, his, false, 13);
    expect(await count(hers)).toBe(0);
    await part();
    expect([await count(hers), await count(his)]).toEqual([0, 0]);
  });

  test("raised on what is part of another count for both, and of two taps at once the later stands", async () => {
    await merge();
    const taps = [
      { attendee: ama, pitchId: his.id, up: true, castAt: later(11) },
      { attendee: ama, pitchId: hers.id, up: false, castAt: later(12) },
      { attendee: rhys, pitchId: hers.id, up: false, castAt: later(11) },
      { attendee: rhys, pitchId: his.id, up: true, castAt: later(12) },
    ];
    const answers = await raiseHands(db, taps, later(60));
    expect(answers.map((answer) => answer.ok && answer.value.up)).toEqual([false, false, false, true]);
    await countHands(db, camp.eventId, [his.id]);
    expect(await count(hers)).toBe(1);
    expect([await readBallot(db, ama), await readBallot(db, rhys)]).toEqual([[], [hers.id]]);
  });

  test("are one of the so many that each has, for both", async () => {
    const third = pitchForm("Lunch");
    const fourth = pitchForm("Tea");
    await db.update(event).set({ dots: 2 }).where(eq(event.id, camp.eventId));
    const ben = await camper(db, camp, "Ben");
    await bringPitch(db, ben, third, later(2));
    await bringPitch(db, await camper(db, camp, "Ceri"), fourth, later(2));
    await tap(ama, hers, true, 3);
    await tap(ama, his, true, 4);
    await tap(ama, third, true, 5);
    expect(await readBallot(db, ama)).toEqual([hers.id, his.id]);
    await merge();
    await tap(ama, third, true, 11);
    await tap(ama, fourth, true, 12);
    // The one hand they have for both can be put on either.
    await tap(ama, his, true, 13);
    expect(await readBallot(db, ama)).toEqual([hers.id, third.id]);
  });

  test("make the planner's question: each person wants it once, and nobody hosts twice at once", async () => {
    await tap(ama, hers, true, 1);
    await tap(ama, his, true, 2);
    await merge();
    const { problem } = await readProblem(db, camp.eventId, MORNING);
    expect(problem.sessions.map(({ hosts }) => hosts.length)).toEqual([2]);
    expect(problem.wants.flat()).toEqual([0]);
  });
});

describe("merging is refused", () => {
  test("without a reason, over what was not seen, and for another camp's", async () => {
    const ids = { stays: hers.id, goes: his.id };
    const { mark } = (await previewMerge(db, dan, ids))!;
    expect(await mergePitches(db, dan, { ...ids, mark, reason: "  " }, MORNING)).toMatchObject({
      refusal: "bad_input",
    });
    await changePitch(db, rhys, { ...his, title: "Something else" }, MORNING);
    expect(await mergePitches(db, dan, { ...ids, mark, reason: "Same" }, MORNING)).toMatchObject({
      refusal: "changed_meanwhile",
    });
    const stranger = await organiser(db, await pitchingCamp(db));
    expect(await mergePitches(db, stranger, { ...ids, mark, reason: "Same" }, MORNING)).toMatchObject({
      refusal: "not_found",
    });
    expect(await partPitches(db, stranger, { goes: his.id, reason: "" }, MORNING)).toMatchObject({
      refusal: "not_found",
    });
    expect(await previewMerge(db, stranger, ids)).toBeNull();
  });

  test("outside the phases for it, both ways", async () => {
    const phase = (to: "after" | "pitching") =>
      db.update(event).set({ phase: to }).where(eq(event.id, camp.eventId));
    await phase("after");
    expect(await merge()).toMatchObject({ refusal: "not_open" });
    await phase("pitching");
    await merge();
    await phase("after");
    expect(await part()).toMatchObject({ refusal: "not_open" });
  });

  test("of what others are part of, but not the other way round; twice it is done once", async () => {
    const third = pitchForm("Videos");
    await bringPitch(db, await camper(db, camp, "Ben"), third, later(2));
    await merge();
    expect(await merge(third.id, hers.id)).toMatchObject({ refusal: "holds_others" });
    expect(await merge(hers.id, third.id)).toMatchObject({ ok: true });
    expect(await merge(hers.id, third.id)).toEqual({ ok: true, value: null });
    expect(await acts(third.id)).toEqual(["bring_pitch", "merge_pitch"]);
    expect(await merge(third.id, his.id)).toMatchObject({ refusal: "changed_meanwhile" });
  });

  test("by the database where a pitch would be part of itself, of another camp's, or withdrawn as well", async () => {
    const set = (values: Partial<typeof pitch.$inferInsert>) =>
      db
        .update(pitch)
        .set({ mergedAt: MORNING, ...values })
        .where(eq(pitch.id, his.id));
    const elsewhere = pitchForm("Elsewhere");
    const there = await pitchingCamp(db);
    await bringPitch(db, await camper(db, there, "Bo"), elsewhere, MORNING);
    for (const values of [
      { mergedInto: his.id },
      { mergedInto: elsewhere.id },
      { mergedInto: hers.id, withdrawnAt: MORNING },
      { mergedInto: hers.id, mergedAt: null },
    ])
      await expect(set(values)).rejects.toThrow();
  });
});
