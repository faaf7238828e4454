/** The handler of registrations: one plain form post without script, one command, one redirect to the private page. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { z } from "zod";
import type { Database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { listSectors } from "#db/sector.ts";
import { type EventView, permits } from "#domain/event.ts";
import { registrationForm } from "#domain/fields.ts";
import { cannotWrite } from "#live/away.ts";
import { complain } from "#live/complain.ts";
import type { Live } from "#live/instance.ts";
import { type Mistakes, mistakePage } from "#live/mistake.ts";
import { goTo, showPage } from "#live/page.ts";
import { replyRefused } from "#live/reply.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";

const away = wordsOf("away");
const common = wordsOf("common");
const words = wordsOf("registration");

/** A form of this size holds every answer at its longest, in any script. */
const MOST_BYTES = 32 * 1024;

const { errors } = words;
const form = perLanguage(() => registrationForm(errors));

/**
 * `POST /live/{event}/registration`: answers 303 to `/e/{event}/r/{token}`. What does not parse comes back as a page
 * with only that to mend; a refusal goes to the page that explains it.
 */
export async function takeRegistration(
  live: Live,
  request: IncomingMessage,
  response: ServerResponse,
  { slug }: { slug: string },
): Promise<void> {
  const typed = await readForm(request);
  if (!typed) return replyRefused(response, "bad_input");
  if (cannotWrite(request)) return keep(response, { name: common.product, slug }, typed, away.full.what);
  let known = { name: common.product, slug };
  try {
    const camp = await live.camps(slug);
    if (!camp || !permits(camp.phase, "visit")) return replyRefused(response, "not_found");
    known = camp;
    await take(live, request, response, camp, typed);
  } catch (fault) {
    complain("a registration failed", fault);
    keep(response, known, typed, errors.notNow);
  }
}

/** Nothing was taken: everything that was typed comes back, to be sent again. */
function keep(
  response: ServerResponse,
  camp: { name: string; slug: string },
  typed: Record<string, string>,
  why: string,
): void {
  showPage(response, 503, mistakePage(camp, typed, { "": why }, []));
}

async function take(
  live: Live,
  request: IncomingMessage,
  response: ServerResponse,
  camp: EventView,
  typed: Record<string, string>,
): Promise<void> {
  const { slug } = camp;
  // Without a script a form has no id of its own.
  const read = form().safeParse({ ...typed, id: typed.id || newId() });
  if (!read.success) return showMistakes(live.db, response, camp, typed, mistakesOf(read.error));
  const { deviceId } = await live.viewers.find(request, camp.id);
  const result = await live.register(camp.id, { form: read.data, now: new Date(), deviceId });
  if (result.ok) {
    live.viewers.forget(request, camp.id);
    return goTo(response, `/e/${slug}/r/${result.value.token}`);
  }
  if (result.refusal === "too_many")
    return showPage(response, 429, mistakePage(camp, typed, { "": errors.tooMany }, []));
  if (result.refusal === "bad_input") return showMistakes(live.db, response, camp, typed, null);
  // Not open, over, or the line is full: the register page says so.
  goTo(response, `/e/${slug}/register`);
}

/** Null for anything but a plain form post. */
async function readForm(request: IncomingMessage): Promise<Record<string, string> | null> {
  const { "content-type": type = "", "content-length": length } = request.headers;
  if (!type.startsWith("application/x-www-form-urlencoded") || Number(length) > MOST_BYTES) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString("utf8")));
}

function mistakesOf(error: z.ZodError): Mistakes {
  const found: Record<string, string> = {};
  for (const { path, message } of error.issues) found[path[0] === "id" ? "" : String(path[0])] ??= message;
  return found;
}

/**
 * @param mistakes null where only the command saw one: another camp's sector, or a form already sent for somebody else
 */
async function showMistakes(
  db: Database,
  response: ServerResponse,
  camp: EventView,
  typed: Record<string, string>,
  mistakes: Mistakes | null,
): Promise<void> {
  const sectors = await listSectors(db, camp.id);
  const known = sectors.some((sector) => sector.id === typed.sectorId);
  const found = mistakes ?? (known ? { "": errors.sentBefore } : { sectorId: errors.sectorId });
  const fresh = found[""] ? { ...typed, id: newId() } : typed;
  showPage(response, 422, mistakePage(camp, fresh, found, sectors));
}
