/** A camp started from an earlier one: all that its organisers set and wrote, and nobody but the crew. */
import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { CampInput } from "#db/camp.ts";
import { isCamp } from "#db/camp-list.ts";
import { copyCrew } from "#db/clone/crew.ts";
import { copyRooms, copySectors, copySlots } from "#db/clone/frame.ts";
import { copyRota } from "#db/clone/rota.ts";
import { copyChecklist, copyPages, copyQuestions, copyWords } from "#db/clone/texts.ts";
import type { Database, Store } from "#db/connection.ts";
import { memberOf } from "#db/crew-list.ts";
import { type EventRow, eventViews, readDays } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { spend } from "#db/rate-limit.ts";
import { contact } from "#db/schema/camp-page.ts";
import { day } from "#db/schema/day.ts";
import { event } from "#db/schema/event.ts";
import { liveVersion } from "#db/schema/live.ts";
import { role } from "#db/schema/person.ts";
import { release } from "#db/schema/release.ts";
import { slot } from "#db/schema/slot.ts";
import { transact } from "#db/transaction.ts";
import { refereed } from "#db/violation.ts";
import type { EventView } from "#domain/event.ts";
import { allowed } from "#domain/permission.ts";
import { mayGiveOut } from "#domain/registration/inside.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { daysBetween } from "#domain/time/local.ts";
import { shifted } from "#domain/time/shifted.ts";
import type { Owner } from "#domain/viewer.ts";

/** Camps from which another can be started, on one page. */
export const EARLIER = 20;

/** Not where a camp requires a passkey and they used none: it would be all of its settings, and its crew. */
const organisedBy = (db: Store, { personId, passkey }: Owner) =>
  db
    .select({ id: role.eventId })
    .from(role)
    .innerJoin(event, eq(event.id, role.eventId))
    .where(
      and(
        ...[eq(role.personId, personId), eq(role.role, "organiser")],
        passkey ? undefined : eq(event.passkeyRequired, false),
      ),
    );

/** The camps that somebody organises, the newest day first: at most EARLIER. */
export async function listEarlier(db: Store, owner: Owner): Promise<EventView[]> {
  const rows = await db
    .select()
    .from(event)
    .where(and(inArray(event.id, organisedBy(db, owner)), isCamp))
    .orderBy(desc(event.day), desc(event.id))
    .limit(EARLIER);
  return eventViews(db, rows);
}

/** One of them, whichever page it would be on; null for any other. */
export async function findEarlier(db: Store, owner: Owner, slug: string): Promise<EventRow | null> {
  const [row] = await db
    .select()
    .from(event)
    .where(and(eq(event.slug, slug), inArray(event.id, organisedBy(db, owner)), isCamp));
  return row ?? null;
}

export type CloneInput = Omit<CampInput, "sectors" | "rooms" | "slots"> & {
  /** The crew comes along, with their roles, and is told. */
  crew: boolean;
};

/**
 * What was made, and what could not be: rows of the day and `tasks` of the rota at times that the clocks there skip, and
 * people named in the code of conduct by their address. `releases` says that the earlier camp had some, which are not brought.
 */
export type Cloned = {
  slug: string;
  crew: number;
  leftOut: number;
  tasks: number;
  unnamed: number;
  releases: boolean;
};

type CloneRefusal =
  | "not_found"
  | "passkey_needed"
  | "slug_taken"
  | "day_misfits"
  | "over_inside"
  | "too_many";

/**
 * Starts a draft from an earlier camp that the owner organises.
 * @param from its address
 * @returns refused `day_misfits` when a day would be in no year that camps are in, `over_inside` for more places than the
 *   legal number that comes along lets, `too_many` after so many in a day
 */
export async function cloneCamp(
  db: Database,
  owner: Owner,
  from: string,
  input: CloneInput,
  now: Date,
): Promise<Result<Cloned, CloneRefusal>> {
  return refereed({ event_slug_is_taken: "slug_taken" } as const, () =>
    transact<Cloned, Exclude<CloneRefusal, "slug_taken">>(db, async (tx) => {
      const [source] = await tx.select().from(event).where(eq(event.slug, from)).for("share");
      const member = source && (await memberOf(tx, source.id, owner.personId));
      if (!member || !allowed(member.roles, "changeSettings")) return refused("not_found");
      if (source.passkeyRequired && !owner.passkey) return refused("passkey_needed");
      if (!mayGiveOut(input.capacity, source)) return refused("over_inside");
      const spent = await spend(tx, [{ limit: "clone_by_person", by: owner.personId }], now);
      if (!spent.ok) return spent;
      const days = await readDays(tx, source.id);
      const stored = await tx
        .select()
        .from(slot)
        .where(eq(slot.eventId, source.id))
        .orderBy(slot.startsAt, slot.id);
      const spans = stored.map(({ startsAt, endsAt, ...row }) => {
        return { ...row, startsAt: startsAt.getTime(), endsAt: endsAt.getTime() };
      });
      const moved = shifted({ days, zone: source.zone }, spans, input);
      if (!moved) return refused("day_misfits");
      const id = newId();
      const startsAt = new Date(moved.days[0]!.startsAt);
      await tx.insert(event).values({ ...settingsOf(source), ...detailsOf(input), id, startsAt });
      const dayIds = new Map(moved.days.map((it) => [it.id, newId()]));
      await tx.insert(day).values(
        moved.days.map((it) => {
          return { id: dayIds.get(it.id)!, eventId: id, date: it.date, startsAt: new Date(it.startsAt) };
        }),
      );
      await tx.insert(liveVersion).values({ eventId: id });
      const copy = { from: source.id, to: id };
      await copySectors(tx, copy);
      await copyRooms(tx, copy);
      await copySlots(tx, copy, moved.slots, dayIds);
      await copyQuestions(tx, copy, daysBetween(source.day, input.day));
      await copyWords(tx, copy, now);
      await copyPages(tx, copy, owner.personId, now);
      await copyChecklist(tx, copy, now);
      const move = { from: { day: days[0]!.date, zone: source.zone }, to: input };
      const tasks = await copyRota(tx, copy, move, now);
      const crew = await copyCrew(tx, copy, owner.personId, { all: input.crew, camp: input.name, now });
      const entry = { eventId: id, at: now, actor: "crew" as const, actorId: owner.personId, subjectId: id };
      await record(tx, { ...entry, act: "start_camp", from: source.slug, to: input.slug });
      return granted({
        ...{ slug: input.slug, crew, leftOut: spans.length - moved.slots.length, tasks },
        unnamed: await tx.$count(contact, and(eq(contact.eventId, source.id), isNull(contact.personId))),
        releases: (await tx.$count(release, eq(release.eventId, source.id))) > 0,
      });
    }),
  );
}

const detailsOf = ({ slug, name, strapline, place, day, zone, capacity }: CloneInput) => ({
  ...{ slug, name, strapline, place, day, zone, capacity },
});

/** The rules that are no one date's. When pools merge is, and is set anew. */
const settingsOf = (row: EventRow) => ({
  locale: row.locale,
  lineLimit: row.lineLimit,
  organisationLimit: row.organisationLimit,
  holdHours: row.holdHours,
  offerHours: row.offerHours,
  insideLimit: row.insideLimit,
  overbookTo: row.overbookTo,
  transferHours: row.transferHours,
  passOnMinutes: row.passOnMinutes,
  rounds: row.rounds,
  backDays: row.backDays,
  keepDays: row.keepDays,
  tally: row.tally,
  dots: row.dots,
  announcementsADay: row.announcementsADay,
  offersOn: row.offersOn,
  replyTo: row.replyTo,
  passkeyRequired: row.passkeyRequired,
});
