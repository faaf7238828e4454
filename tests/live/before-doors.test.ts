/** Of a draft that is filled before the doors open nobody outside the crew's desk learns anything. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectPeople } from "#db/card.ts";
import type { Database } from "#db/connection.ts";
import { pin, place } from "#db/edit.ts";
import { publish } from "#db/publication.ts";
import { switchRoomOff } from "#db/room-off.ts";
import { event } from "#db/schema/event.ts";
import { askForSuggestion } from "#db/suggestion.ts";
import { PARTS_OF_A_CAMP } from "#live/api/openapi.ts";
import { type Board, makeBoard } from "#tests/support/board.ts";
import { makePerson } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { deviceOf, type LiveServer, liveServer } from "#tests/support/live.ts";
import { agreedTo } from "#tests/support/published.ts";
import { TestScreen } from "#tests/support/screen.ts";

const NOW = new Date("2026-06-24T11:00:00Z");
const EMPTY = { from: null, there: [] };

let db: Database;
let server: LiveServer;
let board: Board;
let ticket: string;

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  server = await liveServer(db, fresh.url);
  board = await makeBoard(db);
  await db.update(event).set({ phase: "tickets" }).where(eq(event.id, board.camp.id));
  const registrationId = await makePerson(db, board.camp, "confirmed", { rank: 1 });
  ticket = await deviceOf(db, { registrationId } as Parameters<typeof deviceOf>[1]);
});
afterAll(() => server.close());

const paths = () => [
  ...["phone", "wall"].map((screen) => `/live/${board.camp.slug}/snapshot?audience=${screen}`),
  `/live/${board.camp.slug}/me`,
  ...[`/now/${board.camp.slug}`, `/e/${board.camp.slug}/plain`, `/embed/${board.camp.slug}`],
  ...Object.values(PARTS_OF_A_CAMP).map(({ path }) => `/api/v1/events/${board.camp.slug}${path}`),
];

/** Everything that is said outside, but for the number by which screens know what is newer. */
async function saidOutside(): Promise<string[]> {
  const all = paths().flatMap((path) => [null, ticket].map((cookie) => ({ path, cookie })));
  return Promise.all(
    all.map(async ({ path, cookie }) => {
      const answer = await fetch(server.origin + path, { headers: cookie ? { cookie } : {} });
      const text = (await answer.text()).replace(/"v":\d+/g, '"v":0');
      return `${path} ${cookie ? "camper" : "stranger"} ${answer.status} ${text}`;
    }),
  );
}

/** Places, pins, guesses, switches a room off and asks for a suggestion, as a campmaker does weeks before. */
async function fillTheDraft(): Promise<void> {
  const { one, pitches, cell } = board;
  const [pitchId, other] = [pitches[0]!, pitches[1]!];
  const done = [
    await place(db, one, { pitchId, copy: 0, cell: cell(0, 0), seen: EMPTY }, NOW),
    await place(db, one, { pitchId: other, copy: 0, cell: cell(2, 1), seen: EMPTY }, NOW),
    await pin(db, one, { pitchId, copy: 0, pinned: true }, NOW),
    await expectPeople(db, one, { pitchId, expected: 4321 }, NOW),
    await switchRoomOff(
      db,
      one,
      { roomId: cell(0, 2).roomId, slotIds: [cell(0, 2).slotId], note: "SECRET" },
      NOW,
    ),
    await askForSuggestion(db, one, NOW),
  ];
  expect(done.map((it) => it.ok || it.refusal)).toEqual(done.map(() => true));
  expect(await publish(db, one, await agreedTo(db, one), NOW)).toEqual({ ok: false, refusal: "not_open" });
}

test("no page, feed or stream of a camper or a stranger says any of it, and it cannot be published yet", async () => {
  const before = await saidOutside();
  const screens = await Promise.all([
    TestScreen.open(server.origin, board.camp.slug),
    TestScreen.open(server.origin, board.camp.slug, "phone", ticket),
    TestScreen.open(server.origin, board.camp.slug, "wall"),
  ]);
  for (const screen of screens) await screen.until(({ known }) => known !== null);
  await fillTheDraft();
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(await saidOutside()).toEqual(before);
  const { rooms, slots } = { rooms: [0, 1, 2], slots: [0, 2] };
  const hidden = [
    ...rooms.map((room) => board.cell(0, room).roomId),
    ...slots.map((slot) => board.cell(slot, 0).slotId),
  ];
  for (const screen of screens) {
    screen.close();
    expect(screen.known).toMatchObject({ grid: null, draft: null, placements: null });
    const said = JSON.stringify(screen.messages);
    expect([...hidden, "4321", "SECRET"].filter((it) => said.includes(it))).toEqual([]);
  }
});

test("once it is published on the day, everybody reads it", async () => {
  await db.update(event).set({ phase: "grid" }).where(eq(event.id, board.camp.id));
  expect((await publish(db, board.one, await agreedTo(db, board.one), NOW)).ok).toBe(true);
  const phone = await TestScreen.open(server.origin, board.camp.slug);
  await phone.until(({ known }) => known?.grid?.placements.length === 2);
  phone.close();
});
