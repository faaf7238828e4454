/**
 * Who gets what when people register, judged one after the other. An address that is registered already is answered
 * as any other is; its mailbox is told the truth.
 */

import { sameAddress } from "#domain/email-address.ts";
import { isHalted, isOver, permits } from "#domain/event.ts";
import { kindOf } from "#domain/pool.ts";
import { takeEach } from "#domain/rate-limit.ts";
import { type Admission, admissionAt } from "#domain/registration/admission.ts";
import { chargeOfAddress, chargeOfForm, chargesOfDevice, sharedBy } from "#domain/registration/allowance.ts";
import { type Answers, answersOf } from "#domain/registration/answers.ts";
import { type Claim, toldOf } from "#domain/registration/claim.ts";
import { holdUntil } from "#domain/registration/hold.ts";
import { withOneMore, withOneProven } from "#domain/registration/places.ts";
import {
  type Decision,
  type Entry,
  type Known,
  type Reception,
  reads,
} from "#domain/registration/reception.ts";
import { type Applicant, allows } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";

type Desk = Reception & {
  people: Map<string, Known>;
  allowance: Map<string, number>;
  addresses: Map<string, string>;
};

type Asking = Applicant & {
  email: string;
  known: Known | undefined;
  /** This browser, where it is known to read the mailbox. */
  reader: string | null;
};

/**
 * Judges people in the order they pressed: a place while any is free and nobody is in turn, else the back of the
 * line. Only what is admitted counts against the limits, and an address that was named too often is registered
 * without another mail.
 *
 * @param ids one for each, used where they are new
 * @returns what each gets, in their order, and what the next will find
 */
export function judgeAll(
  before: Reception,
  applicants: readonly Applicant[],
  ids: readonly string[],
): { decisions: Decision[]; after: Reception } {
  const addresses = new Map([...before.people].map(([email, { form }]) => [form.id, email]));
  const desk = {
    ...before,
    people: new Map(before.people),
    allowance: new Map(before.allowance),
    addresses,
  };
  const decisions = applicants.map((applicant, index) => judge(desk, applicant, ids[index]!));
  const { addresses: _, ...after } = desk;
  return { decisions, after };
}

function judge(desk: Desk, applicant: Applicant, id: string): Decision {
  const { camp, addresses, sectors } = desk;
  const { form, now, deviceId } = applicant;
  const email = sameAddress(form.email);
  const known = desk.people.get(email);
  const reader = deviceId !== null && reads(desk, deviceId, email) ? deviceId : null;
  const asking = { ...applicant, email, known, reader };
  const sent = addresses.get(form.id);
  const over = isOver(camp.phase, camp.endsAt, now.getTime());
  if (known && (sent === email || known.claims.has(form.id))) return sentAgain(desk, asking, known, over);
  if (over) return refused("camp_over");
  if (isHalted(camp.phase)) return refused("camp_halted");
  if (!permits(camp.phase, "register")) return refused("not_open");
  if (sent || !sectors.has(form.sectorId)) return refused("bad_input");
  return known && (!allows("register", known.status) || isAnothers(asking, known))
    ? registeredAlready(desk, asking, known)
    : newlyRegistered(desk, asking, id);
}

/** Whoever let go after they proved the address keeps what is theirs until its reader says that they come back. */
const isAnothers = ({ reader }: Asking, known: Known) => reader === null && known.verifiedAt !== null;

/** The same form once more, or one that was told something before: it is told so again. */
function sentAgain(desk: Desk, asking: Asking, known: Known, over: boolean): Decision {
  if (!repeats(desk, asking)) return refused("too_many");
  if (asking.reader) return granted(over ? shown(desk, asking, known) : proven(desk, asking, known, null));
  const claim = known.claims.get(asking.form.id);
  if (!claim && known.verifiedAt === null) return granted(shown(desk, asking, known));
  // Proven elsewhere since: what was sent before is no key to what its reader has now, also while mail comes back.
  return granted(
    claimed(desk, asking, known, { claim: claim ?? newClaim(desk, asking, known, true), mailed: false }),
  );
}

/** Whoever reads this mailbox is shown what they have; nobody else is told that they have it, or had it. */
function registeredAlready(desk: Desk, asking: Asking, known: Known): Decision {
  if (asking.reader) {
    const may = repeats(desk, asking);
    return may ? granted(proven(desk, asking, known, answersOf(asking.form))) : refused("too_many");
  }
  const admitted = admission(desk, asking);
  if (!admitted.ok) return admitted;
  const { mailed } = admitted.value;
  return granted(claimed(desk, asking, known, { claim: newClaim(desk, asking, known, mailed), mailed }));
}

/** Somebody new, or somebody who let go and keeps their id. */
function newlyRegistered(desk: Desk, asking: Asking, id: string): Decision {
  const admitted = admission(desk, asking);
  if (!admitted.ok) return admitted;
  const { to, enters, mailed } = admitted.value;
  const { form, now, email, known, reader } = asking;
  desk.counts = withOneMore(desk.counts, to, newcomerOf(asking));
  const person: Known = {
    id: known?.id ?? id,
    status: to,
    rank: desk.nextRank++,
    // Whoever comes again from elsewhere proves their mailbox again: it may be somebody else who typed the address.
    verifiedAt: reader ? now : null,
    bouncedAt: null,
    lapsedAt: reader ? null : (known?.lapsedAt ?? null),
    form: { ...form, email },
    // Their own browsers go on holding what they held; those of a stranger end.
    claims: new Map(reader ? known?.claims : []),
    shown: true,
    tickets: new Set(reader ? [...(known?.tickets ?? []), reader] : []),
    proving: false,
  };
  // The time of a held place begins with its mail, and without one at once.
  const until = to === "held" ? heldUnmailed(desk, now, mailed) : null;
  if (known) desk.addresses.delete(known.form.id);
  desk.addresses.set(form.id, email);
  desk.people.set(email, person);
  const seat = { from: known?.status ?? null, heldUntil: until, enters: enters?.id ?? null };
  // A batch is answered within the minute, and one mail says it all.
  const mail = mailed && enters?.way !== "batch" ? "registered" : null;
  return granted({ person, now, seat, claim: null, reader, proves: null, mail });
}

const newcomerOf = ({ form, known, reader }: Asking) => {
  return { kind: kindOf(form), proven: reader !== null, lapsed: Boolean(known?.lapsedAt) };
};

function admission(
  desk: Desk,
  asking: Asking,
): Result<Admission & { mailed: boolean }, "line_full" | "not_yet_open" | "draw_closed" | "too_many"> {
  const { camp, allowance } = desk;
  const now = asking.now.getTime();
  const admitted = admissionAt(camp, desk.counts, newcomerOf(asking), now);
  if (!admitted.ok) return admitted;
  if (!takeEach(allowance, [...chargesOfDevice(asking), ...sharedBy(camp.id)], now))
    return refused("too_many");
  // A stranger who names an address does not use up what its reader may ask for.
  const mailed = asking.reader !== null || takeEach(allowance, [chargeOfAddress(camp.id, asking.email)], now);
  return granted({ ...admitted.value, mailed });
}

/** Takes what an answer costs that changes nothing. @returns whether it may be asked for */
function repeats(desk: Desk, asking: Asking): boolean {
  const { form, known } = asking;
  const before = desk.addresses.has(form.id) || known?.claims.has(form.id);
  const charges = [...chargesOfDevice(asking), ...(before ? [chargeOfForm(asking)] : [])];
  return takeEach(desk.allowance, charges, asking.now.getTime());
}

function shown(desk: Desk, { now, reader }: Asking, known: Known): Entry {
  const tickets = new Set(reader ? [...known.tickets, reader] : known.tickets);
  const person = { ...known, shown: true, tickets };
  desk.people.set(known.form.email, person);
  const proves = known.proving && reader ? { answers: null } : null;
  return { person, now, seat: null, claim: null, reader, proves, mail: null };
}

/** The same, where nobody had proven this mailbox: the browser it is read in does so by registering. */
function proven(desk: Desk, asking: Asking, known: Known, answers: Answers | null): Entry {
  if (known.verifiedAt !== null) return shown(desk, asking, known);
  const { status, form, rank } = known;
  desk.counts = withOneProven(desk.counts, { kind: kindOf(form), status, lapsed: known.lapsedAt !== null });
  // Other browsers keep what they were told, with the answers there were until now.
  const claims = new Map(known.claims);
  if (known.shown) claims.set(form.id, { form, told: toldOf(status), rank });
  const person: Known = {
    ...known,
    status: status === "held" ? "confirmed" : status,
    ...{ verifiedAt: asking.now, bouncedAt: null, lapsedAt: null, proving: true },
    form: { ...form, ...answers },
    claims,
    tickets: new Set(),
  };
  return { ...shown(desk, asking, person), proves: { answers } };
}

function claimed(
  desk: Desk,
  { now, form }: Asking,
  known: Known,
  { claim, mailed }: { claim: Claim; mailed: boolean },
): Entry {
  const person = { ...known, claims: new Map(known.claims).set(form.id, claim) };
  desk.people.set(known.form.email, person);
  return { person, now, seat: null, claim, reader: null, proves: null, mail: mailed ? "your_page" : null };
}

/** What a newcomer would be told in place of somebody who is registered already. Nobody will be served for its turn. */
function newClaim(
  desk: Desk,
  { form, now }: Asking,
  { lapsedAt, verifiedAt }: Known,
  mailed: boolean,
): Claim {
  const newcomer = { kind: kindOf(form), proven: false, lapsed: lapsedAt !== null };
  const admitted = admissionAt(desk.camp, desk.counts, newcomer, now.getTime());
  const to = admitted.ok ? admitted.value.to : "waiting";
  const told = to === "confirmed" ? "waiting" : to;
  const heldUntil = told === "held" ? (heldUnmailed(desk, now, mailed)?.toISOString() ?? null) : null;
  // What was typed before it was proven may be a stranger's.
  const typed = verifiedAt === null ? { typed: true } : {};
  return { form, told, rank: desk.nextRank++, since: now.toISOString(), heldUntil, ...typed };
}

/** Until when a place is held whose time no mail begins; null where one does. */
function heldUnmailed({ camp }: Desk, now: Date, mailed: boolean): Date | null {
  return mailed ? null : new Date(holdUntil(now.getTime(), camp));
}
