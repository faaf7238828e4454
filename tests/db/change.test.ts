/** Changing the settings: asked first, over what was really seen, logged from what to what, and told. */
import { and, desc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { changeDetails, changeRules, factsOf, readRules } from "#db/camp.ts";
import { markOf, type Outcome, type Question } from "#db/change.ts";
import { findEvent } from "#db/event.ts";
import { changeKeeping, keepingOf, readKeepDays } from "#db/purge/setting.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { toldIn } from "#domain/mail-facts.ts";
import type { Refusal } from "#domain/refusal.ts";
import { offerUntil } from "#domain/registration/offer.ts";
import { LIVE } from "#domain/registration.ts";
import { type Result, refused } from "#domain/result.ts";
import { writeMessage } from "#jobs/mail.ts";
import { makeCamp, makeOrganiser, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const DAY = 86_400_000;

/** The question a command asked. @throws when it did something, or refused */
function questionOf(result: Result<Outcome<unknown>, Refusal>): Question {
  if (!result.ok || !("asks" in result.value)) throw new Error("nothing was asked");
  return result.value;
}

async function details(camp: TestCamp) {
  const known = (await findEvent(db, camp.slug))!;
  const { name, strapline, place, day, zone } = known;
  return { mark: markOf(factsOf(known)), now: { name, strapline, place, day, doors: "09:00", zone } };
}

const mails = (camp: TestCamp) =>
  db
    .select()
    .from(outbox)
    .where(and(eq(outbox.eventId, camp.id), eq(outbox.kind, "camp_changed")))
    .orderBy(outbox.recipient);

const logged = async (camp: TestCamp) =>
  (await db.select().from(audit).where(eq(audit.eventId, camp.id)).orderBy(desc(audit.id))).filter(
    ({ act }) => act === "settings" || act === "rules",
  );

/** One in each status that is in the camp, its draw or its line; then one who left, and one whose mail came back. */
async function fullCamp() {
  const camp = await makeCamp(db);
  const organiser = await makeOrganiser(db, camp);
  for (const [index, status] of LIVE.entries())
    await makePerson(db, camp, status, {
      rank: index + 1,
      offeredUntil: status === "offered" ? new Date(NOON.getTime() + DAY) : null,
    });
  await makePerson(db, camp, "left", { rank: 8 });
  const silent = await makePerson(db, camp, "confirmed", { rank: 9 });
  await db.update(registration).set({ bouncedAt: NOON }).where(eq(registration.id, silent));
  return { camp, organiser };
}

describe("another date", () => {
  it("says first who hears of it and changes nothing; agreed to, it tells each of them once", async () => {
    const { camp, organiser } = await fullCamp();
    const { mark, now } = await details(camp);
    const moved = { ...now, day: "2026-07-21" };
    const question = questionOf(await changeDetails(db, organiser, mark, moved, NOON));
    expect(question.asks).toEqual([
      { kind: "told", places: 2, offers: 1, line: LIVE.length - 3, unreached: 1 },
      { kind: "offers_moved", offers: 1 },
    ]);
    expect((await findEvent(db, camp.slug))?.day).toBe("2026-07-14");
    expect(await mails(camp)).toEqual([]);
    expect(await logged(camp)).toEqual([]);
    const agreed = { agreed: question.agreement, tell: true };
    const saved = await changeDetails(db, organiser, mark, moved, NOON, agreed);
    expect(saved).toMatchObject({ ok: true, value: { done: { unreached: 1, offersMoved: 1 } } });
    const told = (await mails(camp)).map(({ recipient }) => recipient);
    expect(told).toEqual(LIVE.map((_, index) => `person${index + 1}@example.org`));
  });

  it("gives open offers the time the new date leaves, and their mail says so", async () => {
    const { camp, organiser } = await fullCamp();
    const { mark, now } = await details(camp);
    const moved = { ...now, day: "2026-06-27", doors: "10:00" };
    const { agreement } = questionOf(await changeDetails(db, organiser, mark, moved, NOON));
    await changeDetails(db, organiser, mark, moved, NOON, { agreed: agreement, tell: true });
    const until = new Date(
      offerUntil(NOON.getTime(), {
        startsAt: Date.parse("2026-06-27T09:00:00Z"),
        endsAt: Date.parse("2026-06-27T23:00:00Z"),
        zone: "Europe/London",
        offerHours: 48,
      })!,
    );
    const [offer] = await db
      .select()
      .from(registration)
      .where(and(eq(registration.eventId, camp.id), eq(registration.status, "offered")));
    expect(offer?.offeredUntil).toEqual(until);
    const [mail] = (await mails(camp)).filter(({ facts }) => facts.registrationId === offer?.id);
    expect(mail?.facts.until).toBe(until.toISOString());
    const told = toldIn("camp_changed", mail!.facts)!;
    const written = await writeMessage(db, { ...mail!, ...told, made: { token: "t" } }, NOON);
    expect(written?.subject).toBe("Testcamp is now on Saturday 27 June 2026");
    expect(written?.text).toContain("The date: Saturday 27 June 2026. It was Tuesday 14 July 2026.");
    expect(written?.text).toContain("Doors open at 10am. It was 9am.");
    expect(written?.text).toContain("is held until");
  });

  it("tells only those with an offer when the organiser chooses so, and the log says it", async () => {
    const { camp, organiser } = await fullCamp();
    const { mark, now } = await details(camp);
    const moved = { ...now, day: "2026-07-21" };
    const { agreement } = questionOf(await changeDetails(db, organiser, mark, moved, NOON));
    await changeDetails(db, organiser, mark, moved, NOON, { agreed: agreement, tell: false });
    expect(await mails(camp)).toHaveLength(1);
    expect((await logged(camp))[0]?.detail).toMatchObject({
      part: "details",
      changes: [
        { what: "day", from: "2026-07-14", to: "2026-07-21" },
        { what: "startsAt", from: "2026-07-14T08:00:00.000Z", to: "2026-07-21T08:00:00.000Z" },
      ],
      done: { places: 0, offers: 1, line: 0, offersMoved: 1 },
    });
  });

  it("that is over is asked about, also where nobody has registered", async () => {
    const camp = await makeCamp(db, { phase: "draft" });
    const organiser = await makeOrganiser(db, camp);
    const { mark, now } = await details(camp);
    const result = await changeDetails(db, organiser, mark, { ...now, day: "2026-06-23" }, NOON);
    expect(questionOf(result).asks).toEqual([{ kind: "past_day", day: "2026-06-23" }]);
  });

  it("of one kind is not agreed to by a yes to another", async () => {
    const { camp, organiser } = await fullCamp();
    const { mark, now } = await details(camp);
    const { agreement } = questionOf(
      await changeDetails(db, organiser, mark, { ...now, day: "2026-06-20" }, NOON),
    );
    const other = await changeDetails(db, organiser, mark, { ...now, day: "2026-06-21" }, NOON, {
      agreed: agreement,
    });
    expect(questionOf(other).asks[0]).toEqual({ kind: "past_day", day: "2026-06-21" });
  });
});

it("tells of another place, other doors or another zone, and asks nothing about a name", async () => {
  for (const change of [{ place: "Dudley" }, { doors: "08:30" }, { zone: "Europe/Berlin" }]) {
    const { camp, organiser } = await fullCamp();
    const { mark, now } = await details(camp);
    const { agreement, asks } = questionOf(
      await changeDetails(db, organiser, mark, { ...now, ...change }, NOON),
    );
    expect(asks.map(({ kind }) => kind)).toContain("told");
    await changeDetails(db, organiser, mark, { ...now, ...change }, NOON, { agreed: agreement, tell: true });
    expect(await mails(camp)).toHaveLength(LIVE.length);
  }
  const { camp, organiser } = await fullCamp();
  const { mark, now } = await details(camp);
  expect(await changeDetails(db, organiser, mark, { ...now, name: "Gritcamp" }, NOON)).toMatchObject({
    ok: true,
    value: { done: { places: 0, line: 0 } },
  });
});

it("tells nobody before the tickets, nor after the camp", async () => {
  for (const phase of ["draft", "after"] as const) {
    const { camp, organiser } = await fullCamp();
    await db.update(event).set({ phase }).where(eq(event.id, camp.id));
    const { mark, now } = await details(camp);
    const saved = await changeDetails(db, organiser, mark, { ...now, place: "Dudley" }, NOON);
    expect(saved).toMatchObject({ ok: true, value: { done: {} } });
    expect(await mails(camp)).toEqual([]);
  }
});

it("tells each of many people once, in statements of a thousand", async () => {
  const camp = await makeCamp(db, { capacity: 2_500 });
  const organiser = await makeOrganiser(db, camp);
  const first = await makePerson(db, camp, "confirmed", { rank: 1 });
  await db.$client`
    insert into registration (id, event_id, email, name, sector_id, status, rank, registered_at, changed_at)
    select gen_random_uuid(), event_id, 'many' || n || '@example.org', name, sector_id, status, n, registered_at, registered_at
    from registration, generate_series(2, 2500) n where id = ${first}`;
  const { mark, now } = await details(camp);
  const moved = { ...now, place: "Dudley" };
  const { agreement } = questionOf(await changeDetails(db, organiser, mark, moved, NOON));
  const saved = await changeDetails(db, organiser, mark, moved, NOON, { agreed: agreement, tell: true });
  expect(saved).toMatchObject({ ok: true, value: { done: { places: 2_500 } } });
  const told = (await mails(camp)).map(({ recipient }) => recipient);
  expect([told.length, new Set(told).size]).toEqual([2_500, 2_500]);
});

describe("places", () => {
  it("fewer than are given are asked about, and nobody loses theirs", async () => {
    const camp = await makeCamp(db, { capacity: 3 });
    const organiser = await makeOrganiser(db, camp);
    for (const rank of [1, 2, 3]) await makePerson(db, camp, "confirmed", { rank });
    const rules = await readRules(db, organiser);
    const lower = { ...rules, capacity: 2 };
    const question = questionOf(await changeRules(db, organiser, markOf(rules), lower, NOON));
    expect(question.asks).toEqual([{ kind: "over_capacity", holding: 3, capacity: 2 }]);
    expect((await readRules(db, organiser)).capacity).toBe(3);
    await changeRules(db, organiser, markOf(rules), lower, NOON, question.agreement);
    expect((await readRules(db, organiser)).capacity).toBe(2);
    const rows = await db.select().from(registration).where(eq(registration.eventId, camp.id));
    expect(rows.map(({ status }) => status)).toEqual(["confirmed", "confirmed", "confirmed"]);
    expect((await logged(camp))[0]?.detail).toMatchObject({
      changes: [{ what: "capacity", from: 3, to: 2 }],
    });
  });

  it("saved as they were leave no line in the log", async () => {
    const camp = await makeCamp(db);
    const organiser = await makeOrganiser(db, camp);
    const rules = await readRules(db, organiser);
    await changeRules(db, organiser, markOf(rules), rules, NOON);
    expect(await logged(camp)).toEqual([]);
  });
});

describe("a camp in the archive", () => {
  // Seen: places raised from 20 to 50 in the archive, "Saved.", and the list said whoever registers gets one.
  it("stays as it was, but for how long it is kept", async () => {
    const camp = await makeCamp(db, { capacity: 20, phase: "archived" });
    const organiser = await makeOrganiser(db, camp);
    const rules = await readRules(db, organiser);
    const raised = { ...rules, capacity: 50 };
    const refusal = await changeRules(db, organiser, markOf(rules), raised, NOON);
    expect(refusal).toEqual(refused("archived"));
    expect((await readRules(db, organiser)).capacity).toBe(20);
    const keepDays = await readKeepDays(db, organiser);
    const kept = await changeKeeping(
      db,
      organiser,
      markOf(keepingOf({ keepDays })),
      { keepDays: keepDays + 1 },
      NOON,
    );
    expect(kept.ok).toBe(true);
    await db.update(event).set({ phase: "after" }).where(eq(event.id, camp.id));
    expect((await changeRules(db, organiser, markOf(rules), raised, NOON)).ok).toBe(true);
  });
});
