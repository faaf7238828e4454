import { and, asc, eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { writeCrewNote } from "#db/crew-note.ts";
import { holdTicket, startDevice } from "#db/device.ts";
import { newId } from "#db/id.ts";
import { findPerson } from "#db/person.ts";
import { mintLink } from "#db/registration/link.ts";
import { findTwin, mergePeople, previewMerge } from "#db/registration/merging.ts";
import { countPlaces } from "#db/registration/place.ts";
import { readStatus } from "#db/registration/status.ts";
import { audit } from "#db/schema/audit.ts";
import { crewNote } from "#db/schema/crew-note.ts";
import { ticket } from "#db/schema/device.ts";
import { checkIn, doorAct } from "#db/schema/door.ts";
import { event } from "#db/schema/event.ts";
import { hostAsked } from "#db/schema/host-asked.ts";
import { outbox } from "#db/schema/mail.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { pitchReport } from "#db/schema/pitch-report.ts";
import { answer, question } from "#db/schema/question.ts";
import { registration } from "#db/schema/registration.ts";
import { uncounted } from "#db/schema/uncounted.ts";
import { hand } from "#db/schema/voting.ts";
import type { Phase } from "#domain/event.ts";
import type { Status } from "#domain/registration.ts";
import { refused } from "#domain/result.ts";
import { makeCamp, makeOrganiser, makePerson, NOON, type Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { comeIn } from "#tests/support/door.ts";

const { db } = await freshDatabase();
const WHY = "The same Ama, at work and at home";

/** One of two places is free; somebody else waits behind the two who are one. */
async function twins(stays: Status, goes: Status, { phase = "tickets" as Phase, offersOn = true } = {}) {
  const camp = await makeCamp(db, { capacity: 2, phase, offersOn });
  await db.update(event).set({ nextRank: 100 }).where(eq(event.id, camp.id));
  const until = { offeredUntil: new Date(NOON.getTime() + 3_600_000) };
  const make = (status: Status, rank: number) =>
    makePerson(db, camp, status, { rank, ...(status === "offered" && until) });
  const ids = { stays: await make(stays, 5), goes: await make(goes, 3), next: await make("waiting", 9) };
  return { camp, ...ids, olu: await makeOrganiser(db, camp) };
}
type Twins = Awaited<ReturnType<typeof twins>>;

async function merge({ olu, stays, goes }: { olu: Organiser; stays: string; goes: string }, reason = WHY) {
  const seen = await previewMerge(db, olu, stays, goes);
  if (!seen) return refused("not_found");
  return mergePeople(db, olu, { stays, goes, mark: seen.mark, reason }, NOON);
}

const rowOf = async (id: string) => (await db.select().from(registration).where(eq(registration.id, id)))[0]!;

async function pitchOf({ camp }: Twins, title: string, ...hosts: string[]) {
  const id = newId();
  await db.insert(pitch).values({ id, eventId: camp.id, title });
  for (const [position, registrationId] of hosts.entries())
    await db.insert(pitchHost).values({ pitchId: id, position, registrationId, name: "Ama", own: true });
  return id;
}

describe("two registrations of one person", () => {
  it("become one with the better place and turn, and the other place goes to the line", async () => {
    const they = await twins("confirmed", "offered");
    expect(await merge(they)).toEqual({ ok: true, value: null });
    const [stays, goes, next] = [await rowOf(they.stays), await rowOf(they.goes), await rowOf(they.next)];
    expect([stays.status, stays.rank, stays.offeredUntil]).toEqual(["confirmed", 3, null]);
    expect([goes.status, goes.rank, next.status]).toEqual(["removed", 100, "offered"]);
  });

  it("carry the place over to the address that stays, with the time it has", async () => {
    const they = await twins("waiting", "offered");
    const before = await rowOf(they.goes);
    await merge(they);
    const stays = await rowOf(they.stays);
    expect([stays.status, stays.offeredUntil, stays.rank]).toEqual(["offered", before.offeredUntil, 3]);
    expect((await countPlaces(db, they.camp.id)).offered).toBe(2);
  });

  it("have all the time to answer again where nobody read of the offer, because its mail came back", async () => {
    const they = await twins("waiting", "offered");
    const passed = { bouncedAt: NOON, offeredUntil: new Date(NOON.getTime() - 60_000) };
    await db.update(registration).set(passed).where(eq(registration.id, they.goes));
    await merge(they);
    const stays = await rowOf(they.stays);
    expect([stays.status, stays.offeredUntil! > NOON]).toEqual(["offered", true]);
  });

  it("are told at both addresses and in the log of both, and the one that ended opens nothing any more", async () => {
    const they = await twins("left", "confirmed", { offersOn: false });
    const token = await mintLink(db, they.goes, { mailed: true, now: NOON });
    await holdTicket(db, (await startDevice(db, {})).id, they.goes);
    await merge(they);
    const mails = await db
      .select()
      .from(outbox)
      .where(eq(outbox.eventId, they.camp.id))
      .orderBy(asc(outbox.kind));
    expect(mails.map(({ kind, recipient, facts }) => [kind, recipient, facts.reason])).toEqual([
      ["merged", "person5@example.org", WHY],
      ["merged_away", "person3@example.org", WHY],
    ]);
    const log = await db.select().from(audit).where(eq(audit.eventId, they.camp.id)).orderBy(asc(audit.act));
    expect(log.map(({ act, subjectId, from, to, reason }) => [act, subjectId, from, to, reason])).toEqual([
      ["merge", they.stays, "left", "confirmed", WHY],
      ["merge_away", they.goes, "confirmed", "removed", WHY],
    ]);
    expect(await readStatus(db, token, NOON)).toBeNull();
    expect(await db.$count(ticket, eq(ticket.registrationId, they.goes))).toBe(0);
  });

  it("have what they reported, wished, host and are asked to host together", async () => {
    const they = await twins("confirmed", "waiting");
    const [both, theirs, wish] = [
      await pitchOf(they, "Both reported"),
      await pitchOf(they, "One reported"),
      await pitchOf(they, "A wish", they.stays, they.goes),
    ];
    const host = (registrationId: string) =>
      and(eq(pitchHost.pitchId, wish), eq(pitchHost.registrationId, registrationId));
    await db.update(pitchHost).set({ hosting: false }).where(host(they.stays));
    await db.update(pitchHost).set({ own: false }).where(host(they.goes));
    const reported = (pitchId: string, registrationId: string, reason: string) =>
      db.insert(pitchReport).values({ pitchId, registrationId, reason });
    await reported(both, they.stays, "Mine");
    await reported(both, they.goes, "Other");
    await reported(theirs, they.goes, "Theirs");
    const ask = { eventId: they.camp.id, pitchId: both, registrationId: they.goes };
    await db.insert(hostAsked).values({ id: newId(), ...ask });
    await merge(they);
    const of = [both, theirs];
    const reports = await db.select().from(pitchReport).where(inArray(pitchReport.pitchId, of));
    expect(reports.map(({ registrationId, reason }) => [registrationId, reason]).sort()).toEqual([
      [they.stays, "Mine"],
      [they.stays, "Theirs"],
    ]);
    expect(await db.select().from(pitchHost).where(eq(pitchHost.pitchId, wish))).toMatchObject([
      { registrationId: they.stays, own: true, hosting: true },
    ]);
    expect(await db.$count(hostAsked, eq(hostAsked.registrationId, they.stays))).toBe(1);
  });

  it("have their hands united, their pitches and notes together, and are counted again", async () => {
    const they = await twins("confirmed", "confirmed");
    const [both, theirs] = [
      await pitchOf(they, "Both", they.stays, they.goes),
      await pitchOf(they, "One", they.goes),
    ];
    const raise = (pitchId: string, registrationId: string, up: boolean) =>
      db.insert(hand).values({ pitchId, registrationId, up, castAt: NOON });
    await raise(both, they.stays, false);
    await raise(both, they.goes, true);
    await raise(theirs, they.goes, true);
    await writeCrewNote(db, they.olu, they.goes, { id: newId(), words: "Rang" }, NOON);
    const seen = await previewMerge(db, they.olu, they.stays, they.goes);
    expect([seen!.hands, seen!.pitches]).toEqual([
      { stays: 0, goes: 2 },
      { stays: 1, goes: 2 },
    ]);
    await merge(they);
    const hands = await db.select().from(hand).orderBy(asc(hand.pitchId));
    const of = hands.filter(({ pitchId }) => [both, theirs].includes(pitchId));
    expect(of.map(({ registrationId, up }) => [registrationId, up])).toEqual(
      Array(2).fill([they.stays, true]),
    );
    const hosts = await db.select().from(pitchHost).where(eq(pitchHost.registrationId, they.stays));
    expect(hosts.map(({ pitchId }) => pitchId).sort()).toEqual([both, theirs].sort());
    expect(await db.$count(pitchHost, eq(pitchHost.registrationId, they.goes))).toBe(0);
    expect(await db.$count(crewNote, eq(crewNote.registrationId, they.stays))).toBe(1);
    expect(await db.$count(uncounted, eq(uncounted.eventId, they.camp.id))).toBeGreaterThan(0);
  });

  it("are in since the first of the two came in, with what was tapped of both", async () => {
    const they = await twins("confirmed", "confirmed", { phase: "doors" });
    const at = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
    await comeIn(db, they.olu, [they.stays], at(-10));
    await comeIn(db, they.olu, [they.goes], at(-20));
    await merge(they);
    const here = await db
      .select()
      .from(checkIn)
      .where(inArray(checkIn.registrationId, [they.stays, they.goes]));
    expect(here.map(({ registrationId, at }) => [registrationId, at])).toEqual([[they.stays, at(-20)]]);
    expect([(await rowOf(they.stays)).checkedInAt, (await rowOf(they.goes)).checkedInAt]).toEqual([
      at(-20),
      null,
    ]);
    const acts = await db.select().from(doorAct).where(eq(doorAct.registrationId, they.stays));
    expect(acts.map(({ at }) => at).sort()).toEqual([at(-20), at(-10)]);
  });

  it("keep the answers of the one that stays, and of the other what it left empty", async () => {
    const they = await twins("confirmed", "waiting");
    const [asked, both] = [newId(), newId()];
    const text = { kind: "text", label: "Why?", purpose: "To know.", keepUntil: "2026-08-01" } as const;
    for (const [position, id] of [asked, both].entries())
      await db.insert(question).values({ id, eventId: they.camp.id, position, ...text });
    const say = (questionId: string, registrationId: string, said: string) =>
      db.insert(answer).values({ questionId, registrationId, said });
    await say(asked, they.goes, "From the other");
    await say(both, they.stays, "Mine");
    await say(both, they.goes, "Not this");
    const set = (id: string, access: string, organisation: string) =>
      db.update(registration).set({ access, organisation }).where(eq(registration.id, id));
    await set(they.stays, "", "Town hall");
    await set(they.goes, "A ramp", "Library");
    const along = { companions: 2, companionsNote: "A guide and an interpreter", accessAgreed: true };
    await db.update(registration).set(along).where(eq(registration.id, they.goes));
    await merge(they);
    expect(await rowOf(they.stays)).toMatchObject({ access: "A ramp", ...along, organisation: "Town hall" });
    const kept = await db
      .select()
      .from(answer)
      .where(inArray(answer.questionId, [asked, both]));
    expect(kept.map(({ registrationId, said }) => [registrationId, said]).sort()).toEqual([
      [they.stays, "From the other"],
      [they.stays, "Mine"],
    ]);
  });

  // Before, the one that went was only "Taken off", and nothing led to the other.
  it("say of the one that went into which it went, until it is moved by hand", async () => {
    const they = await twins("confirmed", "waiting");
    const detail = (id: string) => findPerson(db, they.olu, id);
    expect((await detail(they.goes))?.mergedInto).toBeNull();
    await merge(they);
    const { id, name, email } = (await detail(they.stays))!;
    expect((await detail(they.goes))?.mergedInto).toEqual({ id, name, email });
    expect((await detail(they.stays))?.mergedInto).toBeNull();
    const by = { eventId: they.camp.id, actor: "crew", act: "remove", subjectId: they.goes } as const;
    await db.insert(audit).values({ ...by, id: newId(), at: new Date(NOON.getTime() + 1) });
    expect((await detail(they.goes))?.mergedInto).toBeNull();
  });

  it("done twice are merged once, and anything else than what was seen is refused", async () => {
    const they = await twins("waiting", "confirmed");
    const seen = (await previewMerge(db, they.olu, they.stays, they.goes))!;
    const wanted = { stays: they.stays, goes: they.goes, mark: seen.mark, reason: WHY };
    const twice = [
      await mergePeople(db, they.olu, wanted, NOON),
      await mergePeople(db, they.olu, wanted, NOON),
    ];
    expect(twice).toEqual(Array(2).fill({ ok: true, value: null }));
    expect(await db.$count(outbox, eq(outbox.kind, "merged"))).toBeGreaterThan(0);
    const once = and(eq(audit.subjectId, they.stays), eq(audit.act, "merge"));
    expect(await db.$count(audit, once)).toBe(1);
    const others = await twins("waiting", "confirmed");
    const mark = (await previewMerge(db, others.olu, others.stays, others.goes))!.mark;
    await db.update(registration).set({ status: "released" }).where(eq(registration.id, others.goes));
    const late = { stays: others.stays, goes: others.goes, mark, reason: WHY };
    expect(await mergePeople(db, others.olu, late, NOON)).toEqual(refused("changed_meanwhile"));
    expect(await mergePeople(db, others.olu, { ...late, reason: "" }, NOON)).toEqual(refused("bad_input"));
  });

  it("are found by the other address, never across camps, and not once a camp is over", async () => {
    const [they, elsewhere] = [await twins("waiting", "confirmed"), await twins("waiting", "waiting")];
    expect(await findTwin(db, they.olu, they.stays, " PERSON3@example.org ")).toBe(they.goes);
    expect(await findTwin(db, they.olu, they.stays, "person5@example.org")).toBeNull();
    expect(await previewMerge(db, they.olu, they.stays, elsewhere.goes)).toBeNull();
    expect(await merge({ ...they, goes: they.stays })).toEqual(refused("not_found"));
    const over = await twins("waiting", "confirmed", { phase: "after" });
    expect(await merge(over)).toEqual(refused("camp_over"));
  });

  // Seen to leave each ended in favour of the other with the lock of the camp's row taken out.
  it("merged by two organisers in both directions at once end up as one", async () => {
    for (let round = 0; round < 4; round++) {
      const they = await twins("confirmed", "waiting");
      const mei = await makeOrganiser(db, they.camp);
      const swapped = { olu: mei, stays: they.goes, goes: they.stays };
      const answers = await Promise.all([merge(they), merge(swapped)]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      const statuses = [await rowOf(they.stays), await rowOf(they.goes)].map(({ status }) => status);
      expect(statuses.sort()).toEqual(["confirmed", "removed"]);
    }
  });
});
