/** Heads as phones send them: by whoever runs the day, and by a host in their own session. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { place } from "#db/edit.ts";
import { listHeads } from "#db/heads.ts";
import { pitchHost } from "#db/schema/pitch.ts";
import { slot } from "#db/schema/slot.ts";
import type { Attendee } from "#domain/viewer.ts";
import { type Board, makeBoard } from "#tests/support/board.ts";
import { makePerson } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { deviceOf, type LiveServer, liveServer } from "#tests/support/live.ts";
import { publishDraft } from "#tests/support/published.ts";

let db: Database;
let server: LiveServer;
let board: Board;
let key: string;
let now: Date;

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  server = await liveServer(db, fresh.url);
});
afterAll(() => server.close());

/** One session that is on. */
beforeEach(async () => {
  board = await makeBoard(db);
  now = new Date();
  const soon = { startsAt: new Date(now.getTime() - 600_000), endsAt: new Date(now.getTime() + 3_600_000) };
  await db.update(slot).set(soon);
  key = board.pitches[0]!;
  const seen = { from: null, there: [] };
  await place(db, board.one, { pitchId: key, copy: 0, cell: board.cell(0, 0), seen }, now);
  await publishDraft(db, board.one, now);
});

let ranks = 0;

async function camper(hosted: string | null): Promise<Attendee> {
  const registrationId = await makePerson(db, board.camp, "confirmed", { rank: ++ranks });
  if (hosted)
    await db
      .insert(pitchHost)
      .values({ pitchId: hosted, registrationId, name: "Ama", position: 0, hosting: true });
  return { registrationId, eventId: board.camp.id, name: "Ama" } as Attendee;
}

type Sent = { of?: string; headers?: Record<string, string>; body?: string };

async function send(
  who: Parameters<typeof deviceOf>[1],
  heads: unknown,
  { of = key, headers = {}, body = JSON.stringify({ heads }) }: Sent = {},
) {
  const cookie = await deviceOf(db, who);
  const sentFor = "personId" in who ? who.personId : who.registrationId;
  const answer = await fetch(`${server.origin}/live/${board.camp.slug}/runs/${of}/heads`, {
    method: "PUT",
    headers: { cookie, "sent-for": sentFor, ...headers },
    body,
  });
  return { status: answer.status, body: await answer.json() };
}
const known = async () => (await listHeads(db, board.camp.id)).map(({ heads, by }) => `${heads} ${by}`);

test("a count is answered with whether it stands, and a later one of somebody else does", async () => {
  const cast = (seconds: number) => ({ "cast-at": String(now.getTime() - seconds * 1_000) });
  const answer = await send(board.one, 31, { of: key.toUpperCase(), headers: cast(20) });
  expect(answer).toEqual({
    status: 200,
    body: { counts: key, stands: true, castAt: now.getTime() - 20_000, now: expect.any(Number) },
  });
  const host = await camper(key);
  expect((await send(host, 30, { headers: cast(30) })).body).toMatchObject({ stands: false });
  expect(await known()).toEqual(["31 crew"]);
  expect((await send(host, 33)).body).toMatchObject({ stands: true });
  expect(await known()).toEqual(["33 host"]);
});

test("nothing is counted by whoever may not, for somebody else, or of what is no number or no run", async () => {
  const host = await camper(key);
  const refusals = [
    await send(await camper(null), 3),
    await send(await camper(board.pitches[1]!), 3),
    await send(host, 3, { headers: { "sent-for": board.one.personId } }),
    await send(board.one, 3, { of: board.pitches[1]! }),
    await send(board.one, 3, { of: "nothing" }),
    ...(await Promise.all([-1, 1.5, 100_000, "3", null].map((heads) => send(board.one, heads)))),
    await send(board.one, 3, { body: "no" }),
    await send(board.one, 3, { headers: { "cast-at": "soon" } }),
  ].map(({ status, body }) => `${status} ${body.refusal}`);
  expect(refusals).toEqual([
    ...["404 not_found", "404 not_found", "401 no_ticket", "404 not_found", "404 not_found"],
    ...Array(7).fill("422 bad_input"),
  ]);
  expect(await known()).toEqual([]);
});
