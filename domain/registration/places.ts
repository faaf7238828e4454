/** Who has a place, who gets one, and who is next in line. */
import { type Group, type Kind, type Pools, type Room, roomIn } from "#domain/pool.ts";
import { holdsUnproven } from "#domain/registration/hold.ts";
import type { Status } from "#domain/registration.ts";
import type { Places } from "#domain/release.ts";
import { granted, type Result, refused } from "#domain/result.ts";

/** How many people hold what, counted under the camp's lock. */
export type Counts = {
  confirmed: number;
  held: number;
  offered: number;
  /**
   * Everybody in the line; of these, those who can be offered a place, those with a proven address who have paused, and
   * those whose turn is still to come.
   */
  waiting: number;
  ready: number;
  paused: number;
  inTurn: number;
  /** Places that were held for addresses which never proved themselves. */
  lapsed: number;
  /** In a batch or a draw that is not in order yet. */
  entered: number;
  /** Of those who hold a place, how many were given it by hand from what was kept back. */
  keptBack: number;
  /** The same people by what pools go by, without those given a place by hand; null where no pools hold. */
  groups: readonly Group[] | null;
};

/** Of the counts, those of the statuses in HOLDING. */
export type Held = Pick<Counts, "confirmed" | "held" | "offered">;

/** Places that somebody holds: the counts of the statuses in HOLDING. */
export function takenPlaces({ confirmed, held, offered }: Held): number {
  return confirmed + held + offered;
}

/**
 * Places given out that nobody holds. Never below zero, even where an organiser went over. What was given by hand out
 * of the places kept back takes none of the others, as long as so many are kept back.
 */
export function freePlaces(
  { capacity, open, most = null }: Places,
  counts: Held & Pick<Counts, "keptBack">,
): number {
  const aside = Math.min(counts.keptBack, capacity - open);
  const taken = takenPlaces(counts);
  return Math.max(
    0,
    Math.min(open - (taken - aside), most === null ? Number.POSITIVE_INFINITY : most - taken),
  );
}

/** What becomes of the places that are neither free nor anybody's, and how many more are anybody's than there are. */
export type Beyond = {
  /** They come with a release that is still to open, or whose entries are not in order yet. */
  later: number;
  /** They are in no release, and nobody was given one by hand. */
  keptBackLeft: number;
  /** Held beyond those given out, as after the places of a camp were cut. */
  over: number;
};

/** With the places that somebody holds and the free ones these are all of a camp. */
export function beyondFree(
  { capacity, open, planned }: Places,
  counts: Held & Pick<Counts, "keptBack">,
): Beyond {
  const byHand = Math.min(counts.keptBack, capacity - open);
  const keptBackLeft = Math.max(0, capacity - planned - byHand);
  return {
    later: capacity - open - byHand - keptBackLeft,
    keptBackLeft,
    over: Math.max(0, takenPlaces(counts) - byHand - open),
  };
}

/** The places of a camp and who may have them. @param pools null for none */
export type Division = { places: Places; pools: Pools | null };

/** The room there is for people of each kind, where any place is free. */
export function roomOf({ places, pools }: Division, { groups }: Pick<Counts, "groups">): Room {
  return roomIn(pools, places, groups ?? []);
}

/**
 * Places that could be offered now: one for each free place and person who is ready for it and may have it. With pools
 * and ceilings the number is that of one order of the line; it is 0 exactly where nobody can be offered one.
 */
export function placesToOffer(
  { places, pools }: Division,
  counts: Held & Pick<Counts, "ready" | "keptBack" | "groups">,
): number {
  const free = freePlaces(places, counts);
  if (!pools || !counts.groups) return Math.min(free, counts.ready);
  const room = roomIn(pools, places, counts.groups);
  let offered = 0;
  for (const group of counts.groups)
    for (let one = 0; one < group.ready && offered < free && room.fits(group); one += 1) {
      room.take(group);
      offered += 1;
    }
  return offered;
}

/** Somebody who asks to be let in, and of which kind. */
export type Newcomer = {
  kind: Kind;
  /** Their address is proven in the browser they ask from. */
  proven: boolean;
  /** A place held for this address has lapsed before. */
  lapsed: boolean;
};

export type Admitted = "confirmed" | "held" | "waiting";

/**
 * What is left of the free places once everybody in turn has one of those they could take now. Where several of them
 * would share less room than they need, all of it is theirs: nobody is overtaken for a place that may be their turn.
 */
export function leftByLine(division: Division, counts: Counts): { free: number; room: Room } {
  const room = roomOf(division, counts);
  const free = freePlaces(division.places, counts);
  if (!counts.groups) return { free: free - counts.inTurn, room };
  const theirs = counts.groups.filter((group) => group.inTurn > 0 && room.fits(group));
  for (const group of theirs) room.take(group, group.inTurn);
  return { free: free - theirs.reduce((sum, { inTurn }) => sum + inTurn, 0), room };
}

/**
 * Decides what a newcomer gets. While anybody waits who could be offered a place, newcomers wait behind them; for those
 * in turn whose address is not proven yet a place each is left, where they are offered it once it is; while offers are off newcomers wait behind them too. One is held for somebody unproven only while few such
 * places lapsed.
 *
 * @param lineLimit the length at which the waiting list is closed, or null for no limit; the unproven do not count
 * @returns refused `line_full` when the list is at its limit
 */
export function admit(
  { lineLimit, offersOn, ...division }: Division & { lineLimit: number | null; offersOn: boolean },
  counts: Counts,
  newcomer: Newcomer,
): Result<Admitted, "line_full"> {
  const { places } = division;
  const room = roomOf(division, counts);
  const free = freePlaces(places, counts) > 0 && room.fits(newcomer.kind);
  const anyOf = (which: "ready" | "inTurn") =>
    counts.groups?.some((group) => group[which] > 0 && room.fits(group)) ?? counts[which] > 0;
  const first = !anyOf(offersOn ? "ready" : "inTurn");
  // The unproven are skipped, also by a newcomer who need not be.
  if (newcomer.proven && free && !anyOf("ready")) return granted("confirmed");
  const trusted = holdsUnproven(places.capacity, counts.lapsed) && !newcomer.lapsed;
  if (!newcomer.proven && trusted && free && first) {
    const left = leftByLine(division, counts);
    if (left.free > 0 && left.room.fits(newcomer.kind)) return granted("held");
  }
  if (lineLimit !== null && counts.ready + counts.paused >= lineLimit) return refused("line_full");
  return granted("waiting");
}

/** Whether there are places for all of these, also after everybody who waits already. */
export function haveRoomFor(division: Division, counts: Counts, kinds: readonly Kind[]): boolean {
  if (kinds.length + counts.waiting > freePlaces(division.places, counts)) return false;
  const room = roomOf(division, counts);
  const waiting = (counts.groups ?? []).flatMap((group) => Array<Kind>(group.waiting).fill(group));
  return [...waiting, ...kinds].every((kind) => {
    const fits = room.fits(kind);
    room.take(kind);
    return fits;
  });
}

type Change = Partial<Record<"holding" | "waiting" | "ready" | "inTurn", number>>;

/** The groups with one more of a kind, where they are counted at all. */
export function withKind({ groups }: Counts, kind: Kind, more: Change): Counts["groups"] {
  if (!groups) return null;
  const same = (group: Group) =>
    group.sectorId === kind.sectorId &&
    group.firstTime === kind.firstTime &&
    group.organisation === kind.organisation;
  const { sectorId, firstTime, organisation } = kind;
  const known = groups.find(same);
  const { holding, waiting, ready, inTurn } = known ?? { holding: 0, waiting: 0, ready: 0, inTurn: 0 };
  const changed: Group = {
    ...{ sectorId, firstTime, organisation },
    holding: holding + (more.holding ?? 0),
    waiting: waiting + (more.waiting ?? 0),
    ready: ready + (more.ready ?? 0),
    inTurn: inTurn + (more.inTurn ?? 0),
  };
  return known ? groups.map((group) => (group === known ? changed : group)) : [...groups, changed];
}

/** The counts after somebody was admitted. */
export function withOneMore(
  counts: Counts,
  to: Admitted | "entered",
  { kind, proven, lapsed }: Newcomer,
): Counts {
  // Whoever proves their address has lapsed no more.
  const after = { ...counts, lapsed: counts.lapsed - (proven && lapsed ? 1 : 0) };
  if (to === "entered") return { ...after, entered: after.entered + 1 };
  if (to !== "waiting")
    return { ...after, [to]: after[to] + 1, groups: withKind(counts, kind, { holding: 1 }) };
  const more = { ready: proven ? 1 : 0, inTurn: lapsed && !proven ? 0 : 1 };
  return {
    ...after,
    waiting: after.waiting + 1,
    ready: after.ready + more.ready,
    inTurn: after.inTurn + more.inTurn,
    groups: withKind(counts, kind, { waiting: 1, ...more }),
  };
}

/** The counts after somebody's address was proven: a held place is theirs, and a turn is one that is served. */
export function withOneProven(
  counts: Counts,
  { kind, status, lapsed }: { kind: Kind; status: Status; lapsed: boolean },
): Counts {
  const once = lapsed ? 1 : 0;
  const after = { ...counts, lapsed: counts.lapsed - once };
  if (status === "held") return { ...after, held: counts.held - 1, confirmed: counts.confirmed + 1 };
  if (status !== "waiting") return after;
  const groups = withKind(counts, kind, { ready: 1, inTurn: once });
  return { ...after, ready: counts.ready + 1, inTurn: counts.inTurn + once, groups };
}

/** How many more people may be given a place by the legal number, companions counted; null where it sets no limit. */
export function roomByLaw({ most = null }: Places, counts: Held): number | null {
  return most === null ? null : Math.max(0, most - takenPlaces(counts));
}

/** A person in the line, as the next offer sees them; `companions` they bring along, who are inside as well. */
export type InLine = { id: string; rank: number; ready: boolean; kind: Kind; companions?: number };

/**
 * Who gets the free places: the best ranks among those who can be offered one and may have it. The others keep their
 * rank.
 *
 * @param line everybody waiting, in any order
 * @param room what is taken of it is counted on
 * @param inside how many more people may be inside, companions counted; null for no limit
 * @returns ids in the order of the line
 */
export function nextInLine(
  line: readonly InLine[],
  free: number,
  room: Room,
  inside: number | null = null,
): string[] {
  const chosen: string[] = [];
  let left = inside ?? Number.POSITIVE_INFINITY;
  for (const { id, ready, kind, companions = 0 } of [...line].sort((a, b) => a.rank - b.rank)) {
    if (chosen.length >= free) break;
    if (!ready || !room.fits(kind) || 1 + companions > left) continue;
    room.take(kind);
    left -= 1 + companions;
    chosen.push(id);
  }
  return chosen;
}

/** The figures at the head of the organisers' list. */
export type PeopleCounts = Omit<Counts, "groups"> &
  Beyond & {
    free: number;
    /** Of the free places, how many could be offered to somebody now. */
    toOffer: number;
    /** Everybody in the camp or its line who never proved their address. */
    unproven: number;
    /** Of these, those who would be let go of with all unproven. */
    toLetGo: number;
    /** Whether offers run by themselves. */
    offersOn: boolean;
    /** Since when places stand free while people are ready for them, ISO 8601; null when none do, or none are offered now. */
    idleSince: string | null;
  };

/** How long places may stand free though offers run by themselves, in milliseconds: ten minutes. */
const PATIENCE = 600_000;

/**
 * Why places stand free while people are ready for them, where somebody must see to it: offers are switched off, or they
 * run by themselves and have not.
 *
 * @param awake whether this is an hour at which places are offered @param now milliseconds since 1970
 */
export function whyIdle(
  { idleSince, offersOn }: Pick<PeopleCounts, "idleSince" | "offersOn">,
  awake: boolean,
  now: number,
): "off" | "late" | null {
  if (idleSince === null) return null;
  if (!offersOn) return "off";
  return awake && now - Date.parse(idleSince) >= PATIENCE ? "late" : null;
}
