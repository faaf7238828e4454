/** The links of a camp's round-up: brought by whoever has a place, or by the crew, who also hide what does not belong. */
import { and, asc, desc, eq, ne, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { agreedFor } from "#db/pitch/agreed.ts";
import { spend } from "#db/rate-limit.ts";
import { pitch } from "#db/schema/pitch.ts";
import { roundUpLink } from "#db/schema/round-up.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { permits } from "#domain/event.ts";
import type { Act } from "#domain/history.ts";
import { MOST } from "#domain/limits.ts";
import { isHidden, isWithdrawn } from "#domain/pitch.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { gatheredBy, type LinkKind, type RoundUpLink } from "#domain/round-up.ts";
import type { Attendee, May } from "#domain/viewer.ts";

export type LinkInput = Pick<RoundUpLink, "url" | "title" | "author" | "pitchId"> & { kind: LinkKind };

/** As the desk sees it. `reported` is why somebody says that it does not belong; empty where nobody does. */
export type DeskLink = RoundUpLink & { hidden: boolean; reported: string };

const { id, url, kind, title, author, pitchId, addedAt, hidden, reported } = roundUpLink;
const SHOWN = { id, url, kind, title, author, pitchId, addedAt };
const oldestFirst = [asc(addedAt), asc(id)] as const;

const iso = <Row extends { addedAt: Date }>(row: Row) => ({ ...row, addedAt: row.addedAt.toISOString() });

/** Those that everybody may read, in the order they came: at most MOST.links. */
export async function listLinks(db: Store, eventId: string): Promise<RoundUpLink[]> {
  const theirs = and(eq(roundUpLink.eventId, eventId), eq(hidden, false));
  const rows = await db
    .select({ ...SHOWN, agreed: agreedFor(sql`round_up_link.pitch_id`, sql`round_up_link.event_id`) })
    .from(roundUpLink)
    .where(theirs)
    .orderBy(...oldestFirst)
    .limit(MOST.links);
  return rows
    .map(({ agreed, ...row }) => ({ row, gathered: row.pitchId === null ? "named" : gatheredBy(agreed) }))
    .filter(({ gathered }) => gathered !== "none")
    .map(({ row, gathered }) => iso(gathered === "unnamed" ? { ...row, author: "" } : row));
}

/** Those that somebody brought and may take back: at most MOST.linksOfOne. */
export async function listOwnLinks(db: Store, { registrationId }: Attendee): Promise<DeskLink[]> {
  const rows = await db
    .select({ ...SHOWN, hidden, reported })
    .from(roundUpLink)
    .where(eq(roundUpLink.registrationId, registrationId))
    .orderBy(...oldestFirst)
    .limit(MOST.linksOfOne);
  return rows.map(iso);
}

/** All of them, those first that somebody reported: at most MOST.links. */
export async function listDeskLinks(db: Store, { eventId }: May<"changeSettings">): Promise<DeskLink[]> {
  const rows = await db
    .select({ ...SHOWN, hidden, reported })
    .from(roundUpLink)
    .where(eq(roundUpLink.eventId, eventId))
    .orderBy(desc(ne(reported, "")), ...oldestFirst)
    .limit(MOST.links);
  return rows.map(iso);
}

type AddRefusal = "not_found" | "not_open" | "bad_input" | "link_there" | "links_full" | "too_many";

/** Who brings it: somebody with a place, or one of the crew. */
type Bringer = Attendee | May<"changeSettings">;

const isCamper = (by: Bringer): by is Attendee => "registrationId" in by;

/**
 * @param linkId minted with the form, so that sending it twice brings one
 * @returns refused `not_open` by the phase, `bad_input` for a session that links are not gathered of, `link_there` where the
 *   camp has that address, `links_full` where the camp or they themselves have as many as there may be
 */
export async function addLink(
  db: Database,
  by: Bringer,
  linkId: string,
  link: LinkInput,
  now: Date,
): Promise<Result<null, AddRefusal>> {
  return transact<null, AddRefusal>(db, async (tx) => {
    const camp = await lockEvent(tx, by.eventId);
    if (!camp) return refused("not_found");
    if (await isThere(tx, by, linkId)) return granted(null);
    if (!permits(camp.phase, "addLink")) return refused("not_open");
    const gathered = link.pitchId === null ? "named" : await gatheredOf(tx, camp.id, link.pitchId);
    if (gathered === "none") return refused("bad_input");
    const theirs = eq(roundUpLink.eventId, camp.id);
    if ((await tx.$count(roundUpLink, and(theirs, eq(url, link.url)))) > 0) return refused("link_there");
    const own = isCamper(by) ? by.registrationId : null;
    const many = own ? await tx.$count(roundUpLink, eq(roundUpLink.registrationId, own)) : 0;
    const full = many >= MOST.linksOfOne || (await tx.$count(roundUpLink, theirs)) >= MOST.links;
    if (full) return refused("links_full");
    const spent = own ? await spend(tx, [{ limit: "link_by_registration", by: own }], now) : granted(null);
    if (!spent.ok) return spent;
    // Of a session without names nobody is named, here neither.
    const named = gathered === "unnamed" ? "" : link.author;
    const row = { ...link, author: named, id: linkId, eventId: camp.id, registrationId: own, addedAt: now };
    await tx.insert(roundUpLink).values(row);
    await note(tx, by, "add_link", linkId, now);
    return granted(null);
  });
}

async function isThere(tx: Transaction, { eventId }: Bringer, linkId: string): Promise<boolean> {
  const here = and(eq(id, linkId), eq(roundUpLink.eventId, eventId));
  return (await tx.$count(roundUpLink, here)) > 0;
}

async function gatheredOf(tx: Transaction, eventId: string, about: string) {
  const { hiddenAt, withdrawnAt } = pitch;
  const [found] = await tx
    .select({ hiddenAt, withdrawnAt, agreed: agreedFor(sql`pitch.id`, sql`pitch.event_id`) })
    .from(pitch)
    .where(and(eq(pitch.id, about), eq(pitch.eventId, eventId)));
  return found && !isHidden(found) && !isWithdrawn(found) ? gatheredBy(found.agreed) : "none";
}

/** Who did it is kept of the crew alone. */
async function note(tx: Transaction, by: Bringer, act: Act, linkId: string, now: Date): Promise<void> {
  const who = isCamper(by)
    ? ({ actor: "camper", actorId: null } as const)
    : ({ actor: "crew", actorId: by.personId } as const);
  await record(tx, { eventId: by.eventId, at: now, ...who, act, subjectId: linkId });
}

/** Takes one's own out again, also once the camp is archived. Safe to repeat. */
export async function removeLink(
  db: Database,
  camper: Attendee,
  linkId: string,
  now: Date,
): Promise<Result<null, never>> {
  return transact<null, never>(db, async (tx) => {
    const own = and(eq(id, linkId), eq(roundUpLink.registrationId, camper.registrationId));
    const gone = await tx.delete(roundUpLink).where(own).returning({ id });
    if (gone.length > 0) await note(tx, camper, "remove_link", linkId, now);
    return granted(null);
  });
}

/**
 * Says of a link that it does not belong; the crew decides, and nobody is told who said so. What the first said is kept
 * until then. @returns refused `not_found` for one that nobody sees
 */
export async function reportLink(
  db: Database,
  camper: Attendee,
  { linkId, reason }: { linkId: string; reason: string },
  now: Date,
): Promise<Result<null, "not_found" | "too_many">> {
  return transact<null, "not_found" | "too_many">(db, async (tx) => {
    const here = and(eq(id, linkId), eq(roundUpLink.eventId, camper.eventId), eq(hidden, false));
    const [found] = await tx.select().from(roundUpLink).where(here).for("update");
    if (!found) return refused("not_found");
    if (found.reported !== "") return granted(null);
    const spent = await spend(tx, [{ limit: "report_by_registration", by: camper.registrationId }], now);
    if (!spent.ok) return spent;
    await tx.update(roundUpLink).set({ reported: reason }).where(eq(id, linkId));
    await note(tx, camper, "report_link", linkId, now);
    return granted(null);
  });
}

const DECIDED = {
  hide: { act: "hide_link", hidden: true },
  show: { act: "show_link", hidden: false },
  keep: { act: "keep_link", hidden: false },
} as const;
export type LinkDecision = keyof typeof DECIDED;

/** Hides a link, shows it again, or leaves one that was reported. Safe to repeat. Refused `not_found` for another camp's. */
export async function decideLink(
  db: Database,
  crew: May<"changeSettings">,
  linkId: string,
  decision: LinkDecision,
  now: Date,
): Promise<Result<null, "not_found">> {
  return transact<null, "not_found">(db, async (tx) => {
    const here = and(eq(id, linkId), eq(roundUpLink.eventId, crew.eventId));
    const [found] = await tx.select().from(roundUpLink).where(here).for("update");
    if (!found) return refused("not_found");
    const { act, hidden: hides } = DECIDED[decision];
    if (found.hidden === hides && found.reported === "") return granted(null);
    await tx.update(roundUpLink).set({ hidden: hides, reported: "" }).where(here);
    await note(tx, crew, act, linkId, now);
    return granted(null);
  });
}
