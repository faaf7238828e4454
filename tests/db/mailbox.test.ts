/** Who may read which letter. */
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { findLetter, listLetters } from "#db/mailbox.ts";
import { event } from "#db/schema/event.ts";
import { mailbox } from "#db/schema/mail.ts";
import { person } from "#db/schema/person.ts";
import { makeCamp, makeOrganiser, makePerson } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

let db: Database;
const [toOwner, toCamper] = [newId(), newId()];

beforeAll(async () => {
  ({ db } = await freshDatabase());
  await db.insert(person).values([
    { id: newId(), email: "owner@camp.example", name: "O", owner: true },
    { id: newId(), email: "rhys@camp.example", name: "R" },
  ]);
  const letter = { subject: "123456 is your code", body: "123456\n" };
  await db.insert(mailbox).values([
    { ...letter, id: toCamper, recipient: "rhys@camp.example", sentAt: new Date("2026-07-01T10:00:00Z") },
    { ...letter, id: toOwner, recipient: "Owner@camp.example", sentAt: new Date("2026-07-01T11:00:00Z") },
  ]);
});

test("an owner reads everything, the newest first", async () => {
  expect((await listLetters(db, "owner")).map((letter) => letter.id)).toEqual([toOwner, toCamper]);
  expect(await findLetter(db, "owner", toOwner)).toMatchObject({ text: "123456\n" });
});

test("strangers never see a letter that could make them an owner", async () => {
  expect((await listLetters(db, "strangers")).map((letter) => letter.id)).toEqual([toCamper]);
  expect(await findLetter(db, "strangers", toOwner)).toBeNull();
  expect(await findLetter(db, "strangers", toCamper)).not.toBeNull();
});

test("strangers never see a letter to anybody of a real camp, crew or camper", async () => {
  const real = await makeCamp(db);
  const { personId } = await makeOrganiser(db, real);
  await makePerson(db, real, "waiting", { rank: 1 });
  const letter = {
    subject: "123456 is your code",
    body: "123456\n",
    sentAt: new Date("2026-06-01T10:00:00Z"),
  };
  const recipients = [`${personId}@example.org`, "person1@example.org"];
  await db.insert(mailbox).values(recipients.map((recipient) => ({ ...letter, id: newId(), recipient })));
  const read = async () => (await listLetters(db, "strangers")).map(({ recipient }) => recipient);
  expect(await read()).toEqual(["rhys@camp.example"]);
  await db.update(event).set({ demo: true }).where(eq(event.id, real.id));
  expect((await read()).sort()).toEqual([...recipients, "rhys@camp.example"].sort());
});
