/** What fits is looked for where cards changed, and proposed once. */
import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { swapDue } from "#db/schema/swap.ts";
import { answerSwap } from "#db/swap/agreeing.ts";
import { listSwaps } from "#db/swap/board.ts";
import { takeDown } from "#db/swap/card.ts";
import { endSwaps } from "#db/swap/ending.ts";
import { findSwaps } from "#db/swap/finding.ts";
import { ANSWER_DAYS, daysAfter } from "#domain/swap.ts";
import type { Attendee } from "#domain/viewer.ts";
import { NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { look, put, type SwapCamp, says, soon, swapCamp, swapper, swaps } from "#tests/support/swaps.ts";

const { db } = await freshDatabase();

let camp: SwapCamp;
let ama: Attendee;
let bo: Attendee;
let cy: Attendee;

beforeEach(async () => {
  camp = await swapCamp(db);
  ama = await swapper(db, camp, "Ama");
  bo = await swapper(db, camp, "Bo", camp.central);
  cy = await swapper(db, camp, "Cy");
});

/** How many people each swap of somebody is of, and how it stands. */
const found = async (who: Attendee, now = soon()) =>
  (await listSwaps(db, who, now)).map(({ state, people }) => `${state} ${people.length}`);
const due = () => db.$count(swapDue, eq(swapDue.eventId, camp.id));
const answer = async (who: Attendee, yes: boolean, now: Date) =>
  answerSwap(db, who, { id: (await listSwaps(db, who, now))[0]!.id, yes }, now);

it("waits for some minutes, and looks once however many workers there are", async () => {
  await swaps(db, ama, "Gritters", "Press desk");
  await swaps(db, bo, "Press desk", "Gritters");
  await findSwaps(db, NOON);
  expect([await found(ama), await due()]).toEqual([[], 1]);
  await Promise.all([1, 2, 3].map(() => findSwaps(db, soon())));
  expect([await found(ama), await found(bo), await due()]).toEqual([["open 2"], ["open 2"], 0]);
  const mails = await db.select().from(outbox).where(eq(outbox.eventId, camp.id));
  expect(mails.map(({ kind }) => kind)).toEqual(["swap_found", "swap_found"]);
});

it("finds a ring of three where no pair fits, and each sees what they want", async () => {
  await swaps(db, ama, "Gritters", "Elections");
  await swaps(db, bo, "Press desk", "Gritters");
  await swaps(db, cy, "Elections", "Press desk");
  await look(db);
  const [ring] = await listSwaps(db, bo, soon());
  const me = ring!.people.findIndex((one) => one.me);
  expect([ring!.people[me]!.see?.area, ring!.people.at(me - 1)!.show?.area]).toEqual([
    "Gritters",
    "Gritters",
  ]);
});

it("leaves whoever has a swap that waits in peace, and takes them again afterwards", async () => {
  await swaps(db, ama, "Gritters", "Press desk");
  await swaps(db, bo, "Press desk", "Gritters");
  let now = await look(db);
  await swaps(db, cy, "Press desk", "Gritters", now);
  now = await look(db, now);
  expect([await found(ama, now), await found(cy, now)]).toEqual([["open 2"], []]);
  await answer(bo, false, now);
  now = await look(db, now);
  expect(await found(cy, now)).toEqual(["open 2"]);
});

it("never proposes two cards again that somebody said no to, or nothing", async () => {
  await swaps(db, ama, "Gritters", "Press desk");
  await swaps(db, bo, "Press desk", "Gritters");
  let now = await look(db);
  await answer(ama, true, now);
  now = daysAfter(now, ANSWER_DAYS);
  await endSwaps(db, now);
  now = await look(db, now);
  expect(await found(ama, now)).toEqual(["lapsed 2"]);
  const again = await put(db, bo, says("show", "Press desk at night"), now);
  now = await look(db, now);
  expect(await found(ama, now)).toEqual(["lapsed 2"]);
  // Another card of theirs both ways is another thing to say yes to.
  await put(db, bo, says("see", "Gritters in spring"), now);
  now = await look(db, now);
  expect(await found(ama, now)).toEqual(["open 2", "lapsed 2"]);
  await takeDown(db, bo, again, now);
  expect((await found(ama, now))[0]).toBe("gone 2");
});

it("looks at nobody without a place, and at no camp that is over or called off", async () => {
  await swaps(db, ama, "Gritters", "Press desk");
  await swaps(db, bo, "Press desk", "Gritters");
  await db.update(registration).set({ status: "released" }).where(eq(registration.id, bo.registrationId));
  await look(db);
  expect(await found(ama)).toEqual([]);
  await db.update(registration).set({ status: "confirmed" }).where(eq(registration.id, bo.registrationId));
  await put(db, cy, says("show", "Anything"), soon());
  await db.update(event).set({ phase: "archived" }).where(eq(event.id, camp.id));
  await look(db, soon());
  expect([await found(ama), await due()]).toEqual([[], 0]);
});

// Seen to leave every camp after the one that failed without a look.
it("looks at every other camp where one fails, and says which", async () => {
  const failing = await swapCamp(db);
  const dee = await swapper(db, failing, "Dee");
  await swaps(db, dee, "Gritters", "Press desk");
  await swaps(db, await swapper(db, failing, "Eve"), "Press desk", "Gritters");
  await db.execute(
    sql`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`,
  );
  await db.execute(sql`create trigger refuse before insert on swap for each row
    when (new.event_id = ${sql.raw(`'${failing.id}'`)}) execute function refuse()`);
  await swaps(db, ama, "Gritters", "Press desk");
  await swaps(db, bo, "Press desk", "Gritters");
  const failed: string[] = [];
  await findSwaps(db, soon(), (eventId) => failed.push(eventId));
  await db.execute(sql`drop trigger refuse on swap`);
  expect([failed, await found(ama)]).toEqual([[failing.id], ["open 2"]]);
  await look(db);
  expect(await found(dee)).toEqual(["open 2"]);
});
