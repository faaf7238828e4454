/** The list as a phone at the door shows it: what the server said last, and what was tapped here since. */
import { type DoorAct, isCheckIn, isLeaving, sinceBack, standing } from "#domain/door/check-in.ts";
import { type Guest, type Here, isInside } from "#domain/door/guest.ts";
import type { DoorNews, TicketKey } from "#domain/door/news.ts";

export type PhoneList = {
  guests: ReadonlyMap<string, Guest>;
  day: DoorNews["day"];
  tickets: TicketKey | null;
  places: number;
  /** The doors were not open yet when the server answered last. */
  shut?: true;
  /** How many more may be inside, as the server said last; left out where there is no such number. */
  room?: number;
  /** The server's clock as it answered last, milliseconds since 1970, and when the names are forgotten. */
  told: number;
  /** What the next question goes by. */
  since: number;
  until: number;
};

/** The list after news: on another day nobody is in of whom it does not say so. */
export function withNews(list: PhoneList | null, news: DoorNews): PhoneList {
  const guests = new Map(news.whole ? [] : list?.guests);
  if (list?.day.id !== news.day.id)
    for (const [id, guest] of guests) if (guest.here) guests.set(id, { ...guest, here: null });
  for (const guest of news.people) guests.set(guest.id, guest);
  const tickets = news.tickets ?? list?.tickets ?? null;
  const { day, places, room, shut, now: told, since, until } = news;
  const left = { ...(room !== undefined && { room }), ...(shut && { shut }) };
  return { guests, day, tickets, places, ...left, told, since, until };
}

/** Of what was tapped here, what is of the day that the list is of. */
export const ofDay = (acts: readonly DoorAct[], { day }: Pick<PhoneList, "day">): DoorAct[] =>
  acts.filter(({ dayId }) => dayId === day.id);

/** Somebody with what was tapped about them here and is not yet heard of. @param acts of the list's day (`ofDay`) */
export function withTaps(guest: Guest, acts: readonly DoorAct[]): Guest {
  const theirs = acts.filter(({ registrationId }) => registrationId === guest.id);
  if (theirs.length === 0) return guest;
  const undone = new Set(theirs.flatMap(({ undoes }) => undoes));
  const told = guest.here?.acts.filter((id) => !undone.has(id)) ?? [];
  const tapped = standing(theirs).filter(({ id }) => !told.includes(id));
  const outs = theirs.filter((act) => isLeaving(act) && !undone.has(act.id)).map(({ at }) => at);
  const before = told.length > 0 ? guest.here?.left : undefined;
  if (before !== undefined) outs.push(before);
  // Who left and came back is in since then, whatever was told of before.
  const again = sinceBack(
    tapped,
    outs.map((at) => ({ at })),
  );
  const last = tapped.at(-1);
  const isBack = last !== undefined && outs.some((at) => at < last.at);
  const here = isBack ? earliest(null, [], again) : earliest(guest.here, told, tapped);
  if (!here) return { ...guest, here };
  const back = Math.max(here.at, ...tapped.map(({ at }) => at));
  const left = outs.filter((at) => at >= back);
  return { ...guest, here: left.length > 0 ? { ...here, left: Math.min(...left) } : here };
}

function earliest(here: Here | null, told: readonly string[], tapped: readonly DoorAct[]): Here | null {
  const acts = [...told, ...tapped.map(({ id }) => id)];
  const first = tapped[0];
  if (here && told.length > 0 && (!first || here.at <= first.at))
    return { at: here.at, door: here.door, acts };
  return first ? { at: first.at, door: first.door, acts } : null;
}

/** How many are in, with what was tapped here, and whom the list does not have yet. */
export function countIn(
  list: PhoneList,
  tapped: readonly DoorAct[],
  unlisted: readonly Pick<DoorAct, "dayId">[] = [],
): number {
  const acts = ofDay(tapped, list);
  const touched = new Set(acts.map(({ registrationId }) => registrationId));
  let here = unlisted.filter(({ dayId }) => dayId === list.day.id).length;
  for (const guest of list.guests.values())
    if (isInside(touched.has(guest.id) ? withTaps(guest, acts) : guest)) here += 1;
  return here;
}

/** How many more may be inside. @param here how many are, with what was tapped on this phone and the server has not counted */
export function roomLeft(list: PhoneList, here: number): number {
  return list.room === undefined ? Number.POSITIVE_INFINITY : list.room - (here - countIn(list, []));
}

/** Who is inside, by name, and how many have left again: as far as this phone knows. @param tapped not yet heard of */
export function insideOf(list: PhoneList, tapped: readonly DoorAct[]): { inside: Guest[]; left: number } {
  const acts = ofDay(tapped, list);
  const all = [...list.guests.values()].map((guest) => withTaps(guest, acts)).filter(({ here }) => here);
  const inside = all.filter(isInside);
  return { inside, left: all.length - inside.length };
}

/** Whom another door let in as well, of those whom this phone did: it is told, since one of both was somebody else. */
export function alsoElsewhere(news: DoorNews, sent: readonly DoorAct[]): Guest[] {
  const mine = new Set(sent.filter(isCheckIn).map(({ id }) => id));
  return news.people.filter(({ here }) => {
    const first = here?.acts[0];
    return first !== undefined && !mine.has(first) && here!.acts.some((id) => mine.has(id));
  });
}
