import { readCalendar } from "#db/calendar-file.ts";
import type { Store } from "#db/connection.ts";
import type { DueMail } from "#db/mail.ts";
import { type OwnPage, readRegistration } from "#db/registration/status.ts";
import { escaped } from "#domain/html.ts";
import { bringsCalendar, type MailFacts } from "#domain/mail-facts.ts";
import { hoursToProve } from "#domain/registration/hold.ts";
import { isOffered } from "#domain/registration/status.ts";
import { takesPart } from "#domain/registration.ts";
import { calendarFile } from "#domain/time/calendar-file.ts";
import { env } from "#env.ts";
import { list } from "#messages/counts.ts";
import { dates, longDay, type Place, time, timeOn } from "#messages/format.ts";
import { LANGUAGES } from "#messages/languages.ts";
import type { Block, CampFacts, ChangeFacts, Written } from "#messages/mail-facts.ts";
import { inLanguage, readerLocale, wordsOf } from "#messages/words.ts";

const words = wordsOf("mail");

/** The id is also the Message-ID. */
export type Message = {
  id: string;
  recipient: string;
  subject: string;
  text: string;
  html: string;
  /** The days of the camp as a calendar file; null where it has nothing to do with the mail. */
  calendar: string | null;
};

/** Writes a mail's subject, text and HTML in its language. Null when what it is about is gone. */
export async function writeMessage(store: Store, mail: DueMail, now: Date): Promise<Message | null> {
  return inLanguage(mail.locale, () => writeHere(store, mail, now));
}

async function writeHere(store: Store, mail: DueMail, now: Date): Promise<Message | null> {
  const { registrationId } = mail.facts as { registrationId?: string };
  const own = registrationId ? await readRegistration(store, registrationId, now) : null;
  const written = write(mail, own, now);
  if (!written) return null;
  const { subject, body } = written;
  return {
    id: mail.id,
    recipient: mail.recipient,
    subject,
    text: `${body.map(asText).join("\n\n")}\n`,
    html: asHtml(subject, body),
    calendar: await writeCalendar(store, mail, own, now),
  };
}

function write(mail: DueMail, own: OwnPage | null, now: Date): Written | null {
  const { kind } = mail;
  if (kind === "sign_in") {
    const { code = "", token } = mail.made;
    return words.sign_in({ code, link: `${env().ORIGIN}/sign-in/${token}` });
  }
  if (kind === "crew_removed") return words.crew_removed(mail.facts);
  if (kind === "invited" || kind === "role_changed")
    return words[kind]({ ...mail.facts, link: `${env().ORIGIN}/sign-in` });
  const facts = own && campFacts(mail, own, now);
  if (!facts) return null;
  // It may have been answered, or run out, while the mail server was away.
  if (kind === "offer_reminder" && !isOffered(facts.status)) return null;
  if (kind === "camp_changed") return words.camp_changed({ ...facts, changes: changesIn(mail.facts) });
  return words[kind](facts);
}

/** Only for whoever has a place by now. */
async function writeCalendar(
  store: Store,
  { kind }: DueMail,
  own: OwnPage | null,
  now: Date,
): Promise<string | null> {
  if (!own || !bringsCalendar(kind) || !takesPart(own.registration.status)) return null;
  return calendarFile(await readCalendar(store, own.event, env().ORIGIN), now);
}

function campFacts(
  { facts, made, kind, recipient }: DueMail,
  { event, registration, times, holdHours }: OwnPage,
  now: Date,
): CampFacts | null {
  // A mail decided before an address was mended would open the page to whoever has the old one.
  if (kind !== "address_changed" && registration.email !== recipient) return null;
  const where = { locale: readerLocale(), zone: event.zone };
  return {
    camp: event.name,
    day: dates(
      event.days.map((day) => day.startsAt),
      where,
    ),
    place: event.place,
    name: registration.name,
    page: `${env().ORIGIN}/e/${event.slug}/r/${made.token}`,
    code: made.code ?? "",
    status: facts.status ?? registration.status,
    hours: hoursToProve(now.getTime(), { ...times, holdHours }),
    heldUntil: registration.heldUntil ? words.until(registration.heldUntil, where) : "",
    reason: facts.reason ?? "",
    over: facts.over === "yes",
    until: facts.until ? words.until(facts.until, where) : "",
  };
}

/** What differs between the two sides of the facts, each in its own zone. */
function changesIn(facts: MailFacts["camp_changed"]): ChangeFacts["changes"] {
  const side = (days: string, zone: string, place: string) => {
    const where = { locale: readerLocale(), zone };
    const doors = days.split(" ");
    return {
      date: list(
        doors.map((at) => longDay(at, where)),
        where.locale,
      ),
      doors: doorsSaid(doors, where),
      place,
      zone,
    };
  };
  const was = side(facts.wasDays, facts.wasZone, facts.wasPlace);
  const is = side(facts.days, facts.zone, facts.place);
  const kinds = ["date", "doors", "place", "zone"] as const;
  return kinds
    .filter((what) => was[what] !== is[what])
    .map((what) => ({ what, was: was[what], is: is[what] }));
}

/** When doors open: once for all days where it is the same, else day by day. */
function doorsSaid(doors: readonly string[], where: Place): string {
  const times = new Set(doors.map((at) => time(at, where)));
  if (times.size === 1) return [...times][0]!;
  return list(
    doors.map((at) => timeOn(at, true, where)),
    where.locale,
  );
}

function asText(block: Block): string {
  if (typeof block === "string") return block;
  return "code" in block ? block.code : `${block.says}:\n${block.link}`;
}

// Mail programs know no style sheets, so the styles are on the elements.
const page =
  "margin:0 auto;max-width:34em;padding:24px 20px;font:17px/1.5 system-ui,sans-serif;color:#1c1a16;background:#fbfaf6";
const digits = "font:700 32px/1.2 system-ui,sans-serif;letter-spacing:.12em";
const button =
  "display:inline-block;padding:12px 18px;border-radius:6px;background:#1c1a16;color:#fbfaf6;font-weight:600";

function asHtml(subject: string, body: readonly Block[]): string {
  const inner = body.map((block) => {
    if (typeof block === "string") return `<p>${escaped(block)}</p>`;
    if ("code" in block) return `<p style="${digits}">${escaped(block.code)}</p>`;
    return `<p><a style="${button}" href="${escaped(block.link)}">${escaped(block.says)}</a></p>`;
  });
  return `<!doctype html><html lang="${readerLocale()}" dir="${LANGUAGES[readerLocale()].dir}"><meta charset="utf-8"><title>${escaped(subject)}</title><body style="${page}">${inner.join("\n")}</body></html>`;
}
