/** Camps started, and their details and rules changed. Rooms, slots and sectors are changed in files of those names. */

import { eq } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { moveCamp, planMove } from "#db/camp-moving.ts";
import { asking, changeCamp, NOTHING_AGREED, type Outcome, type SettingsPart } from "#db/change.ts";
import type { Database, Store } from "#db/connection.ts";
import { insertFirstDay } from "#db/day.ts";
import type { EventRow } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { readAudience, tellChange } from "#db/mail-notice.ts";
import { readDivision } from "#db/registration/place.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { insertRooms, type RoomInput } from "#db/room.ts";
import { event, sector } from "#db/schema/event.ts";
import { liveVersion } from "#db/schema/live.ts";
import { role } from "#db/schema/person.ts";
import { insertSlots } from "#db/slot.ts";
import { transact } from "#db/transaction.ts";
import { refereed } from "#db/violation.ts";
import { readOver } from "#db/voting/dots.ts";
import { keptOverPlaces, overCapacity } from "#domain/consequence/places.ts";
import { type Audience, fewerHands, mailsTo, manyOffers, pastDay } from "#domain/consequence.ts";
import { type EventView, permits, type TallyRule } from "#domain/event.ts";
import { mayGiveOut } from "#domain/registration/inside.ts";
import { type Counts, type Division, placesToOffer } from "#domain/registration/places.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { instantAt, localAt } from "#domain/time/local.ts";
import { firstMisfit, type LocalSlot } from "#domain/time/slot-times.ts";
import type { May, Owner } from "#domain/viewer.ts";

export type Details = {
  name: string;
  strapline: string;
  place: string;
  /** `YYYY-MM-DD` */
  day: string;
  /** `HH:MM` */
  doors: string;
  zone: string;
};

export type Rules = {
  capacity: number;
  lineLimit: number | null;
  holdHours: number;
  /** How many waking hours an offer has at most. */
  offerHours: number;
  offersOn: boolean;
  tally: TallyRule;
  /** How many hands each person has at once; null for as many as they like. */
  dots: number | null;
  /** As BCP 47 has it. */
  locale: string;
};

export type CampInput = Details & {
  slug: string;
  capacity: number;
  sectors: readonly string[];
  rooms: readonly Omit<RoomInput, "id">[];
  slots: readonly LocalSlot[];
};

/** Starts a draft. Refused `bad_input` when two sectors share a name or a slot misfits. */
export async function createCamp(
  db: Database,
  owner: Owner,
  input: CampInput,
  now: Date,
): Promise<Result<{ id: string; slug: string }, "slug_taken" | "room_name_taken" | "bad_input">> {
  const { slug, name, strapline, place, day, doors, zone, capacity } = input;
  if (firstMisfit(input.slots, zone) !== null) return refused("bad_input");
  const names = {
    event_slug_is_taken: "slug_taken",
    room_name_is_taken: "room_name_taken",
    sector_name_is_taken: "bad_input",
  } as const;
  return refereed(names, () =>
    transact(db, async (tx) => {
      const id = newId();
      const startsAt = new Date(instantAt(day, doors, zone));
      await tx.insert(event).values({ id, slug, name, strapline, place, day, startsAt, zone, capacity });
      await insertFirstDay(tx, { id, day, startsAt });
      await tx.insert(liveVersion).values({ eventId: id });
      await tx.insert(role).values({ eventId: id, personId: owner.personId, role: "organiser" });
      const sectors = input.sectors.map((sectorName, position) => ({ name: sectorName, position }));
      if (sectors.length > 0)
        await tx.insert(sector).values(sectors.map((it) => ({ ...it, id: newId(), eventId: id })));
      await insertRooms(tx, id, input.rooms, 0);
      await insertSlots(tx, id, zone, input.slots);
      const entry = { eventId: id, at: now, actor: "crew" as const, actorId: owner.personId, subjectId: id };
      await record(tx, { ...entry, act: "start_camp", from: null, to: slug });
      return granted({ id, slug });
    }),
  );
}

/** @throws when the camp is gone */
export async function readRules(db: Store, crew: May<"changeSettings">): Promise<Rules> {
  const [row] = await db.select().from(event).where(eq(event.id, crew.eventId));
  if (!row) throw new Error("an organiser without a camp");
  return rulesOf(row);
}

const RULE_NAMES = [
  "capacity",
  "lineLimit",
  "holdHours",
  "offerHours",
  "offersOn",
  "tally",
  "dots",
  "locale",
] as const satisfies readonly (keyof Rules)[];

export const rulesOf = (camp: Rules): Rules => someRules(camp, camp) as Rules;

/** Those of a camp that somebody asks for, as a form shows them: whoever changes other ones is not in the way. */
export function someRules(camp: Rules, asked: Partial<Rules>): Partial<Rules> {
  const names = RULE_NAMES.filter((name) => name in asked);
  return Object.fromEntries(names.map((name) => [name, camp[name]]));
}

type Facts = Pick<EventView, "name" | "strapline" | "place" | "day" | "startsAt" | "zone">;

/** The facts behind the details form; their `markOf` tells whether somebody else saved meanwhile. */
export const factsOf = ({ name, strapline, place, day, startsAt, zone }: Facts): Facts => ({
  name,
  strapline,
  place,
  day,
  startsAt,
  zone,
});

const DETAILS: SettingsPart<Facts> = {
  name: "details",
  act: "settings",
  screens: ["event", "draft", "people"],
  read: async (_, camp) => factsOf({ ...camp, startsAt: camp.startsAt.toISOString() }),
};

/** Who was told of a change by mail, and how many open offers got another time to answer. */
export type Told = Audience & { offersMoved: number };

/**
 * Changes name, place, first day and doors. When the day or the zone changes, the other days and the slots move along,
 * keeping their local times, and open offers get the time to answer that is left.
 * @param mark of what the organiser saw; refused `changed_meanwhile` when it is no longer so, `day_misfits` when a slot
 *   would come to a time that the clocks there never show
 * @param tell false mails only those whose offer got another time; the log says so
 */
export async function changeDetails(
  db: Database,
  crew: May<"changeSettings">,
  mark: string,
  { name, strapline, place, day, doors, zone }: Details,
  now: Date,
  { agreed = NOTHING_AGREED, tell = true }: { agreed?: string; tell?: boolean } = {},
): Promise<Result<Outcome<Told>, "not_found" | "archived" | "changed_meanwhile" | "day_misfits">> {
  return changeCamp(db, crew, DETAILS, mark, now, async (tx, camp) => {
    const change = await planMove(tx, camp, { day, doors, zone, place });
    if (!change) return refused("day_misfits");
    const { moves } = change;
    // Before the tickets nobody knows of the camp, and afterwards nobody has to be anywhere.
    const concerns = permits(camp.phase, "answer") && (moves || zone !== camp.zone || place !== camp.place);
    const audience = concerns ? await readAudience(tx, camp.id) : NOBODY_TOLD;
    const offers = moves && audience.offers > 0;
    const question = asking(
      [
        ...(day === camp.day ? [] : pastDay(day, localAt(now.getTime(), zone).day)),
        ...(mailsTo(audience) > 0 ? [{ kind: "told" as const, ...audience }] : []),
        ...(offers ? [{ kind: "offers_moved" as const, offers: audience.offers }] : []),
      ],
      agreed,
    );
    if (question) return granted(question);
    await tx.update(event).set({ name, strapline, place, zone }).where(eq(event.id, camp.id));
    const retimed = await moveCamp(tx, crew, camp, change, now);
    if (!retimed) return refused("day_misfits");
    const told = concerns ? await tellChange(tx, camp.id, change, { tell, retimed }) : NOBODY_TOLD;
    return granted({ done: { ...told, offersMoved: retimed.size } });
  });
}

export const NOBODY_TOLD: Audience = { places: 0, offers: 0, line: 0, unreached: 0 };

/** @param asked those that a form shows */
const rulesPart = (asked: Partial<Rules>): SettingsPart<Partial<Rules>> => ({
  name: "rules",
  act: "rules",
  screens: ["event", "people", "grid"],
  read: async (_, camp) => someRules(camp, asked),
});

/**
 * Changes the rules that are given. Places that become free go to the line at once.
 * @param mark of what the organiser saw of these (`someRules`)
 * @returns how many offers were made; refused `changed_meanwhile` as `changeDetails` is, `over_inside` for more than
 *   `mayGiveOut` lets
 */
export async function changeRules(
  db: Database,
  crew: May<"changeSettings">,
  mark: string,
  rules: Partial<Rules>,
  now: Date,
  agreed = NOTHING_AGREED,
): Promise<Result<Outcome<number>, "not_found" | "archived" | "changed_meanwhile" | "over_inside">> {
  return changeCamp(db, crew, rulesPart(rules), mark, now, async (tx, camp) => {
    const after = { ...camp, ...rules };
    const { capacity, dots } = after;
    if (capacity > camp.capacity && !mayGiveOut(capacity, camp)) return refused("over_inside");
    const { counts, ...division } = await readDivision(tx, after, now);
    const fewer = capacity < camp.capacity ? overCapacity(capacity, counts) : [];
    const kept = capacity < camp.capacity ? keptOverPlaces(division.pools, division.places.planned) : [];
    const offers = willOffer(after, division, counts);
    const over =
      dots === null || dots === camp.dots ? [] : fewerHands(dots, await readOver(tx, camp.id, dots));
    const question = asking([...fewer, ...kept, ...manyOffers(offers), ...over], agreed);
    if (question) return granted(question);
    await tx.update(event).set(rules).where(eq(event.id, camp.id));
    return granted({ done: (await settlePlaces(tx, after, now)).offered });
  });
}

function willOffer(camp: EventRow, division: Division, counts: Counts): number {
  if (!camp.offersOn || !permits(camp.phase, "offer")) return 0;
  return placesToOffer(division, counts);
}
