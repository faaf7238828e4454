import { readCalendar } from "#db/calendar-file.ts";
import { readReplyTo } from "#db/camp-mail.ts";
import type { Store } from "#db/connection.ts";
import { readCampOf } from "#db/group-mail/one.ts";
import { isCampHalted } from "#db/halt/reading.ts";
import type { DueMail } from "#db/mail.ts";
import { type OwnPage, readRegistration } from "#db/registration/status.ts";
import { mayStillGo } from "#db/second-address/proving.ts";
import { readSecond } from "#db/second-address/reading.ts";
import { readTicketAddress } from "#db/ticket-address.ts";
import { readTransfer } from "#db/transfer/receiving.ts";
import type { Reminder } from "#db/write-up/reminding.ts";
import { emailAddress } from "#domain/email-address.ts";
import { HALTED, permits } from "#domain/event.ts";
import { escaped } from "#domain/html.ts";
import { isToldAlone } from "#domain/mail.ts";
import { bringsCalendar, bringsTicket, looksAhead, type MailFacts } from "#domain/mail-facts.ts";
import { holdUntil } from "#domain/registration/hold.ts";
import { passesOnAt } from "#domain/registration/pass-on.ts";
import { isHeld, isOffered } from "#domain/registration/status.ts";
import { takesPart } from "#domain/registration.ts";
import { richHtml, richText, typedText } from "#domain/rich-text.ts";
import { unlinked } from "#domain/text.ts";
import { saidCode } from "#domain/ticket.ts";
import { calendarFile } from "#domain/time/calendar-file.ts";
import { env } from "#env.ts";
import { dates } from "#messages/format.ts";
import { LANGUAGES } from "#messages/languages.ts";
import type { Block, CampFacts, Written } from "#messages/mail-facts.ts";
import { inLanguage, readerLocale, wordsOf } from "#messages/words.ts";
import { changesIn, daysBefore, writeCrewHalted, writeRota, writeTakesPlace } from "./changed.ts";
import { isToMany, type ToMany, writeToMany } from "./group-mail.ts";
import { writeOwnLetter, writeTrialLetter } from "./letter.ts";
import { isOfPasskeys, writeOfPasskeys } from "./mail-of-passkeys.ts";
import { isOfSwaps, writeOfSwaps } from "./mail-of-swaps.ts";
import { writeMyDay } from "./my-day.ts";
import { ticketPicture } from "./ticket-picture.ts";
import { writeReminder } from "./write-up-reminder.ts";

const words = wordsOf("mail");

/** What the HTML calls the picture that goes with it (RFC 2392). */
export const PICTURE = "ticket@wallchart";

/** The id is also the Message-ID. */
export type Message = {
  id: string;
  recipient: string;
  subject: string;
  text: string;
  /** What was told to its reader alone, which the mailbox page may not show. */
  alone: boolean;
  html: string;
  /** The days of the camp as a calendar file; null where it has nothing to do with the mail. */
  calendar: string | null;
  /** The QR code of a ticket, a PNG that the HTML shows as `cid:` of its name; null where none goes with the mail. */
  picture: Buffer | null;
  /** Where answers go; null for where the mail comes from. */
  replyTo: string | null;
  /** Where a mail program sends that its reader wants no more such mail (RFC 8058); null for what cannot be refused. */
  unsubscribe: string | null;
};

/** Writes a mail's subject, text and HTML in its language. Null when what it is about is gone. */
export async function writeMessage(store: Store, mail: DueMail, now: Date): Promise<Message | null> {
  return inLanguage(mail.locale, () => writeHere(store, mail, now));
}

type MaybeRefused = Written & { oneClick?: string | null };

async function writeHere(store: Store, mail: DueMail, now: Date): Promise<Message | null> {
  const { secondOf } = mail;
  if (looksAhead(mail.kind) && (await isCampHalted(store, mail.eventId))) return null;
  if (secondOf && !(await mayStillGo(store, { ...mail, secondOf }, now))) return null;
  const { registrationId } = mail.facts as { registrationId?: string };
  const own = registrationId ? await readRegistration(store, registrationId, now) : null;
  // A late one would say of the new date what was true of the old.
  if (HALTED.some((phase) => phase === mail.kind) && own?.event.phase !== mail.kind) return null;
  const written: MaybeRefused | null = isToMany(mail)
    ? await writeToMany(store, mail)
    : mail.kind === "write_up_reminder"
      ? own && writeReminder(mail, own)
      : mail.kind === "transfer_offered"
        ? await writeTransfer(store, mail, now)
        : mail.kind === "second_asked"
          ? own && words.second_asked({ camp: own.event.name, link: secondPage(mail, own) })
          : await write(store, mail, own, now);
  if (!written) return null;
  const ticket = ticketOf(mail, own);
  const { subject } = written;
  const about = await aboutOf(store, mail, own);
  const body = [...written.body, ...(ticket ? [ticket] : []), ...(about ? [about] : [])];
  return {
    ...{ id: mail.id, recipient: mail.recipient, subject, alone: isToldAlone(mail.kind) },
    text: `${body.map(asText).join("\n\n")}\n`,
    html: asHtml(subject, body),
    calendar: await writeCalendar(store, mail, own, now),
    picture: ticket ? ticketPicture(await addressOf(store, own!)) : null,
    replyTo: await replyToOf(store, mail),
    unsubscribe: written.oneClick ?? null,
  };
}

/** Nobody else of the camp gets an answer to what was told to one person. */
async function replyToOf(store: Store, { kind, eventId, facts }: DueMail): Promise<string | null> {
  if (kind === "concern") return emailAddress(facts.reply);
  return eventId ? readReplyTo(store, eventId) : null;
}

/** The way to the camp's own pages, by which a first-timer finds them; null where nobody else may see it yet. */
async function aboutOf(store: Store, { eventId }: DueMail, own: OwnPage | null): Promise<Block | null> {
  const camp = own?.event ?? (await readCampOf(store, eventId));
  if (!camp || !permits(camp.phase, "visit")) return null;
  return { quiet: aboutPage(camp.slug), says: words.about(camp.name) };
}

const aboutPage = (slug: string) => `${env().ORIGIN}/e/${slug}/about`;

const secondPage = ({ made }: DueMail, { event }: OwnPage) =>
  `${env().ORIGIN}/e/${event.slug}/second-address/${made.token}`;

type Asking = { kind: "second_asked" };
type Transferring = { kind: "transfer_offered" };

/** To somebody who may not be registered: what it says is the transfer's. Null once that has ended. */
async function writeTransfer(
  store: Store,
  { made }: Extract<DueMail, Transferring>,
  now: Date,
): Promise<Written | null> {
  const page = await readTransfer(store, made.token ?? "", now);
  if (!page || page.ended) return null;
  const { event, until } = page;
  const [giver, name] = [unlinked(page.giver), unlinked(page.name)];
  const where = { locale: readerLocale(), zone: event.zone };
  return words.transfer_offered({
    ...{ camp: event.name, place: event.place, giver, name, until: words.until(until, where) },
    day: dates(
      event.days.map((day) => day.startsAt),
      where,
    ),
    link: `${env().ORIGIN}/e/${event.slug}/transfer/${made.token}`,
  });
}

async function write(
  store: Store,
  mail: Exclude<DueMail, ToMany | Transferring | Asking | Reminder>,
  own: OwnPage | null,
  now: Date,
): Promise<Written | null> {
  if (isOfPasskeys(mail)) return writeOfPasskeys(mail);
  if (isOfSwaps(mail)) {
    const facts = own && campFacts(mail, own, now);
    return facts && writeOfSwaps(store, mail, facts, now);
  }
  const { kind } = mail;
  if (kind === "transfer_ended")
    return words.transfer_ended({ ...mail.facts, name: unlinked(mail.facts.name) });
  if (kind === "trial_words") return writeTrialLetter(store, mail, now);
  if (kind === "sign_in") {
    const { code = "", token } = mail.made;
    return words.sign_in({ code, link: `${env().ORIGIN}/sign-in/${token}` });
  }
  if (kind === "crew_removed") return words.crew_removed(mail.facts);
  if (kind === "concern") {
    const { body, reply, ...to } = mail.facts;
    return words.concern({ ...to, own: typedText(body), reply: unlinked(reply) });
  }
  if (kind === "contact_named") {
    const camp = await readCampOf(store, mail.eventId);
    return camp && words.contact_named({ ...mail.facts, link: `${aboutPage(camp.slug)}/conduct` });
  }
  if (kind === "invited" || kind === "role_changed")
    return words[kind]({ ...mail.facts, link: `${env().ORIGIN}/sign-in` });
  if (kind === "rota_changed") return writeRota(mail.facts);
  if (kind === "crew_halted") return writeCrewHalted(mail.facts);
  const facts = own && campFacts(mail, own, now);
  if (!own || !facts) return null;
  if (kind === "my_day") return writeMyDay(store, own, now);
  // It may have been answered, or run out, while the mail server was away.
  if (kind === "offer_reminder" && !isOffered(facts.status)) return null;
  // It may have gone back, or been given back, before the mail could go.
  if (kind === "still_coming" && !takesPart(facts.status)) return null;
  if (kind === "transfer_back") return words.transfer_back({ ...facts, ...toldOf(mail.facts) });
  if (kind === "handed_on") return words.handed_on({ ...facts, to: unlinked(mail.facts.name) });
  if (kind === "second_confirmed") {
    const second = await readSecond(store, own.registration.id, now);
    return second && words.second_confirmed({ ...facts, email: second.email });
  }
  if (kind === "takes_place") return writeTakesPlace(mail.facts, facts);
  if (kind === "camp_changed") return words.camp_changed({ ...facts, changes: changesIn(mail.facts) });
  return (await writeOwnLetter(store, mail, facts, own)) ?? words[kind](facts);
}

const toldOf = ({ name: to, why }: MailFacts["transfer_back"]) => ({ to: unlinked(to), why });

/** Whether it goes to an address of theirs; of a second one that was asked already. */
const isTheirs = ({ recipient, secondOf }: DueMail, { registration }: OwnPage) =>
  secondOf !== null || registration.email === recipient;

/** Only for whoever has a place by now, and reads the mail at the address it is about. */
function ticketOf(mail: DueMail, own: OwnPage | null): Block | null {
  if (!own || !bringsTicket(mail.kind) || !takesPart(own.registration.status)) return null;
  if (!isTheirs(mail, own)) return null;
  return { ticket: saidCode(own.registration.ticketCode), ...words.ticket };
}

const addressOf = (store: Store, { event, registration }: OwnPage) =>
  readTicketAddress(store, env().ORIGIN, event, registration.ticketCode);

const pageOf = ({ made }: DueMail, { event }: OwnPage) => `${env().ORIGIN}/e/${event.slug}/r/${made.token}`;

/** Only for whoever has a place by now. */
async function writeCalendar(
  store: Store,
  { kind, facts }: DueMail,
  own: OwnPage | null,
  now: Date,
): Promise<string | null> {
  if (!own || !bringsCalendar(kind) || !takesPart(own.registration.status)) return null;
  const gone = daysBefore(facts as Partial<MailFacts["takes_place"]>);
  return calendarFile({ ...(await readCalendar(store, own.event, env().ORIGIN)), gone }, now);
}

function campFacts(mail: DueMail, own: OwnPage, now: Date): CampFacts | null {
  const { facts, made, kind } = mail;
  const { event, registration, times, holdHours } = own;
  // A mail decided before an address was mended would open the page to whoever has the old one.
  if (kind !== "address_changed" && !isTheirs(mail, own)) return null;
  const where = { locale: readerLocale(), zone: event.zone };
  // The first mail with a code begins that time, as it goes out.
  const begins = isHeld(registration.status)
    ? new Date(holdUntil(now.getTime(), { ...times, holdHours })).toISOString()
    : null;
  const heldUntil = registration.heldUntil ?? begins;
  const passOn = passesOnAt(event.passOnMinutes ?? null, Date.parse(event.startsAt));
  return {
    camp: event.name,
    day: dates(
      event.days.map((day) => day.startsAt),
      where,
    ),
    place: event.place,
    name: unlinked(registration.name),
    page: pageOf(mail, own),
    code: made.code ?? "",
    status: facts.status ?? registration.status,
    proven: registration.proven,
    heldUntil: heldUntil ? words.until(heldUntil, where) : "",
    reason: facts.reason ?? "",
    over: facts.over === "yes",
    until: facts.until ? words.until(facts.until, where) : "",
    passOn: passOn === null ? "" : words.until(new Date(passOn).toISOString(), where),
  };
}

function asText(block: Block): string {
  if (typeof block === "string") return block;
  if ("code" in block) return block.code;
  if ("rich" in block) return richText(block.rich);
  if ("ticket" in block) return `${block.says}:\n${block.ticket}`;
  return `${block.says}:\n${"quiet" in block ? block.quiet : block.link}`;
}

// Mail programs know no style sheets, so the styles are on the elements.
const page =
  "margin:0 auto;max-width:34em;padding:24px 20px;font:17px/1.5 system-ui,sans-serif;color:#1c1a16;background:#fbfaf6";
const digits = "font:700 32px/1.2 system-ui,sans-serif;letter-spacing:.12em";
const small = "font-size:15px";
const button =
  "display:inline-block;padding:12px 18px;border-radius:6px;background:#1c1a16;color:#fbfaf6;font-weight:600";

function asHtml(subject: string, body: readonly Block[]): string {
  const inner = body.map((block) => {
    if (typeof block === "string") return `<p>${escaped(block)}</p>`;
    if ("code" in block) return `<p style="${digits}">${escaped(block.code)}</p>`;
    if ("rich" in block) return richHtml(block.rich);
    if ("ticket" in block)
      return `<p>${escaped(block.says)}:</p>\n<p><img src="cid:${PICTURE}" alt="${escaped(block.picture)}" width="200" height="200"></p>\n<p style="${digits}">${escaped(block.ticket)}</p>`;
    if ("quiet" in block)
      return `<p style="${small}"><a href="${escaped(block.quiet)}">${escaped(block.says)}</a></p>`;
    return `<p><a style="${button}" href="${escaped(block.link)}">${escaped(block.says)}</a></p>`;
  });
  return `<!doctype html><html lang="${readerLocale()}" dir="${LANGUAGES[readerLocale()].dir}"><meta charset="utf-8"><title>${escaped(subject)}</title><body style="${page}">${inner.join("\n")}</body></html>`;
}
