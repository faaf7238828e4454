/** The handler of registrations: one plain form post without script, one command, one redirect to the private page. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { newId } from "#db/id.ts";
import { isLoss } from "#db/loss.ts";
import { type EventView, permits } from "#domain/event.ts";
import { registrationForm } from "#domain/fields.ts";
import { readMore } from "#domain/question.ts";
import type { RegisterRefusal } from "#domain/registration/reception.ts";
import type { Again } from "#live/again.ts";
import { cannotWrite } from "#live/away.ts";
import { complain } from "#live/complain.ts";
import type { Live } from "#live/instance.ts";
import { answerMissing } from "#live/missing.ts";
import { goTo } from "#live/page.ts";
import { replyRefused } from "#live/reply.ts";
import {
  asTyped,
  diskFull,
  mistaken,
  notNow,
  refusedBy,
  type Shown,
  shownAt,
  shownAway,
  unsent,
  type Why,
} from "#live/returned.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";

const common = wordsOf("common");
const { errors } = wordsOf("registration");

/** A form of this size holds every answer at its longest, in any script. */
const MOST_BYTES = 96 * 1024;

const form = perLanguage(() => registrationForm(errors));

type Place = { slug: string; again: Again };
type Typed = Readonly<Record<string, string>>;

/**
 * `POST /live/{event}/registration`: answers 303 to `/e/{event}/r/{token}`. Whatever is not taken comes back as the
 * register page with everything that was typed.
 */
export async function takeRegistration(
  live: Live,
  request: IncomingMessage,
  response: ServerResponse,
  { slug, again }: Place,
): Promise<void> {
  const sent = await readForm(request);
  if (!sent) return replyRefused(response, "bad_input");
  // Without a script nobody has named the form: it gets its id here, so that sending it once more is safe.
  const typed = { ...sent, id: sent.id || newId() };
  const chosen = sent.sectorId ?? "";
  let [camp, why, shown]: [EventView | null, Why, Shown] = [null, notNow(), shownAway(chosen)];
  try {
    camp = await live.camps(slug);
    // Also where it was put back to a draft while the form was open.
    if (!camp || !permits(camp.phase, "visit")) return answerMissing(request, response);
    const answer = cannotWrite(request) ? diskFull() : await take(live, request, camp, typed);
    if ("token" in answer) return goTo(response, `/e/${slug}/r/${answer.token}`);
    if (!("refusal" in answer)) why = answer;
    shown = await shownAt(live, camp.id);
    if ("refusal" in answer) why = refusedBy(answer.refusal, camp, shown, chosen);
  } catch (fault) {
    complain("a registration failed", fault);
    if (camp && !isLoss(fault)) shown = await shownAt(live, camp.id).catch(() => shown);
    // Without the sectors at hand nobody can choose another.
    if (why.errors.sectorId && !shown.tickets) why = notNow();
  }
  const { status, errors, refused } = why;
  again(request, response, status, {
    ...{ camp: { slug, name: camp?.name ?? common.product, zone: camp?.zone }, ...shown, errors, refused },
    typed: asTyped(why.another ? { ...typed, id: newId() } : typed),
  });
}

/** Whoever comes back to the address of a form that was sent, as a browser does that forgot it. */
export async function askForForm(
  _: Live,
  __: IncomingMessage,
  response: ServerResponse,
  { slug }: { slug: string },
): Promise<void> {
  goTo(response, `/e/${slug}/register`);
}

async function take(
  live: Live,
  request: IncomingMessage,
  camp: EventView,
  typed: Typed,
): Promise<Why | { token: string } | { refusal: RegisterRefusal }> {
  // Sent by a key on the way, and not by its button.
  if (typed.unsent) return unsent();
  const read = form().safeParse(typed);
  // What is wrong with ours can be said while nobody can look up theirs.
  const questions = await live.questions(camp.id).catch((fault) => {
    if (read.success) throw fault;
    return [];
  });
  const { more, wrong } = readMore(questions, typed);
  if (!read.success || Object.keys(wrong).length > 0) return mistaken(read.error?.issues ?? [], wrong);
  const { deviceId } = await live.viewers.find(request, camp.id);
  const result = await live.register(camp.id, { form: { ...read.data, more }, now: new Date(), deviceId });
  if (!result.ok) return result;
  live.viewers.forget(request, camp.id);
  return result.value;
}

/** Null for anything but a plain form post. */
async function readForm(request: IncomingMessage): Promise<Record<string, string> | null> {
  const { "content-type": type = "", "content-length": length } = request.headers;
  if (!type.startsWith("application/x-www-form-urlencoded") || Number(length) > MOST_BYTES) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString("utf8")));
}
