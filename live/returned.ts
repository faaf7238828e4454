/** Why a form of registering comes back, in words, and what else its page shows. */
import type { z } from "zod";
import { listQuestions } from "#db/question.ts";
import { listSectors } from "#db/sector.ts";
import { readTickets } from "#db/tickets.ts";
import type { EventView } from "#domain/event.ts";
import { isFieldOfQuestion, type WrongAnswer } from "#domain/question.ts";
import { REFUSALS } from "#domain/refusal.ts";
import { ASKED } from "#domain/registration/answers.ts";
import type { RegisterRefusal } from "#domain/registration/reception.ts";
import type { Returned } from "#domain/registration/returned.ts";
import type { Live } from "#live/instance.ts";
import { time, weekday } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const away = wordsOf("away");
const words = wordsOf("registration");
const opening = wordsOf("release");

/** `another`: the next try is a form of its own, with a new id. */
export type Why = Pick<Returned, "errors" | "refused"> & { status: number; another?: boolean };

/** What the page of a camp shows beside what was typed. */
export type Shown = Pick<Returned, "tickets" | "sectors" | "questions">;

/** Each question that was answered wrongly, in the order in which they are asked. @param wrong the camp's own among them */
export function mistaken(issues: readonly Issue[], wrong: Readonly<Record<string, WrongAnswer>>): Why {
  const errors: Record<string, string> = {};
  for (const { path, message } of issues) errors[String(path[0])] ??= message;
  for (const [field, { why, label }] of Object.entries(wrong)) errors[field] = words.more.wrong[why](label);
  const { id, ...asked } = errors;
  const status = REFUSALS.bad_input;
  return id ? { ...whole(status, id), errors: asked, another: true } : { status, errors, refused: null };
}

type Issue = Pick<z.core.$ZodIssue, "path" | "message">;

/** A key sent it on the way, before its button was reached. */
export function unsent(): Why {
  const { title, line } = words.again.unsent;
  return { status: REFUSALS.bad_input, errors: {}, refused: { title, lines: [line] } };
}

/** Nothing was taken, through no fault of who sent it. */
export const notNow = (): Why => whole(503, words.errors.notNow);

/** The database can be read and not written. */
export function diskFull(): Why {
  const { title, what, next } = away.full;
  return { status: 503, errors: {}, refused: { title, lines: [what, next] } };
}

/** What the command refused. @param chosen the sector that was sent */
export function refusedBy(
  refusal: RegisterRefusal,
  { name, zone }: EventView,
  shown: Shown,
  chosen: string,
): Why {
  const { full, over, past } = words.phase;
  const status = REFUSALS[refusal];
  const closed = ({ title, next }: { title: string; next: string }, why: string): Why => ({
    status,
    errors: {},
    refused: { title, lines: [why, next] },
  });
  if (refusal === "too_many") return whole(status, words.errors.tooMany);
  const { release } = shown.tickets ?? {};
  if (refusal === "not_yet_open" && release) {
    const here = { locale: readerLocale(), zone };
    const { title, next } = opening.soon.refused;
    const when = `${time(release.opensAt, here)}, ${weekday(release.opensAt, here)}`;
    return { status, errors: {}, refused: { title: title(when), lines: [next] } };
  }
  if (refusal === "draw_closed")
    return { status, errors: {}, refused: { title: opening.draw.closed, lines: [opening.draw.next] } };
  if (refusal === "camp_over") return closed(past, past.why(name));
  if (refusal === "line_full") return closed(full, full.why(shown.tickets?.waiting ?? 0));
  if (refusal !== "bad_input") return closed(over, over.why(name));
  // Only the command saw it: another camp's sector, or a form already sent for somebody else.
  return shown.sectors.some(({ id }) => id === chosen)
    ? { ...whole(status, words.errors.sentBefore), another: true }
    : { status, errors: { sectorId: words.errors.sectorId }, refused: null };
}

function whole(status: number, why: string): Why {
  return { status, errors: {}, refused: { title: words.problem, lines: [why] } };
}

/** @throws when the database does not answer */
export async function shownAt(live: Live, campId: string): Promise<Shown> {
  const [sectors, tickets, questions] = await Promise.all([
    listSectors(live.db, campId),
    readTickets(live.db, campId, new Date()),
    listQuestions(live.db, campId),
  ]);
  return { sectors, tickets, questions };
}

/** What can be shown without asking: the one sector that was chosen, whatever its name. */
export function shownAway(chosen: string): Shown {
  return {
    sectors: chosen ? [{ id: chosen, name: words.again.chosen }] : [],
    tickets: null,
    questions: null,
  };
}

/** Each answer as its field can show it, to be sent again unchanged: with a browser's line breaks, and no NUL. */
export function asTyped(sent: Readonly<Record<string, string>>): Record<string, string> {
  const shown = (text: string) => text.replace(/\r\n?/g, "\n").replaceAll("\0", "");
  const more = Object.keys(sent).filter(isFieldOfQuestion);
  const typed = ["id", ...ASKED, ...more].filter((name) => sent[name] !== undefined);
  return Object.fromEntries(typed.map((name) => [name, shown(sent[name]!)]));
}
