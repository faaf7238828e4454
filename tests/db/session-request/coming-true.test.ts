/** What campers asked is settled by the version that does it, or makes it impossible, and whoever asked is told. */
import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { readGrid } from "#db/draft.ts";
import { newId } from "#db/id.ts";
import { publishArranged } from "#db/publication.ts";
import { audit } from "#db/schema/audit.ts";
import { pitch } from "#db/schema/pitch.ts";
import { pushOutbox } from "#db/schema/push.ts";
import { sessionRequest, sessionRequestAsker } from "#db/schema/session-request.ts";
import { ask, back } from "#db/session-request/asking.ts";
import { listAnswered, listRequests } from "#db/session-request/reading.ts";
import { settleRequest } from "#db/session-request/settling.ts";
import type { Placement } from "#domain/grid.ts";
import { MOST } from "#domain/limits.ts";
import type { RequestKind } from "#domain/session-request.ts";
import type { Attendee } from "#domain/viewer.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper } from "#tests/support/pitching.ts";
import { makeTold, type Told } from "#tests/support/tellings.ts";
import { tellOn } from "#tests/support/told.ts";

const { db } = await freshDatabase();
const now = new Date();
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

let told: Told;
let ama: Attendee;
let bo: Attendee;

/** a and b are on at once, in the first slot. */
beforeEach(async () => {
  told = await makeTold(db, now);
  [ama, bo] = [await camper(db, told.camp, "Ama"), await camper(db, told.camp, "Bo")];
  await told.publish(1, [0, 1]);
});

async function asks(kind: RequestKind, who = ama): Promise<void> {
  const otherId = kind === "apart" ? told.pitches[1]! : null;
  const wanted = { id: newId(), kind, pitchId: told.pitches[0]!, otherId, reason: "" };
  expect(await ask(db, who, wanted, now)).toEqual({ ok: true, value: null });
}
/** Publishes the grid as it is, with these placements instead of its own. */
async function publishes(
  change: (placements: readonly Placement[]) => Placement[],
  at = later(1),
): Promise<void> {
  const grid = (await readGrid(db, told.camp.eventId))!;
  const after = { rooms: grid.rooms, slots: grid.slots, placements: change(grid.placements) };
  await db.transaction((tx) => publishArranged(tx, told.dan, after, at, async () => {}));
}
const isA = ({ pitchId }: Placement) => pitchId === told.pitches[0];
const moved = (placements: readonly Placement[]) => placements.map((it) => (isA(it) ? inNextSlot(it) : it));
const inNextSlot = (it: Placement) => ({ ...it, slotId: slotIds[1]! });
let slotIds: string[];
beforeEach(async () => {
  slotIds = (await readGrid(db, told.camp.eventId))!.slots.map(({ id }) => id);
});
const hears = async ({ registrationId }: Attendee) =>
  (await listAnswered(db, registrationId)).map(({ kind, outcome }) => `${kind} ${outcome}`).sort();
const open = async (at = later(2)) =>
  (await listRequests(db, told.camp.eventId, at)).map(({ kind }) => kind).sort();

it("a session that is moved was moved for whoever asked it, also those who only stood behind it", async () => {
  for (const who of [ama, bo]) await tellOn(db, who);
  await asks("move");
  await asks("again");
  const [found] = await db.select().from(sessionRequest).where(eq(sessionRequest.kind, "move"));
  const { id } = found!;
  await back(db, bo, id, now);
  await publishes(moved);
  expect([await hears(ama), await hears(bo), await open()]).toEqual([
    ["move done"],
    ["move done"],
    ["again"],
  ]);
  expect(await db.select({ due: pushOutbox.dueAt }).from(pushOutbox)).toEqual([
    { due: later(1) },
    { due: later(1) },
  ]);
  const acts = await db.select().from(audit).where(eq(audit.subjectId, id));
  expect(acts.map(({ act, actor, to }) => ({ act, actor, to }))).toContainEqual({
    ...{ act: "settle_request", actor: "crew", to: "done" },
  });
  // The desk's answer comes too late.
  const no = { id, outcome: "no" as const, words: "No" };
  expect(await settleRequest(db, told.dan, no, later(2))).toEqual({
    ok: false,
    refusal: "changed_meanwhile",
  });
});

it("two that were at once are apart, and one that was to run again runs again", async () => {
  await asks("apart");
  await asks("again", bo);
  await publishes((all) => [
    ...moved(all),
    { ...all.find(isA)!, copy: 1, roomId: all.find((it) => !isA(it))!.roomId, slotId: slotIds[1]! },
  ]);
  expect([await hears(ama), await hears(bo), await open()]).toEqual([["apart done"], ["again done"], []]);
});

it("of a session that is taken off nothing is asked any more, and the version taken back does not ask it anew", async () => {
  for (const kind of ["move", "again", "apart"] as const) await asks(kind);
  await publishes((all) => all.filter((it) => !isA(it)));
  expect(await hears(ama)).toEqual(["again off", "apart off", "move off"]);
  await told.takeBack(2, later(3));
  expect(await open(later(4))).toEqual([]);
});

it("what was asked of a session that is one with another by now is asked of that, by whoever asked either", async () => {
  const [a, b] = told.pitches;
  await asks("move");
  await asks("again");
  await ask(db, bo, { id: newId(), kind: "move", pitchId: b!, otherId: null, reason: "" }, now);
  const apart = { id: newId(), kind: "apart" as const, pitchId: a!, otherId: b!, reason: "" };
  await ask(db, bo, apart, now);
  await db.update(pitch).set({ mergedInto: b!, mergedAt: now }).where(eq(pitch.id, a!));
  // As one they are where a was, and b has left its cell.
  await publishes((all) => all.filter(isA).map((it) => ({ ...it, pitchId: b! })));
  expect([await hears(ama), await hears(bo)]).toEqual([[], ["apart off", "move done"]]);
  const asked = async () =>
    (await listRequests(db, told.camp.eventId, later(2))).map(({ kind, pitchId, askers }) => ({
      ...{ kind, pitchId, askers: askers.map(({ name }) => name) },
    }));
  expect(await asked()).toEqual([
    { kind: "move", pitchId: b!, askers: ["Ama"] },
    { kind: "again", pitchId: b!, askers: ["Ama"] },
  ]);
});

it("two who asked the same of both halves ask it together once those are one", async () => {
  const [a, b] = told.pitches;
  await asks("again");
  await ask(db, bo, { id: newId(), kind: "again", pitchId: b!, otherId: null, reason: "" }, now);
  await db.update(pitch).set({ mergedInto: b!, mergedAt: now }).where(eq(pitch.id, a!));
  await publishes((all) => all.filter((it) => !isA(it)));
  const [one, ...others] = await listRequests(db, told.camp.eventId, later(2));
  expect(others).toEqual([]);
  expect([one!.pitchId, one!.askers.map(({ name }) => name).sort()]).toEqual([b!, ["Ama", "Bo"]]);
});

it("a version that is taken back settles as one that is published does; without any grid all waits", async () => {
  await publishes(moved);
  await asks("move");
  await told.takeBack(2, later(3));
  expect([await hears(ama), await open(later(4))]).toEqual([["move done"], []]);
  await asks("again");
  await told.takeBack(1, later(5));
  expect([await hears(ama), await open(later(6))]).toEqual([["move done"], []]);
  await told.publish(3, [0, 1]);
  expect(await open(later(7))).toEqual(["again"]);
});

it("what a session that has begun was asked for counts among nobody's ten, and nothing had to settle it", async () => {
  const many = Array.from({ length: MOST.requests }, () => ({ id: newId(), other: newId() }));
  // Of sessions that are not in the grid, as of those that have begun, nothing can be done.

  await db
    .insert(pitch)
    .values(many.map(({ other }) => ({ id: other, eventId: told.camp.eventId, title: "c", createdAt: now })));
  await db.insert(sessionRequest).values(
    many.map(({ id, other }) => ({
      ...{ id, eventId: told.camp.eventId, kind: "move" as const, pitchId: other, askedAt: now },
    })),
  );
  const asker = { registrationId: ama.registrationId, askedAt: now };
  await db.insert(sessionRequestAsker).values(many.map(({ id }) => ({ ...asker, requestId: id })));
  await asks("move");
});
