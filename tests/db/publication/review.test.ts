/** What a publication would concern, counted before it is made, and whom it then tells. */
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { place, takeOff } from "#db/edit.ts";
import { readReview } from "#db/publication/review.ts";
import { listTellings } from "#db/publication/telling.ts";
import { publish } from "#db/publication.ts";
import { event } from "#db/schema/event.ts";
import { pitchHost } from "#db/schema/pitch.ts";
import { hand } from "#db/schema/voting.ts";
import { TELLS } from "#domain/review.ts";
import type { Attendee } from "#domain/viewer.ts";
import { type Board, makeBoard } from "#tests/support/board.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper } from "#tests/support/pitching.ts";
import { agreedTo, publishDraft } from "#tests/support/published.ts";

const { db } = await freshDatabase();
const NOW = new Date("2026-07-14T09:00:00Z");

let board: Board;
let eventId: string;
let people: Attendee[];

/** a is out in the Hall, b in the Den. Ama hosts a, Bo has a hand up for a and b, Cy for a and c, Ama for a too. */
beforeEach(async () => {
  board = await makeBoard(db);
  eventId = board.camp.id;
  const camp = { eventId, sectorId: board.camp.sectorId };
  people = await Promise.all(["Ama", "Bo", "Cy"].map((name) => camper(db, camp, name)));
  const { registrationId } = people[0]!;
  await db.insert(pitchHost).values({ pitchId: board.pitches[0]!, position: 0, registrationId, name: "Ama" });
  const up = { 0: [0], 1: [0, 1], 2: [0, 2] };
  for (const [who, pitches] of Object.entries(up))
    for (const n of pitches)
      await db.insert(hand).values({
        ...{ pitchId: board.pitches[n]!, registrationId: people[Number(who)]!.registrationId },
        ...{ up: true, castAt: NOW },
      });
  await put(0, 0, null);
  await put(1, 1, null);
  await publishDraft(db, board.one, NOW);
});

const put = (n: number, room: number, from: { slotId: string; roomId: string } | null) =>
  place(
    db,
    board.one,
    { pitchId: board.pitches[n]!, copy: 0, cell: board.cell(0, room), seen: { from, there: [] } },
    NOW,
  );

async function changeTheDraft(): Promise<void> {
  await put(0, 2, board.cell(0, 0));
  await takeOff(db, board.one, { pitchId: board.pitches[1]!, copy: 0, from: board.cell(0, 1) }, NOW);
  await put(2, 0, null);
}

test("each group and each session says how many people it concerns, everybody once", async () => {
  expect(await readReview(db, eventId)).toMatchObject({
    kinds: { room: { hosts: 0, hands: 0, people: 0 } },
    sessions: {},
  });
  await changeTheDraft();
  const [a, b, c] = board.pitches;
  expect(await readReview(db, eventId)).toEqual({
    kinds: {
      room: { hosts: 1, hands: 3, people: 3 },
      taken_off: { hosts: 0, hands: 1, people: 1 },
      moved: { hosts: 0, hands: 0, people: 0 },
      added: { hosts: 0, hands: 1, people: 1 },
    },
    sessions: {
      [a!]: { hosts: 1, hands: 3, people: 3 },
      [b!]: { hosts: 0, hands: 1, people: 1 },
      [c!]: { hosts: 0, hands: 1, people: 1 },
    },
  });
});

test("where how many hands are up is kept from everybody, hosts alone are counted", async () => {
  await db.update(event).set({ tally: "after_closed" }).where(eq(event.id, eventId));
  await changeTheDraft();
  const { kinds, sessions } = await readReview(db, eventId);
  expect(kinds.room).toEqual({ hosts: 1, hands: null, people: null });
  expect(sessions[board.pitches[1]!]).toEqual({ hosts: 0, hands: null, people: null });
});

test("publishing tells whom it was said to, of each kind of change by itself, in its own transaction", async () => {
  await changeTheDraft();
  const told = async () =>
    Promise.all(
      people.map(async ({ registrationId }) =>
        (await listTellings(db, registrationId))
          .map(({ title }) => title)
          .sort()
          .join(""),
      ),
    );
  const stale = { ...(await agreedTo(db, board.one, TELLS)), base: 0 };
  expect(await publish(db, board.one, stale, NOW)).toEqual({ ok: false, refusal: "changed_meanwhile" });
  expect(await told()).toEqual(["", "", ""]);
  const tells = { ...TELLS, room: { hosts: true, hands: false } };
  const agreed = await agreedTo(db, board.one, tells);
  expect(await publish(db, board.one, agreed, NOW)).toEqual({ ok: true, value: { number: 2, told: 2 } });
  // Of what is new its hosts would be told, and nobody hosts c.
  expect(await told()).toEqual(["a", "b", ""]);
});
