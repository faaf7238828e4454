/** Who may read which mail. */
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { findMail, listMails } from "#db/mailbox.ts";
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
  const mail = { subject: "123456 is your code", body: "123456\n" };
  await db.insert(mailbox).values([
    { ...mail, id: toCamper, recipient: "rhys@camp.example", sentAt: new Date("2026-07-01T10:00:00Z") },
    { ...mail, id: toOwner, recipient: "Owner@camp.example", sentAt: new Date("2026-07-01T11:00:00Z") },
  ]);
});

test("an owner reads everything, the newest first", async () => {
  expect((await listMails(db, "owner")).map((mail) => mail.id)).toEqual([toOwner, toCamper]);
  expect(await findMail(db, "owner", toOwner)).toMatchObject({ text: "123456\n" });
});

test("strangers never see a mail that could make them an owner", async () => {
  expect((await listMails(db, "strangers")).map((mail) => mail.id)).toEqual([toCamper]);
  expect(await findMail(db, "strangers", toOwner)).toBeNull();
  expect(await findMail(db, "strangers", toCamper)).not.toBeNull();
});

test("strangers never see a mail to anybody of a real camp, crew or camper", async () => {
  const real = await makeCamp(db);
  const { personId } = await makeOrganiser(db, real);
  await makePerson(db, real, "waiting", { rank: 1 });
  const mail = {
    subject: "123456 is your code",
    body: "123456\n",
    sentAt: new Date("2026-06-01T10:00:00Z"),
  };
  const recipients = [`${personId}@example.org`, "person1@example.org"];
  await db.insert(mailbox).values(recipients.map((recipient) => ({ ...mail, id: newId(), recipient })));
  const read = async () => (await listMails(db, "strangers")).map(({ recipient }) => recipient);
  expect(await read()).toEqual(["rhys@camp.example"]);
  await db.update(event).set({ demo: true }).where(eq(event.id, real.id));
  expect((await read()).sort()).toEqual([...recipients, "rhys@camp.example"].sort());
});
