import { expect, it } from "vitest";
import { acceptOffer, giveBack } from "#db/registration/answer.ts";
import { readTickets } from "#db/tickets.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { moveAnyway } from "#tests/support/hand.ts";

const { db } = await freshDatabase();

it("says what a newcomer would get: a place, the line, or nothing", async () => {
  const camp = await makeCamp(db, { capacity: 1, lineLimit: 1 });
  expect(await readTickets(db, camp.id, NOON)).toMatchObject({ next: "place", free: 1, waiting: 0 });
  await makePerson(db, camp, "confirmed", { rank: 1 });
  expect(await readTickets(db, camp.id, NOON)).toMatchObject({ next: "line", free: 0, waiting: 0 });
  await makePerson(db, camp, "waiting", { rank: 2 });
  expect(await readTickets(db, camp.id, NOON)).toMatchObject({ next: "closed_line", free: 0, waiting: 1 });
});

it("promises no place to newcomers while anybody waits, even when one is free", async () => {
  const camp = await makeCamp(db, { capacity: 1 });
  await makePerson(db, camp, "waiting", { rank: 1, verified: false });
  expect(await readTickets(db, camp.id, NOON)).toMatchObject({ next: "line", free: 1 });
});

it("counts a place as moved once somebody in the line has it, by an offer or by hand", async () => {
  const camp = await makeCamp(db, { capacity: 1 });
  const organiser = await makeOrganiser(db, camp);
  const holder = await makePerson(db, camp, "confirmed", { rank: 1 });
  const next = await makePerson(db, camp, "waiting", { rank: 2 });
  const last = await makePerson(db, camp, "waiting", { rank: 3 });
  await giveBack(db, holder, NOON);
  expect((await readTickets(db, camp.id, NOON)).moved).toBe(0);
  await acceptOffer(db, next, NOON);
  await acceptOffer(db, next, NOON);
  expect((await readTickets(db, camp.id, NOON)).moved).toBe(1);
  await moveAnyway(db, organiser, last, "confirm", "Speaks for the hosts", NOON);
  expect((await readTickets(db, camp.id, NOON)).moved).toBe(2);
});
