/** Whoever has a place is asked whether they still come, and a place whose holder says nothing goes back. */
import { instantAt, laterDay, localAt } from "#domain/time/local.ts";
import { type Card, is, reached } from "./card.ts";
import { answering, endTakingBack, put, type Table } from "./table.ts";

const DAY = 86_400_000;

/** So many days before the camp at a time of day. */
function before({ startsAt, zone }: Table, days: number, time: string): number {
  return instantAt(laterDay(localAt(startsAt, zone).day, -days), time, zone);
}

const asks = (table: Table) => answering(table) && table.now < table.startsAt;

/** The places of those who were told until when they have to answer. */
export function giveBackSilent(table: Table): void {
  const { cards, now, backDays } = table;
  if (!asks(table) || backDays === null) return;
  const gone = cards.filter(
    ({ asked }) => asked && asked.answer === null && asked.goesBackAt !== null && asked.goesBackAt <= now,
  );
  const silent = gone.filter((card) => is(card, "confirmed") && reached(card));
  for (const card of silent) put(table, card, "released");
  for (const card of silent) card.gaveBackAt = now;
  if (silent.length > 0) endTakingBack(table);
}

/** Of several rounds that are due only the last is asked. */
export function askWhoComes(table: Table): void {
  const { cards, now, backDays } = table;
  const due = table.rounds.filter(
    (days) => before(table, days, "10:00") <= now && !table.asked.includes(days),
  );
  if (!asks(table) || due.length === 0) return;
  table.asked.push(...due);
  const back = backDays === null ? null : before(table, backDays, "18:00");
  const long = (at: number | null | undefined) => at == null || now - at >= 3 * DAY;
  for (const card of cards.filter((it) => is(it, "confirmed") && reached(it))) {
    if (!long(card.placedAt) || !long(card.asked?.answeredAt)) continue;
    const told = card.asked?.goesBackAt ?? null;
    // Less than a day is too short to answer: then what they were told before holds.
    const still = back !== null && told !== null && told > now ? told : null;
    const goesBackAt = back !== null && back - now >= DAY ? back : still;
    card.asked = { answer: null, answeredAt: null, ...card.asked, goesBackAt };
  }
}

/** Says yes or not sure. */
export function sayComing(table: Table, card: Card, answer: "yes" | "unsure"): void {
  if (!answering(table) || !is(card, "confirmed") || !reached(card) || !card.asked) return;
  if (card.asked.answer !== answer) Object.assign(card.asked, { answer, answeredAt: table.now });
}
