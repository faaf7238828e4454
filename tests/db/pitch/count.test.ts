/** What the crew counts by hand: whose word stands, what merging makes of it, and that it is nobody's wish. */
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { listRaised } from "#db/card.ts";
import type { Database } from "#db/connection.ts";
import { readDraft } from "#db/draft.ts";
import { type Typed, typeCount } from "#db/pitch/count.ts";
import { previewMerge } from "#db/pitch/mergeable.ts";
import { mergePitches, partPitches } from "#db/pitch/merging.ts";
import { withdrawPitch } from "#db/pitch/withdrawal.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { readQuestion } from "#db/planner-problem.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { readVersions } from "#db/snapshot.ts";
import type { Phase } from "#domain/event.ts";
import { expectedIn } from "#domain/planner-problem.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { pitchForm } from "#tests/support/pitching.ts";

let db: Database;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});

async function counting() {
  const camp = await makeCamp(db, { phase: "pitching" });
  const crew = await makeOrganiser(db, camp);
  const [one, other] = [pitchForm("Job swaps"), pitchForm("Swapping jobs")];
  for (const form of [one, other]) await bringPitchFor(db, crew, form, [], NOON);
  const type = (hands: number | null, pitchId = one.id, what: Typed["what"] = "room", who = crew) =>
    typeCount(db, who, { pitchId, what, hands }, NOON);
  const known = async (id = one.id) => {
    const { room = null, paper = null } = (await readDraft(db, camp.id)).pitches[id] ?? {};
    return { room, paper };
  };
  const version = async () => (await readVersions(db, [camp.id])).get(camp.id);
  const logged = () =>
    db
      .select({ act: audit.act, from: audit.from, to: audit.to, subjectId: audit.subjectId })
      .from(audit)
      .where(eq(audit.eventId, camp.id))
      .orderBy(audit.id);
  const both = { stays: one.id, goes: other.id };
  const merge = async () => {
    const { mark } = (await previewMerge(db, crew, both))!;
    await mergePitches(db, crew, { ...both, mark, reason: "The same" }, NOON);
  };
  const part = () => partPitches(db, crew, { ...both, reason: "Not the same" }, NOON);
  return { camp, crew, one: one.id, other: other.id, type, known, version, logged, merge, part };
}

test("a count is noted, replaced by whoever types last, and taken away; the log has all of it", async () => {
  const { camp, one, type, known, logged } = await counting();
  const other = await makeOrganiser(db, camp, "campmaker");
  await type(23);
  await type(21, one, "room", other as never);
  await type(6, one, "paper");
  expect(await known()).toEqual({ room: 21, paper: 6 });
  await type(null);
  expect(await known()).toEqual({ room: null, paper: 6 });
  const entries = (await logged()).filter(({ act }) => /^count/.test(act));
  expect(entries.map(({ act, from, to }) => [act, from, to])).toEqual([
    ["count_room", null, "23"],
    ["count_room", "23", "21"],
    ["count_paper", null, "6"],
    ["count_room", "21", null],
  ]);
});

test("nought is a count", async () => {
  const { type, known } = await counting();
  await type(0);
  expect((await known()).room).toBe(0);
});

test("typed again it changes nothing, and no screen is told", async () => {
  const { type, version, logged } = await counting();
  await type(23);
  const before = [await version(), (await logged()).length];
  expect(await type(23)).toEqual({ ok: true, value: null });
  expect([await version(), (await logged()).length]).toEqual(before);
});

test("many desks at once: one of them stands, and the log tells what each replaced", async () => {
  const { type, known, logged } = await counting();
  const hands = [21, 22, 23, 24, 25, 26];
  await Promise.all(hands.map((n) => type(n)));
  const typed = (await logged()).filter(({ act }) => /^count/.test(act));
  const { room } = await known();
  const replaced = hands.filter((n) => n !== room).map(String);
  expect(typed.map(({ from }) => from).sort()).toEqual([...replaced, null]);
});

test("not for a pitch of another camp, nor one that is withdrawn, nor before the day", async () => {
  const { camp, crew, one, type } = await counting();
  const theirs = await counting();
  expect(await type(9, theirs.one)).toEqual({ ok: false, refusal: "not_found" });
  const at = (phase: Phase) => db.update(event).set({ phase }).where(eq(event.id, camp.id));
  await at("closed");
  expect(await type(9)).toEqual({ ok: false, refusal: "not_open" });
  await at("sessions");
  expect((await type(9)).ok).toBe(true);
  await withdrawPitch(db, crew, one, NOON);
  expect(await type(10)).toEqual({ ok: false, refusal: "not_found" });
});

test("of merged pitches the larger count of the room and the sum of paper; apart they are as they were", async () => {
  const { one, other, type, known, merge, part } = await counting();
  for (const [id, room, paper] of [[one, 23, 5] as const, [other, 30, 7] as const]) {
    await type(room, id);
    await type(paper, id, "paper");
  }
  await merge();
  expect(await known()).toEqual({ room: 30, paper: 12 });
  expect(await known(other)).toEqual({ room: null, paper: null });
  await part();
  expect([await known(), await known(other)]).toEqual([
    { room: 23, paper: 5 },
    { room: 30, paper: 7 },
  ]);
});

test("typed for a merged pitch it is the count of all of it, and a part still typed by a late desk counts too", async () => {
  const { one, other, type, known, logged, merge } = await counting();
  await type(7, other, "paper");
  await merge();
  await type(9, one, "paper");
  expect((await known()).paper).toBe(9);
  expect(await logged()).toContainEqual({ act: "count_paper", from: "7", to: null, subjectId: other });
  await type(2, other, "paper");
  expect((await known()).paper).toBe(11);
  await type(null, one, "paper");
  expect((await known()).paper).toBeNull();
});

test("it sizes the audience and is nobody's wish: no ballot, no tally, nothing to the planner's clashes", async () => {
  const { camp, one, other, type } = await counting();
  for (const rank of [1, 2, 3, 4, 5, 6]) await makePerson(db, camp, "confirmed", { rank });
  await type(9);
  await type(1, other);
  const asked = await readQuestion(db, camp.id);
  const { sessions } = expectedIn({ ...asked, draft: [] }, () => [0]);
  expect([sessions.get(one)!.basis, sessions.get(other)!.basis]).toEqual(["room", "room"]);
  expect(sessions.get(one)!.middle).toBeGreaterThan(sessions.get(other)!.middle);
  expect([asked.raised, await listRaised(db, camp.id)]).toEqual([[], []]);
});
