/** Who is told on their phone that a session of their day moved, and in which words. */
import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { place, takeOff } from "#db/edit.ts";
import { takeVersionBack } from "#db/publication/taking-back.ts";
import { readPush } from "#db/push/outbox.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { pushOutbox, pushSubscription } from "#db/schema/push.ts";
import { hand } from "#db/schema/voting.ts";
import { starRun } from "#db/star.ts";
import { TOLD_WITHIN } from "#domain/push.ts";
import type { Attendee } from "#domain/viewer.ts";
import { writeNotification } from "#jobs/push/notification.ts";
import { pitch as english } from "#messages/en/pitch.ts";
import { type Board, makeBoard } from "#tests/support/board.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper } from "#tests/support/pitching.ts";
import { publishDraft } from "#tests/support/published.ts";
import { tellOn } from "#tests/support/told.ts";

const { db } = await freshDatabase();
/** Before the first slot of the board. */
const NOW = new Date("2026-07-14T09:00:00Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

let board: Board;
let [a, b] = ["", ""];
let people: Record<"ama" | "bo" | "cleo" | "dev" | "eli", Attendee>;

/** Version 1 with a in the Hall and b in the Den. Ama hosts a, Bo has a hand up for it, Cleo a star, Dev took his off. */
beforeEach(async () => {
  await db.delete(pushSubscription);
  board = await makeBoard(db);
  [a, b] = board.pitches as [string, string];
  const camp = { eventId: board.camp.id, sectorId: board.camp.sectorId };
  const make = async (name: string) => {
    const attendee = await camper(db, camp, name);
    await tellOn(db, attendee);
    return attendee;
  };
  people = {
    ...{ ama: await make("Ama"), bo: await make("Bo"), cleo: await make("Cleo") },
    ...{ dev: await make("Dev"), eli: await make("Eli") },
  };
  const { ama, bo, cleo, dev, eli } = people;
  await db
    .insert(pitchHost)
    .values({ pitchId: a, position: 0, registrationId: ama.registrationId, name: "Ama", own: true });
  for (const { registrationId } of [bo, dev])
    await db.insert(hand).values({ pitchId: a, registrationId, up: true, castAt: NOW });
  await put(a, 0, 0);
  await put(b, 0, 1);
  await publish(0);
  await say(cleo, a, true);
  await say(dev, a, false);
  await say(eli, b, true);
});

const say = (attendee: Attendee, pitchId: string, starred: boolean) =>
  starRun(db, { attendee, pitchId, copy: 0, starred, castAt: NOW }, NOW);
const cells = new Map<string, { slotId: string; roomId: string }>();
async function put(pitchId: string, slot: number, room: number) {
  const cell = board.cell(slot, room);
  const done = await place(
    db,
    board.one,
    { pitchId, copy: 0, cell, seen: { from: cells.get(pitchId) ?? null, there: [] } },
    NOW,
  );
  expect(done.ok).toBe(true);
  cells.set(pitchId, cell);
}
const publish = async (minutes: number) =>
  expect((await publishDraft(db, board.one, later(minutes))).ok).toBe(true);

/** What is to be told, by whom it is for. */
async function told() {
  const rows = await db
    .select({
      who: pushSubscription.registrationId,
      runs: pushOutbox.runs,
      id: pushOutbox.id,
      ends: pushOutbox.endsAt,
    })
    .from(pushOutbox)
    .innerJoin(pushSubscription, eq(pushSubscription.id, pushOutbox.subscriptionId));
  const nameOf = (id: string) =>
    Object.entries(people).find(([, { registrationId }]) => registrationId === id)![0];
  return rows.map((row) => ({ ...row, who: nameOf(row.who) })).sort((x, y) => (x.who < y.who ? -1 : 1));
}
const whoOf = async () => (await told()).map(({ who, runs }) => [who, runs?.toSorted()]);

async function wordsFor(who: string) {
  const row = (await told()).find((it) => it.who === who)!;
  return (await writeNotification(db, (await readPush(db, row.id, NOW))!)) ?? null;
}

it("tells whoever hosts it or goes there, and nobody who took their star off", async () => {
  await put(a, 2, 2);
  await publish(1);
  expect(await whoOf()).toEqual([
    ["ama", [a]],
    ["bo", [a]],
    ["cleo", [a]],
  ]);
  expect((await told())[0]!.ends).toEqual(new Date(later(1).getTime() + TOLD_WITHIN.moved));
  expect(await wordsFor("cleo")).toMatchObject({
    body: "“a” is now in Attic at 2pm.",
    path: `/e/${board.camp.slug}/me`,
  });
});

it("says no title of what is not listed, which whoever looks on could read", async () => {
  await db.update(pitch).set({ noteLevel: "unlisted" }).where(eq(pitch.id, a));
  await put(a, 2, 2);
  await publish(1);
  expect((await wordsFor("bo"))?.body).toBe(`“${english.hidden}” is now in Attic at 2pm.`);
});

it("tells nobody of a version in which nothing of theirs moved", async () => {
  await put(board.pitches[2]!, 2, 2);
  await publish(1);
  expect(await told()).toEqual([]);
});

it("tells once of what moved twice before the phone was told, where it is by then", async () => {
  await say(people.eli, a, true);
  await put(a, 2, 2);
  await publish(1);
  await put(b, 2, 0);
  await publish(2);
  const rows = (await whoOf()).filter(([who]) => who === "eli");
  expect(rows).toEqual([["eli", [a, b].toSorted()]]);
  expect((await wordsFor("eli"))?.body).toBe("“b” is now in Hall at 2pm. “a” is now in Attic at 2pm.");
});

it("says how many are off", async () => {
  await takeOff(db, board.one, { pitchId: a, copy: 0, from: cells.get(a)! }, NOW);
  await publish(1);
  expect((await wordsFor("bo"))?.body).toBe("1 session of your day is off.");
});

it("tells as well when a version is taken back, and is told where it is again", async () => {
  await put(a, 2, 2);
  await publish(1);
  await db.delete(pushOutbox);
  const asked = await takeVersionBack(db, board.one, 2, later(2));
  const agreed = asked.ok && "asks" in asked.value ? asked.value.agreement : undefined;
  expect((await takeVersionBack(db, board.one, 2, later(2), agreed)).ok).toBe(true);
  expect(await whoOf()).toEqual([
    ["ama", [a]],
    ["bo", [a]],
    ["cleo", [a]],
  ]);
  expect((await wordsFor("ama"))?.body).toBe("“a” is now in Hall at 12 noon.");
});
