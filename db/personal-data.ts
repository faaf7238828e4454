/** What is held of somebody, read for them alone. */
import { and, asc, eq, gte, inArray, isNull, or } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { readCheckIns } from "#db/door/personal.ts";
import { isReaders } from "#db/erasure.ts";
import { isContact, readAccount } from "#db/personal-data/account.ts";
import { readDayOf } from "#db/personal-data/day.ts";
import { readOfTheGrid } from "#db/personal-data/grid.ts";
import { onTheDayOf } from "#db/personal-data/on-the-day.ts";
import { readLinksOf } from "#db/personal-data/round-up.ts";
import { readSwapsOf } from "#db/personal-data/swaps.ts";
import { readBusy } from "#db/pitch/busy.ts";
import { findLink } from "#db/registration/link.ts";
import type { EventRow } from "#db/registration/move.ts";
import { audit } from "#db/schema/audit.ts";
import { crewNote } from "#db/schema/crew-note.ts";
import { device, ticket } from "#db/schema/device.ts";
import { event, sector } from "#db/schema/event.ts";
import { hostAsked } from "#db/schema/host-asked.ts";
import { outbox } from "#db/schema/mail.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { pitchReport } from "#db/schema/pitch-report.ts";
import { pushSubscription } from "#db/schema/push.ts";
import { answer, question } from "#db/schema/question.ts";
import { reconfirmation } from "#db/schema/reconfirmation.ts";
import { type RegistrationRow, registration, registrationLink } from "#db/schema/registration.ts";
import { entry, entryGroup, release } from "#db/schema/release.ts";
import { hand } from "#db/schema/voting.ts";
import { findSecond } from "#db/second-address/reading.ts";
import { openOf } from "#db/transfer/handing.ts";
import { readWriteUpsOf } from "#db/write-up/personal.ts";
import type { Act } from "#domain/history.ts";
import { ABOUT_REGISTRATION } from "#domain/mail-facts.ts";
import { type PersonalData, shownTitle } from "#domain/personal-data.ts";
import { nameKey } from "#domain/pitch/host-ask.ts";

const LOOK = "see_needs" satisfies Act;

/** Null unless the token is that of a page of whoever proved the address. Changes nothing. */
export async function readPersonalData(
  db: Store,
  token: string,
  now: Date,
): Promise<(PersonalData & { slug: string }) | null> {
  const link = await findLink(db, token, now);
  if (!link) return null;
  const [found] = await db
    .select({ mine: registration, camp: event, sector: sector.name })
    .from(registration)
    .innerJoin(event, eq(event.id, registration.eventId))
    .innerJoin(sector, eq(sector.id, registration.sectorId))
    .where(eq(registration.id, link.registrationId));
  if (!found || !isReaders(link, found.mine)) return null;
  const { mine, camp } = found;
  return {
    slug: camp.slug,
    camp: { name: camp.name, place: camp.place, startsAt: iso(camp.startsAt), zone: camp.zone },
    registration: answersOf(mine, found.sector),
    checkIns: await readCheckIns(db, mine.id),
    crewNotes: await readCrewNotes(db, mine),
    answers: await readAnswers(db, mine),
    entries: await readEntries(db, mine),
    ...(await readComing(db, mine)),
    secondAddress: await readSecondAddress(db, mine),
    mails: await readMails(db, camp, mine),
    log: await readLog(db, mine),
    looks: await readLooks(db, camp, mine),
    ...(await readPitching(db, mine)),
    ...(await readOfTheGrid(db, mine.id)),
    ...(await readSwapsOf(db, mine.id)),
    ...(await readBrowsers(db, mine)),
    told: await readPhones(db, mine),
    ...(await readDayOf(db, mine.id)),
    roundUp: await readLinksOf(db, mine.id),
    writeUps: await readWriteUpsOf(db, mine.id),
    contact: await isContact(db, camp.id, mine.email),
    account: await readAccount(db, camp.id, mine.email),
  };
}

const iso = (at: Date): string => at.toISOString();
const maybe = (at: Date | null): string | null => at?.toISOString() ?? null;

function answersOf(mine: RegistrationRow, sectorName: string): PersonalData["registration"] {
  const { name, email, organisation, firstTime, photos, ticketCode } = mine;
  const { access, companions, companionsNote, accessAgreed } = mine;
  const { locale, status, rank } = mine;
  return {
    ...{ name, email, sector: sectorName, organisation, firstTime, photos },
    ...{ access, companions, companionsNote, accessAgreed, ticketCode },
    ...{ locale, status, rank },
    registeredAt: iso(mine.registeredAt),
    verifiedAt: maybe(mine.verifiedAt),
    offeredUntil: maybe(mine.offeredUntil),
    heldUntil: maybe(mine.heldUntil),
    ...{ lapsedAt: maybe(mine.lapsedAt), pausedUntil: maybe(mine.pausedUntil) },
    ...onTheDayOf(mine),
    bouncedAt: maybe(mine.bouncedAt),
    checkedInAt: maybe(mine.checkedInAt),
    equalityAnswered: mine.equalityAnswered,
    changedAt: iso(mine.changedAt),
  };
}

async function readCrewNotes(db: Store, { id }: RegistrationRow): Promise<PersonalData["crewNotes"]> {
  const rows = await db
    .select()
    .from(crewNote)
    .where(eq(crewNote.registrationId, id))
    .orderBy(asc(crewNote.createdAt), asc(crewNote.id));
  return rows.map(({ words, createdAt, changedAt }) => {
    return { note: words, at: iso(createdAt), changedAt: maybe(changedAt) };
  });
}

async function readAnswers(db: Store, { id }: RegistrationRow): Promise<PersonalData["answers"]> {
  const { label, purpose, keepUntil } = question;
  return db
    .select({ question: label, purpose, keepUntil, answer: answer.said })
    .from(answer)
    .innerJoin(question, eq(question.id, answer.questionId))
    .where(eq(answer.registrationId, id))
    .orderBy(asc(question.position), asc(question.id));
}

async function readEntries(db: Store, { id }: RegistrationRow): Promise<PersonalData["entries"]> {
  const rows = await db
    .select({ entry: entry.id, position: entry.place, at: release.opensAt, groupCode: entryGroup.code })
    .from(entry)
    .innerJoin(release, eq(release.id, entry.releaseId))
    .leftJoin(entryGroup, eq(entryGroup.id, entry.groupId))
    .where(eq(entry.registrationId, id))
    .orderBy(asc(release.opensAt));
  return rows.map((row) => ({ ...row, at: iso(row.at) }));
}

async function readComing(
  db: Store,
  { id }: RegistrationRow,
): Promise<Pick<PersonalData, "coming" | "handing">> {
  const asked = await db
    .select()
    .from(reconfirmation)
    .where(eq(reconfirmation.registrationId, id))
    .orderBy(asc(reconfirmation.day));
  const open = await openOf(db, id);
  return {
    coming: asked.map(({ day, askedAt, goesBackAt, answer: said, answeredAt }) => {
      const times = { goesBackAt: maybe(goesBackAt), answeredAt: maybe(answeredAt) };
      return { day, askedAt: iso(askedAt), answer: said, ...times };
    }),
    handing: open ? [{ name: open.name, email: open.email, at: iso(open.createdAt) }] : [],
  };
}

async function readSecondAddress(db: Store, { id }: RegistrationRow): Promise<PersonalData["secondAddress"]> {
  const row = await findSecond(db, id);
  if (!row) return null;
  const { email, askedAt, provenAt, bouncedAt, complainedAt } = row;
  const ended = { bouncedAt: maybe(bouncedAt), complainedAt: maybe(complainedAt) };
  return { email, askedAt: iso(askedAt), verifiedAt: maybe(provenAt), ...ended };
}

/** Kinds and times: what a mail said is not kept. Those of the account go with it. */
async function readMails(db: Store, camp: EventRow, { id, email }: RegistrationRow) {
  const ofCamp = and(eq(outbox.eventId, camp.id), inArray(outbox.kind, ABOUT_REGISTRATION));
  // The same mailbox may be somebody else's second address.
  const own = and(eq(outbox.recipient, email), isNull(outbox.secondOf));
  const first = and(own, or(ofCamp, isNull(outbox.eventId)));
  const rows = await db
    .select()
    .from(outbox)
    .where(or(first, eq(outbox.secondOf, id)))
    .orderBy(asc(outbox.createdAt), asc(outbox.id));
  return rows.map(({ kind, createdAt, sentAt, failedAt, secondOf }) => {
    const times = { at: iso(createdAt), sentAt: maybe(sentAt), failedAt: maybe(failedAt) };
    return { kind, toSecond: secondOf !== null, ...times };
  });
}

async function readLog(db: Store, { id, eventId }: RegistrationRow): Promise<PersonalData["log"]> {
  const rows = await db
    .select()
    .from(audit)
    .where(and(eq(audit.eventId, eventId), eq(audit.subjectId, id)))
    .orderBy(asc(audit.at), asc(audit.id));
  return rows.map(({ at, actor, act, from, to, reason }) => {
    return { at: iso(at), actor, act, from, to, reason };
  });
}

async function readLooks(db: Store, camp: EventRow, { registeredAt }: RegistrationRow): Promise<string[]> {
  const rows = await db
    .select({ at: audit.at })
    .from(audit)
    .where(and(eq(audit.subjectId, camp.id), eq(audit.act, LOOK), gte(audit.at, registeredAt)))
    .orderBy(asc(audit.at), asc(audit.id));
  return rows.map(({ at }) => iso(at));
}

async function readPitching(
  db: Store,
  { id, eventId, name }: RegistrationRow,
): Promise<Pick<PersonalData, "pitches" | "hands" | "reports" | "hostAsks">> {
  const hosting = await db
    .select({ row: pitch, name: pitchHost.name, own: pitchHost.own, hosting: pitchHost.hosting })
    .from(pitchHost)
    .innerJoin(pitch, eq(pitch.id, pitchHost.pitchId))
    .where(eq(pitchHost.registrationId, id))
    .orderBy(asc(pitch.createdAt), asc(pitch.id));
  const titled = { title: pitch.title, noteLevel: pitch.noteLevel, hiddenAt: pitch.hiddenAt };
  const hands = await db
    .select({ ...titled, up: hand.up, castAt: hand.castAt })
    .from(hand)
    .innerJoin(pitch, eq(pitch.id, hand.pitchId))
    .where(eq(hand.registrationId, id))
    .orderBy(asc(hand.castAt), asc(pitch.id));
  const reports = await db
    .select({ ...titled, reason: pitchReport.reason, at: pitchReport.at })
    .from(pitchReport)
    .innerJoin(pitch, eq(pitch.id, pitchReport.pitchId))
    .where(eq(pitchReport.registrationId, id))
    .orderBy(asc(pitchReport.at), asc(pitch.id));
  const hostAsks = await db
    .select({ ...titled, at: hostAsked.askedAt, declinedAt: hostAsked.declinedAt })
    .from(hostAsked)
    .innerJoin(pitch, eq(pitch.id, hostAsked.pitchId))
    .where(
      and(
        eq(hostAsked.eventId, eventId),
        or(
          eq(hostAsked.registrationId, id),
          and(isNull(hostAsked.registrationId), eq(hostAsked.nameKey, nameKey(name))),
        ),
      ),
    )
    .orderBy(asc(hostAsked.askedAt), asc(hostAsked.id));
  const busy = await Promise.all(hosting.map(({ row }) => readBusy(db, row.id)));
  const pitches = hosting.map(({ row, name, own, hosting }, nth) => {
    const { title, line, kind, noteLevel, createdAt, saidAt, awayAt, withdrawnAt, mergedAt } = row;
    const { hiddenAt, hiddenReason } = row;
    const times = {
      ...{ at: iso(createdAt), saidAt: maybe(saidAt), awayAt: maybe(awayAt) },
      ...{ withdrawnAt: maybe(withdrawnAt), mergedAt: maybe(mergedAt) },
      ...{ hiddenAt: maybe(hiddenAt), hiddenReason },
    };
    return { title, line, kind, noteLevel, name, own, hosting, busy: busy[nth]!, ...times };
  });
  return {
    pitches,
    hostAsks: hostAsks.map(({ at, declinedAt, ...of }) => {
      return { title: shownTitle(of), at: iso(at), declinedAt: maybe(declinedAt) };
    }),
    reports: reports.map(({ reason, at, ...of }) => ({ title: shownTitle(of), reason, at: iso(at) })),
    hands: hands.map(({ up, castAt, ...of }) => ({ title: shownTitle(of), up, at: iso(castAt) })),
  };
}

async function readBrowsers(
  db: Store,
  { id }: RegistrationRow,
): Promise<Pick<PersonalData, "links" | "browsers">> {
  // What somebody typed who has not proven the address may be a stranger's.
  const links = await db
    .select()
    .from(registrationLink)
    .where(and(eq(registrationLink.registrationId, id), isNull(registrationLink.claim)))
    .orderBy(asc(registrationLink.createdAt));
  const browsers = await db
    .select({ label: device.label, createdAt: ticket.createdAt, seenAt: device.seenAt })
    .from(ticket)
    .innerJoin(device, eq(device.id, ticket.deviceId))
    .where(eq(ticket.registrationId, id))
    .orderBy(asc(ticket.createdAt));
  return {
    links: links.map(({ createdAt, expiresAt, mailed }) => {
      return { at: iso(createdAt), until: iso(expiresAt), mailed };
    }),
    browsers: browsers.map(({ label, createdAt, seenAt }) => {
      return { label, at: iso(createdAt), seenAt: iso(seenAt) };
    }),
  };
}

/** The address itself lets whoever has it tell that phone, and is shown to nobody. */
async function readPhones(db: Store, { id }: RegistrationRow): Promise<PersonalData["told"]> {
  const rows = await db
    .select({ endpoint: pushSubscription.endpoint, createdAt: pushSubscription.createdAt })
    .from(pushSubscription)
    .where(eq(pushSubscription.registrationId, id))
    .orderBy(asc(pushSubscription.createdAt));
  return rows.map(({ endpoint, createdAt }) => ({ service: new URL(endpoint).host, at: iso(createdAt) }));
}
