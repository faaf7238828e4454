import { and, eq, inArray, ne, or } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { readTimes } from "#db/event.ts";
import { readPoolsView } from "#db/pool/view.ts";
import { readDivision } from "#db/registration/place.ts";
import { listReleaseRows, releaseOf } from "#db/release.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { entry, type ReleaseRow } from "#db/schema/release.ts";
import { isOver } from "#domain/event.ts";
import type { Kind } from "#domain/pool.ts";
import { holdsUnproven } from "#domain/registration/hold.ts";
import { admit, freePlaces, leftByLine } from "#domain/registration/places.ts";
import { isWaiting } from "#domain/registration/status.ts";
import { entriesEnd, type Intake, intakeAt } from "#domain/release.ts";
import type { ReleaseView, TicketsView } from "#domain/tickets.ts";

/** A hint: who gets a ticket is decided under the lock. @throws when the camp is not there */
export async function readTickets(store: Store, eventId: string, now: Date): Promise<TicketsView> {
  const [camp] = await store.select().from(event).where(eq(event.id, eventId));
  if (!camp) throw new Error("tickets counted for a camp that is not there");
  const { counts, places, pools } = await readDivision(store, camp, now);
  const rows = await listReleaseRows(store, eventId);
  const releases = rows.map(releaseOf);
  const intake = intakeAt(releases, now.getTime());
  const free = freePlaces(places, counts);
  const giving = { places, pools, lineLimit: camp.lineLimit, offersOn: camp.offersOn };
  const gets = (kind: Kind) => admit(giving, counts, { kind, proven: false, lapsed: false });
  const admitted = gets(ANYBODY);
  const { endsAt } = await readTimes(store, camp);
  // Places are free, but too many unproven addresses let theirs lapse: a proof is needed first.
  const line = free > 0 && !holdsUnproven(camp.capacity, counts.lapsed) ? "proof" : "line";
  const served = !admitted.ok ? "closed_line" : isWaiting(admitted.value) ? line : "place";
  const coming = releases.find(({ opensAt }) => opensAt > now.getTime() && intake.kind !== "soon");
  return {
    capacity: camp.capacity,
    out: places.open,
    over: isOver(camp.phase, endsAt, now.getTime()),
    next: INSTEAD[intake.kind] ?? served,
    release: intake.kind === "open" ? null : viewOf(intake.release.id, rows),
    coming: coming ? viewOf(coming.id, rows) : null,
    // Once its entries are closed, those in the list that was published: somebody may be deleted since.
    entered: intake.kind === "drawing" ? await countEntries(store, intake.release.id) : counts.entered,
    // A place is left for everybody in turn, also while their address is not proven.
    free: served === "place" ? leftByLine({ places, pools }, counts).free : free,
    pools: await readPoolsView(store, camp, now, (kind) => gained(gets(kind)) && !gained(admitted)),
    waiting: counts.waiting,
    moved: await countMoved(store, eventId),
    at: now.toISOString(),
  };
}

const countEntries = (store: Store, releaseId: string) => store.$count(entry, eq(entry.releaseId, releaseId));

/** Somebody for whom no place is kept. */
const ANYBODY: Kind = { sectorId: "", firstTime: false, organisation: "" };

const gained = (admitted: ReturnType<typeof admit>) => admitted.ok && !isWaiting(admitted.value);

/** What there is for whoever presses while nobody is served. */
const INSTEAD: Partial<Record<Intake["kind"], TicketsView["next"]>> = {
  soon: "soon",
  entering: "entry",
  drawing: "drawing",
};

function viewOf(id: string, rows: readonly ReleaseRow[]): ReleaseView {
  const row = rows.find((one) => one.id === id)!;
  const { way, places, source, opensAt } = row;
  const closesAt = new Date(entriesEnd(releaseOf(row))).toISOString();
  return { id, way, places, source, opensAt: opensAt.toISOString(), closesAt };
}

/** Places that went to the line: an offer that was taken, or an organiser's decision. */
export async function countMoved(store: Store, eventId: string): Promise<number> {
  const byHand = and(eq(audit.act, "confirm"), inArray(audit.from, ["waiting", "offered"]));
  const taken = and(eq(audit.act, "accept"), ne(audit.from, "confirmed"));
  return store.$count(audit, and(eq(audit.eventId, eventId), or(taken, byHand)));
}
