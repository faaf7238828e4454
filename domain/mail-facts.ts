/** What the outbox keeps with a mail so that its words can be written later, kind by kind. */
import { HALTED, type Halted } from "#domain/event.ts";
import { isId } from "#domain/id.ts";
import type { MailKind } from "#domain/mail.ts";
import { RETURNED, type Returned } from "#domain/registration/transfer.ts";
import { STATUSES, type Status } from "#domain/registration.ts";
import { ROTA_CHANGES, type RotaChange } from "#domain/rota.ts";

/** Instants are ISO 8601. */
type Facts = {
  registrationId: string;
  /** As it was when the mail was decided. */
  status: Status;
  /** How long an offer stands, or a place without an answer; empty where neither has an end. */
  until: string;
  reason: string;
  /** Whether the camp is over, which is why an offer ended. */
  over: "yes" | "";
  camp: string;
  by: string;
  /** One or several, as `rolesText` in domain/permission.ts writes them. */
  role: string;
  /** What was done on the rota to whom it is for, and the task, as it is now. */
  change: RotaChange;
  task: string;
  begins: string;
  ends: string;
  slug: string;
  /** When and where a camp is, and was: the doors of each day, parted by spaces. */
  days: string;
  zone: string;
  place: string;
  wasDays: string;
  wasZone: string;
  wasPlace: string;
  /** What its camp is, of a mail to the crew; of one that says when it takes place, what it was. Empty for neither. */
  halted: Halted | "";
  /** Whether they are asked if they can still come. */
  asked: "yes" | "";
  transferId: string;
  swapId: string;
  /** Why a place stays with whoever wanted to hand it on. */
  why: Returned;
  /** Of a mail to a group: its id, or for a trial its words. */
  groupMailId: string;
  personId: string;
  name: string;
  subject: string;
  body: string;
  /** Who tells somebody something and how they can be reached, in their words. */
  reply: string;
};
type Fact = keyof Facts;

export const FACTS = {
  sign_in: [],
  registered: ["registrationId", "status"],
  your_page: ["registrationId"],
  offered: ["registrationId", "until"],
  offer_reminder: ["registrationId", "until"],
  offer_expired: ["registrationId", "over"],
  hold_lapsed: ["registrationId"],
  pause_over: ["registrationId"],
  place_yours: ["registrationId"],
  drawn: ["registrationId", "status"],
  given_place: ["registrationId", "reason"],
  brought: ["registrationId", "status", "reason"],
  removed: ["registrationId", "reason"],
  put_back: ["registrationId", "reason"],
  merged: ["registrationId", "status", "reason"],
  merged_away: ["registrationId", "reason"],
  transfer_offered: ["transferId"],
  transfer_ended: ["camp", "name"],
  transfer_back: ["registrationId", "name", "why"],
  handed_on: ["registrationId", "name"],
  still_coming: ["registrationId", "until"],
  went_back: ["registrationId"],
  passed_on: ["registrationId"],
  my_day: ["registrationId"],
  second_asked: ["registrationId"],
  second_confirmed: ["registrationId"],
  second_removed: ["registrationId"],
  address_changed: ["registrationId"],
  invited: ["camp", "by", "role"],
  role_changed: ["camp", "by", "role"],
  crew_removed: ["camp", "by"],
  passkey_added: ["name"],
  passkey_removed: ["name"],
  passkey_refused: ["name"],
  passkeys_reset: ["camp", "by"],
  passkeys_required: ["camp", "by"],
  passkeys_freed: ["camp", "by"],
  contact_named: ["camp", "by", "name"],
  concern: ["camp", "name", "body", "reply"],
  rota_changed: ["camp", "slug", "by", "change", "task", "place", "begins", "ends", "zone"],
  swap_found: ["registrationId"],
  swap_asked: ["registrationId"],
  swap_agreed: ["registrationId", "swapId"],
  swap_hidden: ["registrationId", "reason"],
  swap_expires: ["registrationId"],
  swap_done: ["registrationId", "swapId"],
  camp_changed: [
    ...(["registrationId", "until", "days", "zone", "place"] as const),
    ...(["wasDays", "wasZone", "wasPlace"] as const),
  ],
  called_off: ["registrationId", "status", "reason"],
  put_off: ["registrationId", "status", "reason"],
  takes_place: [
    ...(["registrationId", "status", "reason", "until", "halted", "asked"] as const),
    ...(["days", "zone", "wasDays", "wasZone"] as const),
  ],
  crew_halted: ["camp", "slug", "by", "halted", "reason", "days", "zone"],
  write_up_reminder: ["registrationId"],
  trial_mail: ["name", "subject", "body"],
  trial_words: ["name", "subject", "body"],
  group_mail: ["groupMailId", "registrationId"],
  crew_mail: ["groupMailId", "personId"],
} as const satisfies Record<MailKind, readonly Fact[]>;

/** The kinds that are about somebody's registration. */
export const ABOUT_REGISTRATION = (Object.keys(FACTS) as MailKind[]).filter((kind) =>
  (FACTS[kind] as readonly Fact[]).includes("registrationId"),
);

/**
 * What is made for a mail when its turn comes: a way to sign in, a link to somebody's own page, a code that proves their
 * address, a link to a place that somebody hands them, one by which a second address is confirmed, a link by which they want no more of its kind (and with it one to their own page where the words lead there). What is not made, its words cannot say (messages/mail-facts.ts).
 */
export const MADE_FOR = {
  sign_in: ["sign_in"],
  registered: ["page", "code"],
  your_page: ["page", "code"],
  offered: ["page"],
  offer_reminder: ["page"],
  offer_expired: ["page"],
  hold_lapsed: ["page", "code"],
  pause_over: ["page"],
  place_yours: ["page"],
  drawn: ["page", "code"],
  given_place: ["page"],
  brought: ["page"],
  removed: ["page"],
  put_back: ["page"],
  merged: ["page"],
  merged_away: [],
  transfer_offered: ["transfer"],
  transfer_ended: [],
  transfer_back: ["page"],
  handed_on: ["page"],
  still_coming: ["page"],
  went_back: ["page"],
  passed_on: ["page"],
  my_day: [],
  second_asked: ["second"],
  second_confirmed: ["page"],
  second_removed: ["page"],
  address_changed: [],
  invited: [],
  role_changed: [],
  crew_removed: [],
  passkey_added: [],
  passkey_removed: [],
  passkey_refused: [],
  passkeys_reset: [],
  passkeys_required: [],
  passkeys_freed: [],
  contact_named: [],
  concern: [],
  rota_changed: [],
  swap_found: ["page"],
  swap_asked: ["page"],
  swap_agreed: ["page"],
  swap_hidden: ["page"],
  swap_expires: ["page"],
  swap_done: ["page"],
  camp_changed: ["page"],
  called_off: ["page"],
  put_off: ["page"],
  takes_place: ["page"],
  crew_halted: [],
  write_up_reminder: ["unsubscribe"],
  trial_mail: [],
  trial_words: [],
  group_mail: ["unsubscribe"],
  crew_mail: ["unsubscribe"],
} as const satisfies Record<
  MailKind,
  readonly ("sign_in" | "page" | "code" | "transfer" | "second" | "unsubscribe")[]
>;

const isMadeFor = (kind: MailKind, what: "page" | "code" | "unsubscribe") =>
  (MADE_FOR[kind] as readonly string[]).includes(what);

const CALENDAR: readonly MailKind[] = [
  "registered",
  "place_yours",
  "drawn",
  "given_place",
  "brought",
  "camp_changed",
  "called_off",
  "put_off",
  "takes_place",
];

/** Whether the days of the camp go with a mail as a calendar file, to whoever has a place. */
export const bringsCalendar = (kind: MailKind): boolean => CALENDAR.includes(kind);

const TICKET: readonly MailKind[] = ["registered", "place_yours", "drawn", "given_place", "brought"];

/** About a place to come or a day ahead: decided before its camp was called off or put off, they would mislead after it. */
const AHEAD: readonly MailKind[] = [
  ...(["registered", "offered", "offer_reminder", "offer_expired", "hold_lapsed", "pause_over"] as const),
  ...(["place_yours", "drawn", "given_place", "brought", "transfer_offered", "still_coming"] as const),
  ...(["went_back", "my_day", "camp_changed", "takes_place", "rota_changed"] as const),
];

/** Whether a mail is written only while its camp is neither called off nor put off. */
export const looksAhead = (kind: MailKind): boolean => AHEAD.includes(kind);

/** Whether a ticket goes with a mail, to whoever has a place. */
export const bringsTicket = (kind: MailKind): boolean => TICKET.includes(kind);

/** Whether a mail needs the link to somebody's private page. */
export const leadsToOwnPage = (kind: MailKind): boolean => isMadeFor(kind, "page");

/** Whether a mail is about nobody's own place, so that its reader can say that they want no more of its kind. */
export const canBeRefused = (kind: MailKind): boolean => isMadeFor(kind, "unsubscribe");

/** The kinds that carry a code for an address to be proven with. */
export const WITH_CODE = (Object.keys(MADE_FOR) as MailKind[]).filter((kind) => isMadeFor(kind, "code"));

type Of<K extends MailKind> = (typeof FACTS)[K][number];

export type MailFacts = {
  [K in MailKind]: Pick<Facts, Of<K>> & { [F in Exclude<Fact, Of<K>>]?: never };
};

export type Told = { [K in MailKind]: { kind: K; facts: MailFacts[K] } }[MailKind];

/** What is made for a mail when its turn comes, and kept with it: a second try then says the same. */
export type Made = {
  token?: string;
  code?: string;
  /** Until when a code to sign in works. */
  goodUntil?: string;
  /** The token of the link by which its reader wants no more. */
  unsubscribe?: string;
};

/** What earlier versions wrote otherwise or not at all, so that their mails still go out. */
const BEFORE: Partial<Record<Fact, (kept: Record<string, unknown>) => unknown>> = {
  until: () => "",
  over: () => "",
  days: ({ startsAt }) => startsAt,
  wasDays: ({ wasStartsAt }) => wasStartsAt,
};

/** Reads what the outbox kept of a mail; null when the kind is none, or a fact is missing or no such fact. */
export function toldIn(kind: string, kept: Record<string, unknown>): Told | null {
  if (!Object.hasOwn(FACTS, kind)) return null;
  const names: readonly Fact[] = FACTS[kind as MailKind];
  const facts = names.map((name) => [name, kept[name] ?? BEFORE[name]?.(kept)] as const);
  if (!facts.every(([name, value]) => isFact(name, value))) return null;
  return { kind, facts: Object.fromEntries(facts) } as Told;
}

const IDS: readonly Fact[] = ["registrationId", "transferId", "groupMailId", "personId", "swapId"];

function isFact(name: Fact, value: unknown): boolean {
  if (typeof value !== "string") return false;
  if (IDS.includes(name)) return isId(value);
  if (name === "why") return (RETURNED as readonly string[]).includes(value);
  if (name === "change") return (ROTA_CHANGES as readonly string[]).includes(value);
  if (name === "begins" || name === "ends") return areInstants(value);
  if (name === "status") return (STATUSES as readonly string[]).includes(value);
  if (name === "halted") return value === "" || (HALTED as readonly string[]).includes(value);
  if (name === "until") return value === "" || areInstants(value);
  return name === "days" || name === "wasDays" ? areInstants(value) : true;
}

const areInstants = (text: string) => text.split(" ").every((at) => !Number.isNaN(Date.parse(at)));

/** What is made for a mail, by which somebody could act. */
export const MADE_FACTS = ["token", "code", "goodUntil", "unsubscribe"] as const satisfies (keyof Made)[];

/** Reads what was made for a mail so far. */
export function madeIn(kept: Record<string, unknown>): Made {
  const texts = MADE_FACTS.map((name) => [name, kept[name]] as const).filter(
    ([, value]) => typeof value === "string",
  );
  return Object.fromEntries(texts);
}
