/** Whoever asked on their phone is told of sessions of theirs that changed, in the words of what is true by then. */
import { beforeEach, expect, test } from "vitest";
import { newId } from "#db/id.ts";
import { putAway } from "#db/publication/putting-away.ts";
import { tellOf } from "#db/publication/telling.ts";
import { makePushKeys } from "#db/push/key-pair.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import type { GridView } from "#domain/grid.ts";
import type { PushNotification } from "#domain/push.ts";
import type { Attendee } from "#domain/viewer.ts";
import { pushDue } from "#jobs/push/post.ts";
import type { PushSender } from "#jobs/push/sender.ts";
import { ahead } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper, type PitchingCamp, pitchingCamp } from "#tests/support/pitching.ts";
import { freeze } from "#tests/support/published.ts";
import { tellOn } from "#tests/support/told.ts";

const { db } = await freshDatabase();
await makePushKeys(db);
const now = new Date();
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const DAY = 86_400_000;

let camp: PitchingCamp;
let ama: Attendee;
let tea: string;
let grid: Pick<GridView, "rooms" | "slots">;

beforeEach(async () => {
  camp = await pitchingCamp(db, "sessions", ahead());
  // At ten by the clocks of London, also in summer.
  const ten = Date.parse(new Date(ahead().getTime() + DAY).toISOString().replace(/T.*/, "T10:00:00Z"));
  const rooms = ["Hall", "Den"].map((name) => ({
    id: newId(),
    letter: "A",
    name,
    capacity: 9,
    features: [],
  }));
  const slots = [0, DAY].map((after, n) => ({
    ...{ id: newId(), kind: "session" as const, title: "", hour: 1, number: n + 1 },
    startsAt: new Date(ten + after).toISOString(),
    endsAt: new Date(ten + after + 3_600_000).toISOString(),
  }));
  grid = { rooms, slots };
  tea = newId();
  await db.insert(pitch).values({ id: tea, eventId: camp.eventId, title: "Tea", createdAt: now });
  ama = await camper(db, camp, "Ama");
  const { registrationId } = ama;
  await db.insert(pitchHost).values({ pitchId: tea, position: 0, registrationId, name: "Ama" });
  await tellOn(db, ama);
  await publish(1, [0, 0], now);
});

async function publish(number: number, cell: [slot: number, room: number] | null, at: Date): Promise<void> {
  const placements = cell
    ? [
        {
          pitchId: tea,
          slotId: grid.slots[cell[0]]!.id,
          roomId: grid.rooms[cell[1]]!.id,
          copy: 0,
          length: 1 as const,
          pinned: false,
        },
      ]
    : [];
  const sessions = cell
    ? [
        {
          ...{ id: tea, title: "Tea", line: "", kind: "discuss" as const, voice: "me" as const },
          ...{ noteLevel: "open" as const, needs: [], hosts: ["Ama"], at: now.toISOString() },
        },
      ]
    : [];
  await freeze(db, camp.eventId, { number, ...grid, sessions, placements });
  const who = { hosts: true, hands: false };
  if (number > 1)
    await db.transaction((tx) => tellOf(tx, { eventId: camp.eventId, number, pitchIds: [tea], ...who }, at));
}

async function heard(at: Date): Promise<PushNotification[]> {
  const sent: PushNotification[] = [];
  const listening: PushSender = {
    async send(_, notification) {
      sent.push(notification);
      return { answer: "taken", why: "201", retryAfter: 0 };
    },
  };
  await pushDue(
    db,
    async () => listening,
    () => at,
  );
  return sent;
}

test("once, a moment later, with the day where the camp has several, and it leads to the grid", async () => {
  await publish(2, [1, 1], later(0));
  expect(await heard(later(1))).toEqual([]);
  expect(await heard(later(2))).toMatchObject([
    {
      body: expect.stringMatching(/^“Tea” has moved to Den, 1[01]am on \w{3} \d+ \w{3}\.$/),
      path: `/e/${camp.slug}/grid`,
      title: "Brum Camp",
    },
  ]);
  expect(await heard(later(60))).toEqual([]);
});

test("of several versions in a moment what is true at its end", async () => {
  await publish(2, [1, 1], later(0));
  await publish(3, [1, 0], later(1));
  await publish(4, null, later(1.5));
  expect((await heard(later(2))).map(({ body }) => body)).toEqual(["“Tea” is off."]);
});

test("nothing, where it is back before it was said, and anew where it was said", async () => {
  await publish(2, [1, 1], later(0));
  await publish(3, [0, 0], later(1));
  expect(await heard(later(4))).toEqual([]);
  await publish(4, [1, 1], later(5));
  const [first] = await heard(later(8));
  await publish(5, [0, 0], later(9));
  const [second] = await heard(later(12));
  expect(second!.body).toMatch(/^“Tea” has moved to Hall, /);
  // On the phone the later one takes the place of the one before.
  expect(second!.tag).toBe(first!.tag);
});

test("nothing of what they have read, and nothing an hour late", async () => {
  await publish(2, [1, 1], later(0));
  await putAway(db, ama, later(1), later(1));
  expect(await heard(later(3))).toEqual([]);
  await publish(3, [0, 0], later(5));
  expect(await heard(later(66))).toEqual([]);
});
