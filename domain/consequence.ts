/**
 * What saving settings would do beyond what was typed: said first, and done once the organiser agreed to exactly
 * that.
 */
import type { EqualityQuestion } from "#domain/equality.ts";
import { type Act, type Phase, permits, wentBy } from "#domain/event.ts";
import type { Forecast } from "#domain/forecast.ts";
import type { Capability, Role } from "#domain/permission.ts";
import type { Closed } from "#domain/pool.ts";
import type { PeopleCounts } from "#domain/registration/places.ts";
import { holdsPlace, type Status } from "#domain/registration.ts";
import { daysBetween, type Local } from "#domain/time/local.ts";
import type { LocalSlot } from "#domain/time/slot-times.ts";

/** Who hears of a change by mail. Mail to the unreached came back before. */
export type Audience = { places: number; offers: number; line: number; unreached: number };

/** A session that stands in a room or slot that would go, or in a slot that would be a break. Hands that are kept are null. */
export type Uprooted = { id: string; title: string; hands: number | null; published: boolean };

/** A room or a slot goes, a slot becomes a break, or what begins in a slot cannot go on in the one that follows then. */
export type Uprooting = "room" | "slot" | "break" | "followed";

/** Some people by name, and how many more there are. */
export type Named = { names: readonly string[]; more: number };

export type Consequence =
  | {
      kind: "roles";
      you: boolean;
      to: readonly Role[];
      gains: readonly Capability[];
      loses: readonly Capability[];
    }
  /** So many of the crew need a passkey from then on, and who of them has none; or need one no more. */
  | { kind: "passkeys_required"; crew: number; without: Named }
  | { kind: "passkeys_freed"; crew: number }
  /** All passkeys of one of the crew go, and every browser of theirs is signed out. */
  | { kind: "passkeys_reset"; id: string; name: string }
  | { kind: "past_day"; day: string }
  /** These hear of it by mail, unless the organiser chooses otherwise. */
  | ({ kind: "told" } & Audience)
  /** Open offers get another time to answer, and their owners hear of it in any case. */
  | { kind: "offers_moved"; offers: number }
  | { kind: "over_capacity"; holding: number; capacity: number }
  /** Somebody is given a place by hand that the camp does not have; `holding` with theirs. */
  | { kind: "over_by_hand"; holding: number; capacity: number }
  /** More people are offered a place by hand than are free; `holding` with theirs. */
  | { kind: "more_than_free"; offers: number; free: number; holding: number; capacity: number }
  /** So many of those offered a place by hand could not have one as pools are now. */
  | { kind: "beyond_pools"; why: Closed; people: number }
  /** So many lose a held place or a turn, because they never proved their address; so many others of whom that is true stay. */
  | { kind: "drops_unproven"; held: number; waiting: number; stay: number }
  /** More places may be given out than people may be inside, of whom so many are expected. */
  | { kind: "overbooks"; places: number; inside: number; forecast: Forecast; companions: number }
  /** So many are inside, and nobody else may come in. */
  | { kind: "full_inside"; here: number; inside: number }
  /** People are brought with places that the camp does not have; `holding` with theirs. */
  | { kind: "over_by_list"; people: number; holding: number; capacity: number }
  /** More places are given out by hand than may be, against the legal number; `holding` with them. */
  | { kind: "over_most"; holding: number; most: number; inside: number }
  /** So many places given by hand are none of those kept back, and come out of a release that is announced. */
  | { kind: "from_release"; people: number }
  /** Whoever is put back in the line is offered a place again, because there are more than others for them. */
  | { kind: "offered_again" }
  | { kind: "many_offers"; offers: number }
  /** Everybody has fewer hands than some have up: so many people, one of them `most`. Theirs stay up. */
  | { kind: "fewer_hands"; dots: number; people: number; most: number }
  /** Registration is open, and would wait until then, in the camp's local time. */
  | { kind: "waits_for_release"; opens: Local }
  /** So many releases have a time that has passed: they open at once, for good. */
  | { kind: "opens_now"; releases: number }
  /** A draw is made, once and for all. */
  | { kind: "draws"; seed: string; entries: number; places: number }
  /** How the next places would be mixed, by sector and, without a name, of first-timers; so many wait for a draw. */
  | {
      kind: "pools";
      rules: string;
      next: number;
      entered: number;
      mix: readonly { name: string | null; before: number; after: number }[];
    }
  /** The time from which all places are open to all is past: nothing would be kept or limited. */
  | { kind: "pools_merged" }
  /** Who would get one of the next places then and not now, and the other way round. */
  | { kind: "pools_instead"; instead: Named; not: Named }
  /** Who is offered a place at once. */
  | ({ kind: "pools_offer" } & Named)
  /**
   * More places are kept for a sector, or without a name for first-timers, than people have come; besides these so many
   * have one that was kept back, and take none of them.
   */
  | { kind: "pool_unused"; name: string | null; kept: number; people: number; byHand: number }
  /** Fewer places would be given out than pools keep. */
  | { kind: "kept_over_places"; kept: number; places: number }
  | { kind: "stray_slot"; day: string; starts: string }
  | { kind: "day_goes"; day: string; slots: number }
  /** So many people are forgotten in the coming night. */
  | { kind: "forgotten_now"; people: number }
  /** A question goes, and what was answered to it. */
  | { kind: "answers_go"; id: string; question: string; answers: number }
  /** An equality question goes, with its counts. How many is nobody's to know. */
  | { kind: "equality_goes"; question: EqualityQuestion }
  /**
   * A published grid is taken back: the version before it is what everybody sees again, or none is. So many sessions are
   * then somewhere else, or on no grid any more, and so many people have a hand up for any of them; null where that is kept.
   */
  /** A program at that host is told no more; so many messages are not sent. */
  | { kind: "webhook_removed"; host: string; unsent: number }
  | { kind: "takes_back"; number: number; back: number | null; sessions: number; people: number | null }
  | { kind: "uprooted"; what: Uprooting; id: string; name: string; sessions: readonly Uprooted[] };

const MANY_OFFERS = 10;

/**
 * What of the consequences an organiser agrees to. Numbers that move by themselves are no part of it: a camp whose
 * tickets are open could otherwise never be saved.
 */
export function agreementTo(consequences: readonly Consequence[]): string[] {
  return consequences.flatMap((it) => {
    switch (it.kind) {
      case "past_day":
        return `${it.kind} ${it.day}`;
      // How many there are moves by itself while people register.
      case "answers_go":
        return `${it.kind} ${it.id}`;
      case "equality_goes":
        return `${it.kind} ${it.question}`;
      case "day_goes":
        return `${it.kind} ${it.day} ${it.slots}`;
      case "over_capacity":
        return `${it.kind} ${it.capacity}`;
      // Two organisers who give the last place at once each know of the other's.
      case "over_by_hand":
      case "over_by_list":
        return `${it.kind} ${it.holding} ${it.capacity}`;
      case "over_most":
        return `${it.kind} ${it.holding} ${it.most}`;
      case "more_than_free":
        return `${it.kind} ${it.offers} ${it.free} ${it.holding} ${it.capacity}`;
      case "beyond_pools":
        return `${it.kind} ${it.why} ${it.people}`;
      case "overbooks":
        return `${it.kind} ${it.places} ${it.inside}`;
      case "full_inside":
        return `${it.kind} ${it.inside}`;
      case "roles":
        return [it.kind, ...it.to, ">", ...it.gains, "<", ...it.loses].join(" ");
      case "passkeys_required":
        return [it.kind, it.crew, it.without.more, ...it.without.names].join(" ");
      case "passkeys_freed":
        return `${it.kind} ${it.crew}`;
      case "passkeys_reset":
        return `${it.kind} ${it.id}`;
      // How many are up moves by itself.
      case "fewer_hands":
        return `${it.kind} ${it.dots}`;
      case "waits_for_release":
        return `${it.kind} ${it.opens.day} ${it.opens.time}`;
      case "opens_now":
        return `${it.kind} ${it.releases}`;
      case "draws":
        return `${it.kind} ${it.entries} ${it.seed}`;
      // Who is in the line moves by itself while people register.
      case "pools":
        return `${it.kind} ${it.rules}`;
      case "pools_instead":
      case "pool_unused":
        return [];
      case "kept_over_places":
        return `${it.kind} ${it.kept} ${it.places}`;
      case "stray_slot":
        return `${it.kind} ${it.day} ${it.starts}`;
      // Hands go up and down by themselves.
      case "takes_back":
        return `${it.kind} ${it.number} ${it.back} ${it.sessions}`;
      case "uprooted":
        return [it.kind, it.what, it.id, ...it.sessions.map(({ id }) => id).sort()].join(" ");
      default:
        return it.kind;
    }
  });
}

/** Counts who would hear of a change. @param people everybody in the camp, the draw or the line */
export function audienceOf(people: readonly { status: Status; reached: boolean }[]): Audience {
  const audience: Audience = { places: 0, offers: 0, line: 0, unreached: 0 };
  for (const { status, reached } of people) {
    if (!reached) audience.unreached += 1;
    else if (status === "offered") audience.offers += 1;
    else if (holdsPlace(status)) audience.places += 1;
    else audience.line += 1;
  }
  return audience;
}

export const mailsTo = ({ places, offers, line }: Audience) => places + offers + line;

/** Whether a camp on this day would be over already. @param today in the camp's zone, both `YYYY-MM-DD` */
export function pastDay(day: string, today: string): Consequence[] {
  return day < today ? [{ kind: "past_day", day }] : [];
}

/** What letting go of everybody unproven does. The numbers are no part of what is agreed to: they grow in a flood. */
export function lettingGo(held: number, waiting: number, stay: number): Consequence[] {
  return [{ kind: "drops_unproven", held, waiting, stay }];
}

/** Whether so many offers at once are asked about first. */
export function manyOffers(offers: number): Consequence[] {
  return offers >= MANY_OFFERS ? [{ kind: "many_offers", offers }] : [];
}

/** What so many hands each do to those who have more up. */
export function fewerHands(dots: number, over: { people: number; most: number }): Consequence[] {
  return over.people > 0 ? [{ kind: "fewer_hands", dots, ...over }] : [];
}

/** What making a draw does: it is said before, because nobody can take it back. */
export function drawing(seed: string, entries: number, places: number): Consequence[] {
  return [{ kind: "draws", seed, entries, places }];
}

/**
 * Whom moving the phase concerns: how many the line may be offered, how many open offers end with the camp for good, and
 * how many could no longer be answered for the time being.
 */
export function phaseConcerns(
  from: Phase,
  to: Phase,
  counts: Pick<PeopleCounts, "free" | "waiting" | "offered">,
): { offers: number; ended: number; stranded: number } {
  const begins = (act: Act) => permits(to, act) && !permits(from, act);
  const ends = (act: Act) => permits(from, act) && !permits(to, act);
  return {
    offers: begins("offer") ? Math.min(counts.free, counts.waiting) : 0,
    ended: wentBy(to) && !wentBy(from) ? counts.offered : 0,
    stranded: ends("answer") && !wentBy(to) ? counts.offered : 0,
  };
}

/**
 * The rows that lie before the camp's first day, or more than a day after everything else of it.
 *
 * @param before the rows there were: one that strayed already is not asked about again
 */
export function straySlots(
  day: string,
  slots: readonly LocalSlot[],
  before: readonly LocalSlot[] = [],
): Consequence[] {
  const known = before.length > 0 ? agreementTo(straySlots(day, before)) : [];
  const stray: Consequence[] = [];
  let last = day;
  for (const slot of [...slots].sort((a, b) => (a.day + a.starts).localeCompare(b.day + b.starts))) {
    if (slot.day < day || daysBetween(last, slot.day) > 1)
      stray.push({ kind: "stray_slot", day: slot.day, starts: slot.starts });
    else last = slot.day;
  }
  return stray.filter((it) => !known.includes(agreementTo([it])[0]!));
}
