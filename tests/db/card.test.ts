/** What the desk counts: hands of people who have a place, hosts who are one human being, late pitches weighed fairly. */
import { beforeAll, expect, test } from "vitest";
import { expectPeople } from "#db/card.ts";
import type { Database } from "#db/connection.ts";
import { readDraft } from "#db/draft.ts";
import { newId } from "#db/id.ts";
import { readProblem } from "#db/planner-problem.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { room } from "#db/schema/room.ts";
import { hand } from "#db/schema/voting.ts";
import { makeCamp, makeOrganiser, makePerson } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { putSlots } from "#tests/support/slots.ts";

const at = (time: string) => new Date(`2026-07-14T${time}:00Z`);
let db: Database;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});

async function makeVotes() {
  const camp = await makeCamp(db, { phase: "grid" });
  const eventId = camp.id;
  const [early, late, gone] = [newId(), newId(), newId()];
  await db.insert(pitch).values([
    { id: early, eventId, title: "Early", createdAt: at("09:00"), needs: ["screen", "step_free"] },
    { id: late, eventId, title: "Late", createdAt: at("10:00"), expected: 70 },
    { id: gone, eventId, title: "Gone", createdAt: at("09:00"), withdrawnAt: at("09:30") },
  ]);
  const people = await Promise.all([1, 2, 3, 4].map((rank) => makePerson(db, camp, "confirmed", { rank })));
  const released = await makePerson(db, camp, "released", { rank: 5 });
  const raise = (pitchId: string, who: string[], time: string, up = true) =>
    db.insert(hand).values(who.map((registrationId) => ({ pitchId, registrationId, up, castAt: at(time) })));
  await raise(early, [...people.slice(0, 3), released], "09:10");
  await raise(early, [people[3]!], "09:20", false);
  await raise(late, people.slice(0, 2), "10:05");
  await raise(gone, people, "09:10");
  await db.insert(pitchHost).values([
    { pitchId: early, position: 0, registrationId: people[0]!, name: "Ama" },
    { pitchId: early, position: 1, name: "Rhys " },
    { pitchId: late, position: 0, name: "rhys" },
  ]);
  const rooms = [
    {
      id: newId(),
      eventId,
      letter: "A",
      name: "Hall",
      capacity: 60,
      position: 0,
      features: ["screen" as const],
    },
    {
      id: newId(),
      eventId,
      letter: "B",
      name: "Den",
      capacity: 10,
      position: 1,
      features: ["step_free" as const],
    },
  ];
  await db.insert(room).values(rooms);
  const session = (from: string, until: string) => ({
    id: newId(),
    eventId,
    kind: "session" as const,
    startsAt: at(from),
    endsAt: at(until),
  });
  await putSlots(db, [session("11:00", "11:45"), session("13:00", "13:45")]);
  return { camp, organiser: await makeOrganiser(db, camp), early, late };
}

test("a hand counts while it is up and its owner has a place; what was withdrawn is no card", async () => {
  const { camp, early, late } = await makeVotes();
  const { pitches } = await readDraft(db, camp.id);
  // Three early hands were up when the late one came; the fourth was down, the fifth had given their place back.
  expect(pitches).toEqual({
    [early]: {
      hosts: [
        { key: "0", name: "Ama" },
        { key: "1", name: "Rhys " },
      ],
      before: 0,
      expected: null,
    },
    [late]: { hosts: [{ key: "1", name: "rhys" }], before: 3, expected: 70 },
  });
});

test("the crew's own number is kept, taken back, and not for another camp's pitch", async () => {
  const { organiser, early } = await makeVotes();
  const other = await makeVotes();
  const expected = async () => (await readDraft(db, organiser.eventId)).pitches[early]!.expected;
  await expectPeople(db, organiser, { pitchId: early, expected: 0 }, at("10:30"));
  expect(await expected()).toBe(0);
  await expectPeople(db, organiser, { pitchId: early, expected: null }, at("10:31"));
  expect(await expected()).toBeNull();
  const theirs = { pitchId: other.early, expected: 9 };
  expect(await expectPeople(db, organiser, theirs, at("10:32"))).toEqual({ ok: false, refusal: "not_found" });
});

test("the planner is asked about people once, however their names are written, and about needs and pins", async () => {
  const { camp } = await makeVotes();
  const { problem } = await readProblem(db, camp.id, at("10:30"));
  const [early, late] = problem.sessions;
  expect(early!.hosts).toHaveLength(2);
  expect(late!.hosts).toEqual([early!.hosts[1]]);
  expect([early!.needs, early!.stepFree]).toEqual([["screen"], true]);
  expect(problem.rooms.map((it) => [it.features, it.stepFree])).toEqual([
    [["screen"], false],
    [[], true],
  ]);
  expect(problem.wants.map((wants) => wants.length).sort()).toEqual([0, 1, 2, 2]);
  expect(problem.slots.map((it) => [it.day, it.over])).toEqual([
    [0, false],
    [0, false],
  ]);
  // Of four people two thirds come to the one session of a slot, more of them to the one with more hands.
  expect([early!.audience, late!.audience]).toEqual([[3], [70]]);
  const later = await readProblem(db, camp.id, at("12:00"));
  expect(later.problem.slots.map((it) => it.over)).toEqual([true, false]);
});
