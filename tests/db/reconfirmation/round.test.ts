import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { record } from "#db/audit.ts";
import { countReach, listReached } from "#db/group-mail/reach.ts";
import { newId } from "#db/id.ts";
import { listPeople, readSummary } from "#db/people-list.ts";
import { sayComing } from "#db/reconfirmation/answer.ts";
import { readExpected } from "#db/reconfirmation/expected.ts";
import { giveBack } from "#db/registration/answer.ts";
import { tick } from "#db/registration/waiting.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { reconfirmationRound } from "#db/schema/reconfirmation.ts";
import { registration } from "#db/schema/registration.ts";
import { unsettled } from "#db/schema/unsettled.ts";
import { USUAL_VIEW } from "#domain/people-view.ts";
import { makeOrganiser, NOON } from "#tests/support/camp.ts";
import { askedOf, askingCamp, FIVE, mailsOf, ONE } from "#tests/support/coming.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const HOUR = 3_600_000;
const later = (date: Date, hours: number) => new Date(date.getTime() + hours * HOUR);
const dueOf = async (id: string) =>
  (await db.select().from(unsettled).where(eq(unsettled.eventId, id))).map(({ dueAt }) => dueAt);
const ASKED = "still_coming";

describe("whoever has a place is asked whether they still come", () => {
  it("by the clock, once in each round, with when their place goes back", async () => {
    const { camp, people } = await askingCamp(db, 1, { line: 1 });
    await tick(db, NOON);
    await tick(db, NOON);
    expect(await dueOf(camp.id)).toEqual([FIVE]);
    await tick(db, later(FIVE, -1));
    expect(await mailsOf(db, camp, ASKED)).toEqual([]);
    for (const at of [FIVE, FIVE, later(FIVE, 1)]) await tick(db, at);
    expect(await mailsOf(db, camp, ASKED)).toEqual(["person1@example.org"]);
    const [mail] = await db.select().from(outbox).where(eq(outbox.eventId, camp.id));
    expect(mail?.facts).toEqual({ registrationId: people[0], until: "2026-07-12T17:00:00.000Z" });
    await sayComing(db, people[0]!, "yes", later(FIVE, 2));
    await tick(db, ONE);
    expect(await mailsOf(db, camp, ASKED)).toHaveLength(2);
    const acts = await db.select().from(audit).where(eq(audit.subjectId, people[0]!)).orderBy(audit.id);
    expect(acts.map(({ actor, act, to }) => [actor, act, to])).toEqual([
      ["clock", "ask_coming", null],
      ["camper", "say_coming", "yes"],
      ["clock", "ask_coming", null],
    ]);
    await tick(db, ONE);
    expect(await dueOf(camp.id)).toEqual([]);
  });

  it("but not whoever got the place or answered within three days, nor whom mail does not reach", async () => {
    const { camp, people } = await askingCamp(db, 5, { backDays: null });
    const [fresh = "", answered = "", bounced = "", unproven = ""] = people;
    const placed = {
      eventId: camp.id,
      actor: "camper",
      actorId: fresh,
      act: "accept",
      to: "confirmed",
    } as const;
    await db.transaction((tx) => record(tx, { ...placed, subjectId: fresh, at: later(FIVE, -71) }));
    await db.update(registration).set({ bouncedAt: NOON }).where(eq(registration.id, bounced));
    await db.update(registration).set({ verifiedAt: null }).where(eq(registration.id, unproven));
    await tick(db, FIVE);
    expect((await mailsOf(db, camp, ASKED)).sort()).toEqual(["person2@example.org", "person5@example.org"]);
    await sayComing(db, answered, "unsure", later(ONE, -71));
    await tick(db, ONE);
    expect((await mailsOf(db, camp, ASKED)).slice(2).sort()).toEqual([
      "person1@example.org",
      "person5@example.org",
    ]);
  });

  it("in the last of the rounds that were missed, and in none once doors are open or the camp takes no answers", async () => {
    const { camp } = await askingCamp(db, 1);
    await db.update(event).set({ phase: "draft" }).where(eq(event.id, camp.id));
    await tick(db, FIVE);
    await db.update(event).set({ phase: "tickets" }).where(eq(event.id, camp.id));
    await tick(db, ONE);
    expect(await mailsOf(db, camp, ASKED)).toHaveLength(1);
    const over = await db.select().from(reconfirmationRound).where(eq(reconfirmationRound.eventId, camp.id));
    expect(over.map(({ days, asked }) => [days, asked]).sort()).toEqual([
      [1, 1],
      [5, 0],
    ]);
    const late = await askingCamp(db, 1);
    await db.update(event).set({ phase: "doors" }).where(eq(event.id, late.camp.id));
    await tick(db, new Date("2026-07-14T08:00:00Z"));
    expect(await mailsOf(db, late.camp, ASKED)).toEqual([]);
  });

  it("anew where the camp moves, for what they said was of another day", async () => {
    const { camp, people } = await askingCamp(db, 1);
    await tick(db, FIVE);
    await sayComing(db, people[0]!, "yes", FIVE);
    const moved = { day: "2026-08-14", startsAt: new Date("2026-08-14T08:00:00Z") };
    await db.update(event).set(moved).where(eq(event.id, camp.id));
    await tick(db, new Date("2026-08-09T09:00:00Z"));
    expect(await mailsOf(db, camp, ASKED)).toHaveLength(2);
    expect((await askedOf(db, camp)).map(({ day, answer }) => [day, answer]).sort()).toEqual([
      ["2026-07-14", "yes"],
      ["2026-08-14", null],
    ]);
  });

  it("never twice in a round, even by two workers at once", async () => {
    const { camp } = await askingCamp(db, 3);
    await Promise.all([tick(db, FIVE), tick(db, FIVE)]);
    expect(await mailsOf(db, camp, ASKED)).toHaveLength(3);
    const asked = and(eq(audit.eventId, camp.id), eq(audit.act, "ask_coming"));
    expect(await db.$count(audit, asked)).toBe(3);
    // And the mail by itself is one for each person, round and day.
    const [mail] = await db.select().from(outbox).where(eq(outbox.eventId, camp.id)).limit(1);
    const again = { ...mail!, id: newId() };
    await db.insert(outbox).values(again).onConflictDoNothing();
    expect(await mailsOf(db, camp, ASKED)).toHaveLength(3);
  });
});

it("leaves those who said nothing to be found in the list of people, on their page and as a group to write to", async () => {
  const { camp, people } = await askingCamp(db, 3, { line: 1, backDays: null });
  const crew = await makeOrganiser(db, camp);
  const whom = { eventId: camp.id, group: "silent", sectorId: null } as const;
  expect([(await readSummary(db, crew)).groups.silent, (await countReach(db, whom)).all]).toEqual([0, 0]);
  await tick(db, FIVE);
  await sayComing(db, people[0]!, "unsure", FIVE);
  const here = ["person2@example.org", "person3@example.org"];
  expect((await readSummary(db, crew)).groups.silent).toBe(2);
  expect(
    (await listPeople(db, crew, { ...USUAL_VIEW, group: "silent" })).items.map(({ email }) => email),
  ).toEqual(here);
  expect((await listReached(db, whom)).map(({ email }) => email)).toEqual(here);
  const expected = await Promise.all(people.slice(0, 2).map((id) => readExpected(db, id, "2026-07-14")));
  expect(expected).toEqual(["unsure", "silent"]);
  expect(await readExpected(db, people[0]!, "2026-07-15")).toBe("unasked");
  await giveBack(db, people[1]!, FIVE);
  await db.update(event).set({ day: "2026-07-15" }).where(eq(event.id, camp.id));
  expect((await readSummary(db, crew)).groups.silent).toBe(0);
});
