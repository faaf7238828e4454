import { expect, it } from "vitest";
import { readAccess } from "#db/access.ts";
import { newId } from "#db/id.ts";
import { listPeople } from "#db/people-list.ts";
import { ENTRIES_A_PAGE, findPerson, listHistory } from "#db/person.ts";
import { giveBack } from "#db/registration/answer.ts";
import { audit } from "#db/schema/audit.ts";
import { USUAL_VIEW } from "#domain/people-view.ts";
import { STATUSES } from "#domain/registration.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { moveAnyway } from "#tests/support/hand.ts";

const { db } = await freshDatabase();
const later = new Date(NOON.getTime() + 60_000);

it("tells everything that happened to a person, newest first, with who did it and why", async () => {
  const camp = await makeCamp(db);
  const organiser = await makeOrganiser(db, camp);
  const id = await makePerson(db, camp, "confirmed", { rank: 1 });
  await giveBack(db, id, NOON);
  await moveAnyway(db, organiser, id, "confirm", "Pressed the wrong button", later);
  expect((await listHistory(db, organiser, id, 1)).items).toMatchObject([
    {
      act: "confirm",
      by: "Olu Adeyemi",
      actor: "crew",
      reason: "Pressed the wrong button",
      from: "released",
    },
    { act: "give_back", by: null, actor: "camper", reason: "" },
  ]);
});

// Read whole, a person whose page is opened every minute for a year had half a million rows.
it("is read a page at a time, and of the looks at what somebody needs only the last by each", async () => {
  const camp = await makeCamp(db);
  const [olu, mei] = [await makeOrganiser(db, camp), await makeOrganiser(db, camp)];
  const id = await makePerson(db, camp, "confirmed", { rank: 1 });
  const at = (seconds: number) => new Date(NOON.getTime() + seconds * 1_000);
  const entry = { eventId: camp.id, actor: "crew" as const, actorId: olu.personId, subjectId: id };
  const moves = Array.from({ length: ENTRIES_A_PAGE }, (_, n) => ({
    ...entry,
    id: newId(),
    at: at(n),
    act: "confirm" as const,
  }));
  await db.insert(audit).values(moves);
  for (const [who, seconds] of [
    [mei, 500],
    [olu, 501],
    [olu, 502],
    [olu, 502],
  ] as const)
    await readAccess(db, who, id, at(seconds));
  const first = await listHistory(db, olu, id, 1);
  expect(first.items.map(({ at: when }) => (Date.parse(when) - NOON.getTime()) / 1_000)).toEqual([
    502,
    500,
    ...Array.from({ length: ENTRIES_A_PAGE - 2 }, (_, n) => ENTRIES_A_PAGE - 1 - n),
  ]);
  const second = await listHistory(db, olu, id, 2);
  expect(await listHistory(db, olu, id, 99)).toEqual(second);
  expect([first.more, second.more, second.items.map(({ id: one }) => one)]).toEqual([
    true,
    false,
    [moves[1]!.id, moves[0]!.id],
  ]);
});

it("knows nobody of another camp", async () => {
  const [mine, other] = [await makeCamp(db), await makeCamp(db)];
  const organiser = await makeOrganiser(db, mine);
  const id = await makePerson(db, other, "confirmed", { rank: 1 });
  await giveBack(db, id, NOON);
  expect(await findPerson(db, organiser, id)).toBeNull();
  expect((await listHistory(db, organiser, id, 1)).items).toEqual([]);
});

it("knows of everybody what the list says of them, whatever their status", async () => {
  const camp = await makeCamp(db);
  const organiser = await makeOrganiser(db, camp);
  for (const [index, status] of STATUSES.entries())
    await makePerson(db, camp, status, {
      rank: index + 1,
      offeredUntil: status === "offered" ? later : null,
    });
  await makePerson(db, camp, "waiting", { rank: 90 });
  const { items } = await listPeople(db, organiser, { ...USUAL_VIEW, group: "all" });
  expect(items).toHaveLength(STATUSES.length + 1);
  for (const listed of items) expect(await findPerson(db, organiser, listed.id)).toMatchObject(listed);
  expect(items.flatMap(({ position }) => position ?? [])).toEqual([1, 2]);
});

it("finds nobody by what is no id", async () => {
  expect(await findPerson(db, await makeOrganiser(db, await makeCamp(db)), "a\0b")).toBeNull();
});
