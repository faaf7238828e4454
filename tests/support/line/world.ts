/** A camp in the database, and the cards that lie beside it. */
import { and, eq, inArray, isNull } from "drizzle-orm";
import { expect } from "vitest";
import type { Database } from "#db/connection.ts";
import { newEntryId, newGroupCode } from "#db/id.ts";
import { enter } from "#db/release.ts";
import { event } from "#db/schema/event.ts";
import { reconfirmation } from "#db/schema/reconfirmation.ts";
import { registration } from "#db/schema/registration.ts";
import { entry, entryGroup, release } from "#db/schema/release.ts";
import { transfer } from "#db/schema/transfer.ts";
import { kindOf } from "#domain/pool.ts";
import { endOfCamp } from "#domain/time/end.ts";
import { makeCamp, makeOrganiser, makePerson, type Organiser, type TestCamp } from "../camp.ts";
import { completePages } from "../camp-pages.ts";
import { makeSector } from "../pools.ts";
import { makeRelease } from "../releases.ts";
import { type Beginning, DAY, HOUR } from "./acts.ts";
import { type Card, is, newCard } from "./card.ts";
import { gathering, type Table } from "./table.ts";

/** Later than any wall clock: mail is due from the moment it is written. */
const START = Date.parse("2099-06-24T11:00:00Z");
const ZONE = "Europe/London";

export type World = {
  db: Database;
  camp: TestCamp;
  sectors: [string, string];
  organiser: Organiser;
  table: Table;
  /** What opens the page of a place on its way to somebody, by its giver, with whom it was offered to. */
  transfers: Map<Card, { id: string; token: string; to: number }>;
};

export const emailOf = (who: number) => `person${who}@example.org`;

/** Of two sectors, some for the first time, of two organisations or none. */
export const factsOf = (who: number, sectors: readonly string[]) => ({
  sectorId: sectors[who % 2]!,
  firstTime: who % 3 === 0,
  organisation: ["Leeds", "LEEDS", "", "Hull"][who % 4]!,
});

export async function beginWorld(
  db: Database,
  { people, calendar, releases, together }: Beginning,
): Promise<World> {
  const startsAt = new Date(START + calendar.days * DAY);
  const camp = await makeCamp(db, { capacity: 3, startsAt, rounds: calendar.rounds });
  await completePages(db, camp.id);
  const sectors: [string, string] = [camp.sectorId, await makeSector(db, camp, "Central government")];
  const none = { floor: 0, ceiling: null };
  const table: Table = {
    cards: people.map((_, who) => newCard(kindOf(factsOf(who, sectors)))),
    ...{ now: START, startsAt: startsAt.getTime(), zone: ZONE, phase: "tickets" },
    endsAt: endOfCamp({ startsAt: startsAt.getTime(), zone: ZONE }, null),
    ...{ capacity: 3, lineLimit: null, offersOn: true, nextTurn: 1 },
    pools: { sectors: new Map(), firstTimers: none, organisationLimit: null, mergesAt: null },
    ...{ rounds: calendar.rounds, asked: [], backDays: calendar.backDays },
    ...{ releases: [], published: new Map() },
  };
  for (const { way, places, opens, closes } of releases) {
    const [opensAt, closesAt] = [START + opens * HOUR, closes === null ? null : START + closes * HOUR];
    const times = { opensAt: new Date(opensAt), closesAt: closesAt === null ? null : new Date(closesAt) };
    const id = await makeRelease(db, camp, { way, places, ...times });
    table.releases.push({ id, way, places, opensAt, closesAt, closed: false, drawnAt: null });
  }
  const entering = table.releases.find((it) => gathering(it) && it.opensAt <= START) ?? null;
  for (const [who, begun] of people.entries()) {
    const wanted = begun === "entered" && !entering ? "waiting" : begun;
    if (wanted === null) continue;
    const taken = table.cards.filter((card) => is(card, "confirmed")).length;
    const status = wanted !== "confirmed" || taken < table.capacity ? wanted : "waiting";
    const turn = table.nextTurn++;
    const id = await makePerson(db, camp, status, {
      rank: turn,
      ...factsOf(who, sectors),
      email: emailOf(who),
    });
    Object.assign(table.cards[who]!, { id, status, turn, proven: true });
    if (wanted !== "entered") continue;
    await db.transaction((tx) => enter(tx, [{ releaseId: entering!.id, registrationId: id }]));
    table.cards[who]!.entered = entering;
  }
  if (entering?.way === "draw" && together > 1) await enterTogether(db, table, together);
  const set = { nextRank: table.nextTurn, backDays: calendar.backDays };
  await db.update(event).set(set).where(eq(event.id, camp.id));
  return { db, camp, sectors, organiser: await makeOrganiser(db, camp), table, transfers: new Map() };
}

/** Those who have entered, by so many. */
async function enterTogether(db: Database, { cards }: Table, size: number): Promise<void> {
  const entered = cards.filter((card) => is(card, "entered"));
  for (let at = 0; at < entered.length; at += size) {
    const some = entered.slice(at, at + size);
    const group = { id: newEntryId(), releaseId: some[0]!.entered!.id, code: newGroupCode() };
    const theirs = some.map(({ id }) => id);
    await db.insert(entryGroup).values(group);
    await db.update(entry).set({ groupId: group.id }).where(inArray(entry.registrationId, theirs));
    const beside = { group: true } as const;
    for (const card of some) card.together = beside;
  }
}

/** Everybody as the database has them, in the order of their turns. */
export async function readWorld({ db, camp }: World) {
  return db
    .select({ row: registration, asked: reconfirmation, to: transfer.email })
    .from(registration)
    .leftJoin(reconfirmation, eq(reconfirmation.registrationId, registration.id))
    .leftJoin(transfer, and(eq(transfer.giverId, registration.id), isNull(transfer.endedAt)))
    .where(eq(registration.eventId, camp.id))
    .orderBy(registration.rank);
}
export type Rows = Awaited<ReturnType<typeof readWorld>>;

/** Takes over what is nobody's rule: what people and entries are called, and the number of a lot. */
export async function learn({ db, camp, table }: World, rows: Rows): Promise<void> {
  for (const { row } of rows) table.cards.find((_, who) => emailOf(who) === row.email)!.id = row.id;
  if (!table.releases.some(gathering)) return;
  const releases = await db.select().from(release).where(eq(release.eventId, camp.id));
  const entries = await db.select().from(entry);
  for (const { id, seed } of releases) {
    const own = entries.filter((it) => it.releaseId === id);
    const names = new Map(own.map((it) => [it.registrationId ?? "", it.id]));
    const groups = new Map(own.map((it) => [it.registrationId ?? "", it.groupId ?? ""]));
    table.published.set(id, { seed, names, groups });
  }
}

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** With whom somebody enters a release, by address; of several releases the one they entered last. */
function besideInDatabase({ table }: World, rows: Rows, id: string): string[] {
  const newest = [...table.releases].sort((a, b) => b.opensAt - a.opensAt);
  const all = newest.flatMap((release) => table.published.get(release.id) ?? []);
  const groupOf = (who: string) => all.find(({ names }) => names.has(who))?.groups.get(who);
  const others = rows.filter(({ row }) => row.status === "entered" && row.id !== id);
  const group = groupOf(id);
  return others.flatMap(({ row }) => (group && groupOf(row.id) === group ? [row.email] : [])).sort();
}

function besideOnTable({ table: { cards } }: World, card: Card): string[] {
  const others = cards.filter((other) => other !== card && other.together === card.together);
  return card.together ? others.map((other) => emailOf(cards.indexOf(other))).sort() : [];
}

/** Whether everybody has what the cards say, in the order they say. */
export function compare(world: World, rows: Rows): void {
  const { table } = world;
  const found = rows.map(({ row, asked, to }) => ({
    ...{ email: row.email, status: row.status, lapsed: row.lapsedAt !== null, keptBack: row.keptBack },
    proven: row.verifiedAt !== null && row.bouncedAt === null,
    offeredUntil: row.offeredUntil?.toISOString() ?? null,
    heldUntil: row.heldUntil?.toISOString() ?? null,
    pausedUntil: row.pausedUntil?.toISOString() ?? null,
    takesBack: row.gaveBackAt !== null,
    standsBy: row.standsBySince !== null,
    handsTo: to,
    beside: row.status === "entered" ? besideInDatabase(world, rows, row.id) : [],
    answer: row.status === "confirmed" ? (asked?.answer ?? null) : null,
    goesBackAt: (row.status === "confirmed" && asked?.goesBackAt?.toISOString()) || null,
  }));
  const expected = table.cards
    .map((card, who) => ({ card, email: emailOf(who) }))
    .filter(({ card }) => card.status !== null)
    .sort((a, b) => a.card.turn - b.card.turn)
    .map(({ card, email }) => ({
      ...{ email, status: card.status, lapsed: card.lapsed, keptBack: card.keptBack },
      proven: card.proven && !card.bounced,
      ...{ offeredUntil: iso(card.offeredUntil), heldUntil: iso(card.heldUntil) },
      ...{ pausedUntil: iso(card.pausedUntil), takesBack: card.gaveBackAt !== null },
      standsBy: card.standsBy,
      beside: is(card, "entered") ? besideOnTable(world, card) : [],
      handsTo: card.handsTo && emailOf(table.cards.indexOf(card.handsTo)),
      ...{ answer: card.asked?.answer ?? null, goesBackAt: iso(card.asked?.goesBackAt ?? null) },
    }));
  expect(found).toEqual(expected);
}

/** So that the next begins with nothing of this one. */
export async function endWorld({ db, camp }: World): Promise<void> {
  await db.delete(event).where(eq(event.id, camp.id));
}
