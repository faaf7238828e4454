import { expect, it } from "vitest";
import { listPeople } from "#db/people-list.ts";
import { findPerson, listHistory } from "#db/person.ts";
import { giveBack } from "#db/registration/answer.ts";
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
  expect(await listHistory(db, organiser, id)).toMatchObject([
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

it("knows nobody of another camp", async () => {
  const [mine, other] = [await makeCamp(db), await makeCamp(db)];
  const organiser = await makeOrganiser(db, mine);
  const id = await makePerson(db, other, "confirmed", { rank: 1 });
  await giveBack(db, id, NOON);
  expect(await findPerson(db, organiser, id)).toBeNull();
  expect(await listHistory(db, organiser, id)).toEqual([]);
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
  const { items } = await listPeople(db, organiser, "all", 1);
  expect(items).toHaveLength(STATUSES.length + 1);
  for (const listed of items) expect(await findPerson(db, organiser, listed.id)).toMatchObject(listed);
  expect(items.flatMap(({ position }) => position ?? [])).toEqual([1, 2]);
});

it("finds nobody by what is no id", async () => {
  expect(await findPerson(db, await makeOrganiser(db, await makeCamp(db)), "a\0b")).toBeNull();
});
