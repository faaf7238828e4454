/** What campers ask of the grid that is out: once, by as many as stand behind it, until the crew answers. */
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { readFrame, readGrid } from "#db/draft.ts";
import { eraseMe } from "#db/erasure.ts";
import { newId } from "#db/id.ts";
import { readMe } from "#db/me.ts";
import { readPersonalData } from "#db/personal-data.ts";
import { putAway } from "#db/publication/putting-away.ts";
import { mintLink } from "#db/registration/link.ts";
import { mergePeople, previewMerge } from "#db/registration/merging.ts";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";
import { pushOutbox } from "#db/schema/push.ts";
import { registration } from "#db/schema/registration.ts";
import { sessionRequest, sessionRequestAsker } from "#db/schema/session-request.ts";
import { ask, back, stopAsking } from "#db/session-request/asking.ts";
import { listRequests, listRequestsOf } from "#db/session-request/reading.ts";
import { settleRequest } from "#db/session-request/settling.ts";
import { MOST } from "#domain/limits.ts";
import { LIMITS } from "#domain/rate-limit.ts";
import type { RequestKind } from "#domain/session-request.ts";
import type { Attendee } from "#domain/viewer.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper, pitchingCamp } from "#tests/support/pitching.ts";
import { freeze } from "#tests/support/published.ts";
import { makeTold, type Told } from "#tests/support/tellings.ts";
import { tellOn } from "#tests/support/told.ts";

const { db } = await freshDatabase();
const now = new Date();
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

let told: Told;
let ama: Attendee;
let bo: Attendee;

/** a and b are on at once. */
beforeEach(async () => {
  told = await makeTold(db, now);
  [ama, bo] = [await camper(db, told.camp, "Ama"), await camper(db, told.camp, "Bo")];
  await told.publish(1, [0, 1]);
});

type Asked = { kind?: RequestKind; n?: number; other?: number; reason?: string; id?: string };
const asks = (
  who: Attendee,
  { kind = "move", n = 0, other, reason = "", id = newId() }: Asked = {},
  at = now,
) => {
  const otherId = other === undefined ? null : told.pitches[other]!;
  return ask(db, who, { id, kind, pitchId: told.pitches[n]!, otherId, reason }, at);
};
/** "move 2", of each that is open at the desk. */
const open = async () =>
  (await listRequests(db, told.camp.eventId, now)).map(({ kind, askers }) => `${kind} ${askers.length}`);
const first = async () => (await listRequests(db, told.camp.eventId, now))[0]!.id;
const refusal = (code: string) => ({ ok: false, refusal: code });
const DONE = { ok: true, value: null };

describe("asking", () => {
  it("is one request, however many ask the same, and whoever asks twice is one of them", async () => {
    expect(await asks(ama, { reason: "  It is too early " })).toEqual(DONE);
    expect(await asks(bo, { reason: "My bus" })).toEqual(DONE);
    await asks(ama);
    expect(await open()).toEqual(["move 2"]);
    await asks(bo, { kind: "again" });
    await asks(bo, { kind: "apart", n: 1, other: 0 });
    await asks(ama, { kind: "apart", other: 1 });
    expect(await open()).toEqual(["move 2", "apart 2", "again 1"]);
    expect((await listRequests(db, told.camp.eventId, now))[0]!.askers).toEqual([
      { name: "Ama", reason: "It is too early" },
      { name: "Bo", reason: "My bus" },
    ]);
  });

  it("tells everybody else how many, and never who or why", async () => {
    await asks(ama, { reason: "It is too early" });
    const seen = await listRequestsOf(db, bo, told.pitches[0]!, now);
    expect(seen).toEqual([
      {
        id: expect.any(String),
        kind: "move",
        pitchId: told.pitches[0],
        otherId: null,
        people: 1,
        mine: false,
      },
    ]);
    await back(db, bo, seen[0]!.id, now);
    expect(await listRequestsOf(db, bo, told.pitches[0]!, now)).toMatchObject([{ people: 2, mine: true }]);
    expect(await listRequestsOf(db, bo, told.pitches[1]!, now)).toEqual([]);
    // Of two that are on at once both pages say it.
    await asks(bo, { kind: "apart", other: 1 });
    for (const n of [0, 1])
      expect(await listRequestsOf(db, ama, told.pitches[n]!, now)).toContainEqual(
        expect.objectContaining({ kind: "apart", mine: false }),
      );
  });

  it("is the same when its form is sent twice, and never another camp's", async () => {
    const id = newId();
    for (let twice = 0; twice < 2; twice += 1) expect(await asks(ama, { id })).toEqual(DONE);
    expect(await open()).toEqual(["move 1"]);
    const there = await pitchingCamp(db, "sessions", later(60));
    const stranger = await camper(db, there, "Eve");
    expect(await asks(stranger, { id })).toEqual(refusal("not_found"));
    expect(await back(db, stranger, id, now)).toEqual(refusal("question_gone"));
    await stopAsking(db, stranger, id);
    expect(await open()).toEqual(["move 1"]);
  });

  it("is refused where there is nothing to ask, too early, and of whoever asks too much", async () => {
    expect(await asks(ama, { kind: "apart" })).toEqual(refusal("session_on"));
    await told.publish(2, [0, null]);
    expect(await asks(ama, { n: 1 })).toEqual(refusal("session_on"));
    await db.update(event).set({ phase: "after" }).where(eq(event.id, told.camp.eventId));
    expect(await asks(ama)).toEqual(refusal("not_open"));
  });

  it("stops at as many as anybody may ask at once, and at whoever goes on and on", async () => {
    const others = Array.from({ length: MOST.requests }, () => newId());
    await db.insert(sessionRequest).values(
      // Settled ones do not count.
      [...others, newId()].map((id, n) => ({
        ...{ id, eventId: told.camp.eventId, kind: "move" as const, pitchId: told.pitches[1]!, askedAt: now },
        ...(n > 0 && { settledAt: now, outcome: "yes" as const }),
      })),
    );
    const asker = (requestId: string) => ({ requestId, registrationId: ama.registrationId, askedAt: now });
    await db.insert(sessionRequestAsker).values(others.map(asker));
    expect(await asks(ama)).toEqual(DONE);
    const mine = await first();
    for (let n = 1; n < LIMITS.request_by_registration.most; n += 1) await back(db, ama, mine, now);
    expect(await back(db, ama, mine, now)).toEqual(refusal("too_many"));
    const sessions = await manyMore(others.length - 1);
    for (const [n, id] of others.slice(1).entries())
      await db
        .update(sessionRequest)
        .set({ settledAt: null, outcome: null, kind: "again", pitchId: sessions[n]! })
        .where(eq(sessionRequest.id, id));
    expect(await asks(ama, { kind: "again" })).toEqual(refusal("asked_enough"));
  });
});

/** More sessions of the grid that is out: of each there is one open request of a kind. */
async function manyMore(n: number): Promise<string[]> {
  const { eventId } = told.camp;
  const { rooms, slots, sessions, placements } = (await readGrid(db, eventId))!;
  const ids = Array.from({ length: n }, () => newId());
  await db.insert(pitch).values(ids.map((id) => ({ id, eventId, title: "c", createdAt: now })));
  const more = ids.map((id) => ({ ...rooms[0]!, id, letter: "C" }));
  await freeze(db, eventId, {
    ...{ number: 2, slots, rooms: [...rooms, ...more] },
    sessions: [...sessions, ...ids.map((id) => ({ ...sessions[0]!, id }))],
    placements: [...placements, ...ids.map((id) => ({ ...placements[0]!, pitchId: id, roomId: id }))],
  });
  return ids;
}

it("whoever asks it no more is none of them, and what nobody asks is gone", async () => {
  await asks(ama);
  const id = await first();
  await back(db, bo, id, now);
  await stopAsking(db, ama, id);
  await stopAsking(db, ama, id);
  expect(await open()).toEqual(["move 1"]);
  await stopAsking(db, bo, id);
  expect(await db.$count(sessionRequest, eq(sessionRequest.id, id))).toBe(0);
  expect(await back(db, bo, id, now)).toEqual(refusal("question_gone"));
});

it("desks hear that more or fewer ask", async () => {
  expect(await readFrame(db, told.camp.eventId)).not.toHaveProperty("asking");
  await asks(ama);
  await asks(bo);
  expect(await readFrame(db, told.camp.eventId)).toHaveProperty("asking", 2);
});

describe("an answer of the crew", () => {
  it("ends it, is told to whoever asked, and stays as it was given", async () => {
    await tellOn(db, ama);
    await asks(ama);
    await asks(bo, { kind: "again" });
    const id = await first();
    const settle = (outcome: "yes" | "no", words = "") =>
      settleRequest(db, told.dan, { id, outcome, words }, later(1));
    expect(await settle("no", " ")).toEqual(refusal("bad_input"));
    expect(await settle("no", " Every room is taken ")).toEqual(DONE);
    expect(await settle("no", "Another word")).toEqual(DONE);
    expect(await settle("yes")).toEqual(refusal("changed_meanwhile"));
    expect([await open(), await back(db, bo, id, now)]).toEqual([["again 1"], refusal("question_gone")]);
    await stopAsking(db, ama, id);
    const me = (who: Attendee) => ({ registrationId: who.registrationId, attendee: who, crew: null });
    expect(await readMe(db, me(ama))).toMatchObject({
      answered: [{ kind: "move", title: "a", other: null, outcome: "no", words: "Every room is taken" }],
    });
    expect(await readMe(db, me(bo))).not.toHaveProperty("answered");
    expect(await db.select({ due: pushOutbox.dueAt }).from(pushOutbox)).toContainEqual({ due: later(1) });
    await putAway(db, ama, now, later(2));
    expect(await readMe(db, me(ama))).toHaveProperty("answered");
    await putAway(db, ama, later(1), later(2));
    expect(await readMe(db, me(ama))).not.toHaveProperty("answered");
    // Then it may be asked anew.
    expect([await asks(ama), (await open()).sort()]).toEqual([DONE, ["again 1", "move 1"]]);
  });

  it("is another camp's, or of what nobody asks, not to give", async () => {
    await asks(ama);
    const id = await first();
    const other = await makeTold(db, now);
    const yes = { id, outcome: "yes" as const, words: "" };
    expect(await settleRequest(db, other.dan, yes, now)).toEqual(refusal("not_found"));
    expect(await settleRequest(db, told.dan, { ...yes, id: newId() }, now)).toEqual(refusal("not_found"));
    await db.update(event).set({ phase: "after" }).where(eq(event.id, told.camp.eventId));
    expect(await settleRequest(db, told.dan, yes, now)).toEqual(refusal("not_open"));
  });
});

it("what somebody asked is in their copy, and goes with them", async () => {
  await db.update(registration).set({ verifiedAt: now }).where(eq(registration.id, ama.registrationId));
  await asks(ama, { reason: "It is too early" });
  const token = await mintLink(db, ama.registrationId, { mailed: true, now });
  const kept = await readPersonalData(db, token, now);
  expect(kept?.requests).toMatchObject([
    { title: "a", asked: "move", reason: "It is too early", outcome: null },
  ]);
  await eraseMe(db, token, now);
  expect(await open()).toEqual([]);
  expect(await asks(bo)).toEqual(DONE);
  expect(await open()).toEqual(["move 1"]);
});

it("what two registrations of one person ask is asked once when they are made one", async () => {
  await asks(ama);
  await asks(bo);
  await asks(bo, { kind: "again" });
  const seen = await previewMerge(db, told.dan, ama.registrationId, bo.registrationId);
  const pair = { stays: ama.registrationId, goes: bo.registrationId, mark: seen!.mark, reason: "Twice" };
  expect((await mergePeople(db, told.dan, pair, now)).ok).toBe(true);
  expect(await open()).toEqual(["move 1", "again 1"]);
});

it("however many ask and stop at once, it is there as long as somebody asks it", {
  timeout: 60_000,
}, async () => {
  const people = [ama, bo, await camper(db, told.camp, "Cy")];
  const acts = fc.array(fc.record({ who: fc.nat({ max: 2 }), does: fc.constantFrom("ask", "stop") }), {
    minLength: 2,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(acts, async (steps) => {
      await db.delete(sessionRequest).where(eq(sessionRequest.eventId, told.camp.eventId));
      await asks(ama);
      const id = await first();
      await Promise.all(
        steps.map(({ who, does }) =>
          does === "ask" ? asks(people[who]!) : stopAsking(db, people[who]!, id),
        ),
      );
      const requests = await db
        .select({ id: sessionRequest.id })
        .from(sessionRequest)
        .where(eq(sessionRequest.eventId, told.camp.eventId));
      for (const request of requests)
        expect(
          await db.$count(sessionRequestAsker, eq(sessionRequestAsker.requestId, request.id)),
        ).toBeGreaterThan(0);
      expect(requests.length).toBeLessThan(2);
      // Whoever only asked, and did not stop, is one of those who ask it.
      const stopped = new Set(steps.flatMap(({ who, does }) => (does === "stop" ? [who] : [])));
      const asked = new Set(steps.flatMap(({ who, does }) => (does === "ask" ? [who] : [])));
      for (const who of asked)
        if (!stopped.has(who)) {
          const theirs = eq(sessionRequestAsker.registrationId, people[who]!.registrationId);
          expect(await db.$count(sessionRequestAsker, theirs)).toBe(1);
        }
    }),
    { numRuns: 15 },
  );
});

// Seen to fail without the camp's lock: the last who stops takes the request away under whoever comes.
it("whoever stands behind it as the last one stops is not lost", { timeout: 60_000 }, async () => {
  for (let round = 0; round < 25; round += 1) {
    await db.delete(sessionRequest).where(eq(sessionRequest.eventId, told.camp.eventId));
    await asks(ama);
    const id = await first();
    await Promise.all([stopAsking(db, ama, id), asks(bo, {}, later(round * 10))]);
    expect(await open()).toEqual(["move 1"]);
  }
});
