/** A call for help reaches the crew and nobody else, is answered by whoever comes, and ends. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { answerCall, callForHelp, endCall, lapseCalls, readCrewNews } from "#db/help-call.ts";
import { newId } from "#db/id.ts";
import { audit } from "#db/schema/audit.ts";
import { helpCall } from "#db/schema/help-call.ts";
import { person } from "#db/schema/person.ts";
import { pushOutbox, pushSubscription } from "#db/schema/push.ts";
import { registration } from "#db/schema/registration.ts";
import { CALL_MS } from "#domain/help-call.ts";
import { MOST } from "#domain/limits.ts";
import type { Role } from "#domain/permission.ts";
import { makeCamp, makeOrganiser, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper, pitchingCamp } from "#tests/support/pitching.ts";
import { tellOn } from "#tests/support/told.ts";

const { db } = await freshDatabase();
const after = (ms: number) => new Date(NOON.getTime() + ms);

async function calling() {
  const camp = await makeCamp(db, { phase: "sessions" });
  const [ama, joe] = [await makeOrganiser(db, camp, "door"), await makeOrganiser(db, camp, "campmaker")];
  const call = (id = newId(), now = NOON) =>
    callForHelp(db, ama, { id, what: "More hands at the door", place: "Main entrance" }, now);
  const calls = async () => (await readCrewNews(db, camp.id)).calls;
  return { camp, ama, joe, call, calls };
}

test("a call is made once however often it is sent, and says who comes", async () => {
  const { ama, joe, call, calls } = await calling();
  const id = newId();
  for (let twice = 0; twice < 2; twice += 1) await call(id);
  for (let twice = 0; twice < 2; twice += 1) await answerCall(db, joe, { id, comes: true }, NOON);
  expect(await calls()).toEqual([
    {
      ...{ id, what: "More hands at the door", place: "Main entrance" },
      ...{ at: NOON.toISOString(), endsAt: after(CALL_MS).toISOString() },
      by: { id: ama.personId, name: ama.name },
      coming: [{ id: joe.personId, name: joe.name }],
    },
  ]);
  await answerCall(db, joe, { id, comes: false }, NOON);
  expect((await calls())[0]!.coming).toEqual([]);
});

test("so many an hour are heard, and one more is refused until the first is an hour ago, also of many at once", async () => {
  const { camp, call, calls } = await calling();
  const crew = await Promise.all(Array.from({ length: MOST.helpCalls + 4 }, () => makeOrganiser(db, camp)));
  const said = { what: "More hands", place: "" };
  const answers = await Promise.all(crew.map((one) => callForHelp(db, one, { id: newId(), ...said }, NOON)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(MOST.helpCalls);
  expect(await calls()).toHaveLength(MOST.helpCalls);
  expect(await call(newId(), after(3_599_999))).toMatchObject({ refusal: "called_enough" });
  expect(await call(newId(), after(3_600_000))).toMatchObject({ ok: true });
});

test("whoever ends it first says how, and then nobody comes any more", async () => {
  const { camp, joe, call, calls } = await calling();
  const id = newId();
  await call(id);
  for (const how of ["met", "called_off"] as const) await endCall(db, joe, { id, how }, NOON);
  expect(await calls()).toEqual([]);
  expect(await answerCall(db, joe, { id, comes: true }, NOON)).toMatchObject({ refusal: "call_over" });
  const rows = await db.select().from(audit).where(eq(audit.eventId, camp.id)).orderBy(audit.id);
  expect(rows.map(({ act, to }) => [act, to])).toEqual([
    ["call_help", null],
    ["end_help", "met"],
  ]);
});

test("an old call ends by itself, at its time and once, and only then is there anything to do", async () => {
  const { camp, joe, call, calls } = await calling();
  const id = newId();
  await call(id);
  await lapseCalls(db, after(CALL_MS - 1));
  expect(await calls()).toHaveLength(1);
  expect(await answerCall(db, joe, { id, comes: true }, after(CALL_MS))).toMatchObject({
    refusal: "call_over",
  });
  await Promise.all([1, 2].map(() => lapseCalls(db, after(CALL_MS))));
  expect(await calls()).toEqual([]);
  const [row] = await db.select().from(helpCall).where(eq(helpCall.id, id));
  expect(row).toMatchObject({ ended: "lapsed" });
  const ended = await db.select().from(audit).where(eq(audit.eventId, camp.id));
  expect(ended.filter(({ act }) => act === "end_help")).toHaveLength(1);
});

test("another camp’s call is not found, and neither is a stranger’s word about it", async () => {
  const { call } = await calling();
  const id = newId();
  await call(id);
  const stranger = (await calling()).ama;
  const said = { id, what: "Mine", place: "" };
  expect(await callForHelp(db, stranger, said, NOON)).toMatchObject({ refusal: "not_found" });
  expect(await answerCall(db, stranger, { id, comes: true }, NOON)).toMatchObject({ refusal: "not_found" });
  expect(await endCall(db, stranger, { id, how: "met" }, NOON)).toMatchObject({ refusal: "not_found" });
});

test("phones of the crew that asked are told: by their address or their sign-in, and not the caller’s or a camper’s", async () => {
  const camp = await pitchingCamp(db);
  const crew = (role: Role) => makeOrganiser(db, { id: camp.eventId }, role);
  const [ama, joe, watcher] = [await crew("door"), await crew("campmaker"), await crew("observer")];
  const phoneOf = async (name: string, personId?: string) => {
    const who = await camper(db, camp, name);
    if (personId) {
      const email = `${personId}@example.org`;
      await db.update(registration).set({ email }).where(eq(registration.id, who.registrationId));
    }
    await tellOn(db, who, { now: NOON });
    return who.registrationId;
  };
  const [, joes] = [
    await phoneOf("Ama", ama.personId),
    await phoneOf("Joe", joe.personId),
    await phoneOf("Watcher", watcher.personId),
    await phoneOf("Camper"),
  ];
  const id = newId();
  await callForHelp(db, ama, { id, what: "More hands", place: "" }, NOON);
  const rows = await db
    .select({ registrationId: pushSubscription.registrationId, endsAt: pushOutbox.endsAt })
    .from(pushOutbox)
    .innerJoin(pushSubscription, eq(pushSubscription.id, pushOutbox.subscriptionId))
    .where(eq(pushOutbox.helpCallId, id));
  expect(rows).toEqual([{ registrationId: joes, endsAt: after(CALL_MS) }]);
  await db.delete(person).where(eq(person.id, ama.personId));
  expect((await readCrewNews(db, camp.eventId)).calls[0]!.by).toBeNull();
});
