/** The crew: nobody is promoted, demoted or taken off by a slip, unheard, or by two at once. */
import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { changeRoles, inviteCrew, removeCrew, restoreCrew } from "#db/crew.ts";
import {
  CREW_A_PAGE,
  findMember,
  findOwnRegistration,
  listCrew,
  listTakenOff,
  readLeftCamp,
} from "#db/crew-list.ts";
import { audit } from "#db/schema/audit.ts";
import { outbox } from "#db/schema/mail.ts";
import { person } from "#db/schema/person.ts";
import { limitBucket } from "#db/schema/rate-limit.ts";
import { registration } from "#db/schema/registration.ts";
import { ROLES, type Role, rolesText } from "#domain/permission.ts";
import { LIMITS } from "#domain/rate-limit.ts";
import { makeCamp, makeOrganiser, makePerson, NOON, type Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

let db: Database;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});

const later = (ms: number) => new Date(NOON.getTime() + ms);
const DAY = 24 * 3_600_000;
const mei = { name: "Mei Tan", email: " Mei@dvla.example", roles: ["campmaker"] as const };
const addressOf = ({ personId }: Organiser) => `${personId}@example.org`;

async function mailTo({ eventId }: Organiser, recipient: string) {
  const mine = and(eq(outbox.recipient, recipient), eq(outbox.eventId, eventId));
  const rows = await db.select().from(outbox).where(mine).orderBy(outbox.id);
  return rows.map(({ kind, facts }) => [kind, facts.role]);
}

const rolesAt = async (one: Organiser) =>
  Object.fromEntries(
    (await listCrew(db, one, 1)).items.map(({ personId, roles }) => [personId, rolesText(roles)]),
  );

/** Changes roles and says yes to what is asked. */
async function changeTo(one: Organiser, personId: string, roles: readonly Role[], now: Date) {
  const first = await changeRoles(db, one, personId, roles, now);
  if (!first.ok || !("asks" in first.value)) return first;
  return changeRoles(db, one, personId, roles, now, first.value.agreement);
}

describe("inviting", () => {
  test("mails once, and leaves whoever is on the crew already as they are", async () => {
    const one = await makeOrganiser(db, await makeCamp(db));
    const answers = [
      await inviteCrew(db, one, mei, NOON),
      await inviteCrew(db, one, mei, later(1)),
      await inviteCrew(db, one, { ...mei, roles: ["organiser"] }, later(2)),
      await inviteCrew(db, one, { ...mei, email: addressOf(one), roles: ["campmaker"] }, later(3)),
    ];
    expect(answers.map((it) => it.ok && it.value.became)).toEqual(["invited", "same", "other", "other"]);
    expect(await mailTo(one, "mei@dvla.example")).toEqual([["invited", "campmaker"]]);
    expect(
      (await listCrew(db, one, 1)).items.map(({ name, roles, arrived }) => [name, rolesText(roles), arrived]),
    ).toEqual([
      ["Olu Adeyemi", "organiser", false],
      ["Mei Tan", "campmaker", false],
    ]);
  });

  test("says what became of the mail: queued, held, sent, come back", async () => {
    const one = await makeOrganiser(db, await makeCamp(db));
    await inviteCrew(db, one, mei, NOON);
    const stateOf = async () =>
      (await listCrew(db, one, 1)).items.find(({ name }) => name === "Mei Tan")?.mail?.state;
    const set = (row: Partial<typeof outbox.$inferInsert>) =>
      db.update(outbox).set(row).where(eq(outbox.eventId, one.eventId));
    const states = [await stateOf()];
    for (const row of [
      { failure: "no_answer", tries: 1 },
      { failure: null, sentAt: NOON },
      { failure: "550", sentAt: null, failedAt: NOON },
      { failure: "no_way_through" },
    ]) {
      await set(row);
      states.push(await stateOf());
    }
    expect(states).toEqual(["queued", "held", "sent", "bounced", "failed"]);
    expect(
      (await listCrew(db, one, 1)).items.find(({ personId }) => personId === one.personId)?.mail,
    ).toBeNull();
  });

  // Without the limit every one of forty was invited.
  test("is limited for one organiser, also when all is asked at once", async () => {
    await db.delete(limitBucket);
    const one = await makeOrganiser(db, await makeCamp(db));
    const asked = Array.from({ length: 40 }, (_, i) =>
      inviteCrew(db, one, { ...mei, email: `stranger${i}@x.example` }, NOON),
    );
    const answers = await Promise.all(asked);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(LIMITS.invite_by_person.most);
    await db.delete(limitBucket);
  });
});

describe("changing and taking off", () => {
  test("tells whom it concerns, and not whoever did it to themselves", async () => {
    const camp = await makeCamp(db);
    const [one, two] = [await makeOrganiser(db, camp), await makeOrganiser(db, camp)];
    await changeTo(one, two.personId, ["campmaker"], NOON);
    await changeTo(one, two.personId, ["campmaker"], later(1));
    await removeCrew(db, one, two.personId, later(2));
    await removeCrew(db, one, two.personId, later(3));
    await restoreCrew(db, one, two.personId, later(4));
    await restoreCrew(db, one, two.personId, later(5));
    expect(await mailTo(one, addressOf(two))).toEqual([
      ["role_changed", "campmaker"],
      ["crew_removed", undefined],
      ["role_changed", "campmaker"],
    ]);
    await changeTo(one, two.personId, ["organiser"], later(6));
    await removeCrew(db, one, one.personId, later(7));
    expect(await mailTo(one, addressOf(one))).toEqual([]);
  });

  test("is undone for a day, as what they were", async () => {
    const camp = await makeCamp(db);
    const [one, two] = [await makeOrganiser(db, camp), await makeOrganiser(db, camp)];
    await removeCrew(db, one, two.personId, NOON);
    const former = [{ personId: two.personId, name: "Olu Adeyemi", roles: ["organiser"] }];
    expect(await listTakenOff(db, one, later(DAY - 1))).toEqual(former);
    expect(await listTakenOff(db, one, later(DAY))).toEqual([]);
    expect(await restoreCrew(db, one, two.personId, later(DAY))).toEqual({ ok: false, refusal: "not_found" });
    expect(await restoreCrew(db, one, two.personId, later(DAY - 1))).toEqual({ ok: true, value: null });
    expect(await listTakenOff(db, one, later(DAY - 1))).toEqual([]);
    expect(await rolesAt(one)).toEqual({ [one.personId]: "organiser", [two.personId]: "organiser" });
  });

  test("is never done to the installation's owner, who does it alone", async () => {
    const camp = await makeCamp(db);
    const [one, owner] = [await makeOrganiser(db, camp), await makeOrganiser(db, camp)];
    await db.update(person).set({ owner: true }).where(eq(person.id, owner.personId));
    const no = { ok: false, refusal: "owner_stays" };
    expect(await removeCrew(db, one, owner.personId, NOON)).toEqual(no);
    expect(await changeTo(one, owner.personId, ["campmaker"], NOON)).toEqual(no);
    expect(await removeCrew(db, owner, owner.personId, NOON)).toEqual({ ok: true, value: null });
  });

  test("never takes the last organiser", async () => {
    const one = await makeOrganiser(db, await makeCamp(db));
    const no = { ok: false, refusal: "last_organiser" };
    expect(await removeCrew(db, one, one.personId, NOON)).toEqual(no);
    expect(await changeTo(one, one.personId, ["campmaker"], NOON)).toEqual(no);
  });

  test("is asked first with what it means, changes exactly what was agreed to, and is logged from what to what", async () => {
    const camp = await makeCamp(db);
    const [one, two] = [await makeOrganiser(db, camp), await makeOrganiser(db, camp, "campmaker")];
    const asked = await changeRoles(db, one, two.personId, ["caterer", "registrar"], NOON);
    expect(asked).toMatchObject({
      value: {
        asks: [
          {
            kind: "roles",
            you: false,
            to: ["registrar", "caterer"],
            gains: ["seePeople", "movePeople", "countNeeds"],
            loses: ["seeProgramme", "runPitches", "arrange", "announce"],
          },
        ],
      },
    });
    expect((await rolesAt(one))[two.personId]).toBe("campmaker");
    const { agreement } = (asked as unknown as { value: { agreement: string } }).value;
    const other = await changeRoles(db, one, two.personId, ["organiser"], NOON, agreement);
    expect(other).toHaveProperty("value.asks");
    const yes = { ok: true, value: { done: null } };
    expect(await changeRoles(db, one, two.personId, ["registrar", "caterer"], NOON, agreement)).toEqual(yes);
    expect((await rolesAt(one))[two.personId]).toBe("registrar,caterer");
    const logged = await db
      .select({ act: audit.act, by: audit.actorId, from: audit.from, to: audit.to })
      .from(audit)
      .where(eq(audit.subjectId, two.personId));
    expect(logged).toEqual([
      { act: "change_role", by: one.personId, from: "campmaker", to: "registrar,caterer" },
    ]);
    expect(await mailTo(one, addressOf(two))).toEqual([["role_changed", "registrar,caterer"]]);
    await removeCrew(db, one, two.personId, later(1));
    await restoreCrew(db, one, two.personId, later(2));
    expect((await rolesAt(one))[two.personId]).toBe("registrar,caterer");
  });

  // Without `manageCrew` asked again under the lock, a registrar with an old page made themselves an organiser.
  test("is not done by whoever may not, whatever they were a moment before: nobody gives themselves more", async () => {
    const camp = await makeCamp(db);
    const keeps = await makeOrganiser(db, camp);
    for (const role of ROLES.filter((each) => each !== "organiser")) {
      const before = await makeOrganiser(db, camp, role);
      const no = { ok: false, refusal: "not_found" };
      expect(await changeRoles(db, before, before.personId, ["organiser"], NOON)).toEqual(no);
      expect(await inviteCrew(db, before, { ...mei, email: `${role}@x.example` }, NOON)).toEqual(no);
      expect(await removeCrew(db, before, keeps.personId, NOON)).toEqual(no);
    }
  });

  test("the last organiser may take on more and stays one, and one of two may stop", async () => {
    const camp = await makeCamp(db);
    const one = await makeOrganiser(db, camp);
    const yes = { ok: true, value: { done: null } };
    expect(await changeTo(one, one.personId, ["organiser", "caterer"], NOON)).toEqual(yes);
    const no = { ok: false, refusal: "last_organiser" };
    expect(await changeTo(one, one.personId, ["caterer"], later(1))).toEqual(no);
    const two = await makeOrganiser(db, camp);
    expect(await changeTo(one, one.personId, ["caterer"], later(2))).toEqual(yes);
    expect(await rolesAt(two)).toEqual({ [one.personId]: "caterer", [two.personId]: "organiser" });
  });

  // Without the camp's lock both stopped, and the camp had no organiser.
  test("two organisers who stop at once leave one", async () => {
    const camp = await makeCamp(db);
    const [one, two] = [await makeOrganiser(db, camp), await makeOrganiser(db, camp)];
    const answers = await Promise.all(
      [one, two].map((each) => changeTo(each, each.personId, ["observer"], NOON)),
    );
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(Object.values(await rolesAt(one)).sort()).toEqual(["observer", "organiser"]);
  });

  // Without asking again under the lock, the second of three took the first off after being taken off.
  test("is not done by somebody who was taken off a moment before, nor by two to each other", async () => {
    const camp = await makeCamp(db);
    const [one, two, third] = [
      await makeOrganiser(db, camp),
      await makeOrganiser(db, camp),
      await makeOrganiser(db, camp),
    ];
    const answers = await Promise.all([
      removeCrew(db, one, two.personId, NOON),
      removeCrew(db, two, one.personId, NOON),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, refusal: "not_found" });
    expect(Object.keys(await rolesAt(third))).toHaveLength(2);
  });
});

test("whoever was taken off is told of which camp, and nobody of any other", async () => {
  const [camp, other] = [await makeCamp(db), await makeCamp(db, { phase: "draft" })];
  const [olu, rhys] = [await makeOrganiser(db, camp), await makeOrganiser(db, camp, "registrar")];
  const nameOf = (slug: string, personId = rhys.personId) => readLeftCamp(db, personId, slug);
  expect(await nameOf(camp.slug)).toBe(null);
  await removeCrew(db, olu, rhys.personId, NOON);
  expect([await nameOf(camp.slug), await nameOf(other.slug)]).toEqual(["Testcamp", null]);
  expect([await nameOf(camp.slug, olu.personId), await nameOf("a\0b")]).toEqual([null, null]);
  await restoreCrew(db, olu, rhys.personId, NOON);
  expect(await nameOf(camp.slug)).toBe(null);
});

test("a large crew is listed a page at a time, organisers first, and each of them is found on their own", async () => {
  const camp = await makeCamp(db);
  const one = await makeOrganiser(db, camp);
  await db.execute(sql`insert into person (id, email, name, created_at)
    select md5(${camp.id} || n)::uuid, n || '@' || ${camp.id}::text || '.example', 'Helper ' || n % 7, now()
    from generate_series(1, ${CREW_A_PAGE * 2}::int) n`);
  await db.execute(sql`insert into role (event_id, person_id, role, created_at)
    select ${camp.id}, md5(${camp.id} || n)::uuid, 'campmaker', now() from generate_series(1, ${CREW_A_PAGE * 2}::int) n`);
  const pages = await Promise.all([1, 2, 3].map((page) => listCrew(db, one, page)));
  expect(pages.map(({ items, more }) => [items.length, more])).toEqual([
    [CREW_A_PAGE, true],
    [CREW_A_PAGE, true],
    [1, false],
  ]);
  expect(await listCrew(db, one, 99)).toEqual(pages[2]);
  const all = pages.flatMap(({ items }) => items);
  expect([all[0]!.personId, new Set(all.map(({ personId }) => personId)).size]).toEqual([
    one.personId,
    CREW_A_PAGE * 2 + 1,
  ]);
  const last = all.at(-1)!;
  expect(await findMember(db, one, last.personId)).toEqual(last);
  const stranger = await makeOrganiser(db, await makeCamp(db));
  expect([await findMember(db, one, stranger.personId), await findMember(db, one, "a\0b")]).toEqual([
    null,
    null,
  ]);
});

test("one of the crew takes part with the registration of their address, at this camp and no other", async () => {
  const [camp, other] = [await makeCamp(db), await makeCamp(db)];
  const one = await makeOrganiser(db, camp);
  expect(await findOwnRegistration(db, one, one.personId)).toBe(null);
  const id = await makePerson(db, camp, "waiting", { rank: 1 });
  await db
    .update(registration)
    .set({ email: addressOf(one) })
    .where(eq(registration.id, id));
  expect(await findOwnRegistration(db, one, one.personId)).toBe(id);
  expect(await findOwnRegistration(db, await makeOrganiser(db, other), one.personId)).toBe(null);
});
