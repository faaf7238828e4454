import { eq } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { takeReports } from "#db/mail-report.ts";
import { mailbox, outbox } from "#db/schema/mail.ts";
import { transfer } from "#db/schema/transfer.ts";
import { beginTransfer, callBack } from "#db/transfer/giving.ts";
import { acceptTransfer, readTransfer } from "#db/transfer/receiving.ts";
import { sendDue } from "#jobs/mail-post.ts";
import { localMailer, Undeliverable } from "#jobs/mailer.ts";
import type { TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { AMA, campOfGivers, told } from "#tests/support/transfer.ts";

const { db } = await freshDatabase();
vi.spyOn(console, "error").mockImplementation(() => {});
const NOW = new Date();
const AHEAD = { startsAt: new Date(NOW.getTime() + 20 * 86_400_000) };
const send = () => sendDue(db, localMailer, () => new Date());
const endOf = async ({ id }: TestCamp) => {
  const [row] = await db.select().from(transfer).where(eq(transfer.eventId, id));
  return row?.end ?? null;
};
const written = async (email: string) => {
  const rows = await db.select().from(mailbox).where(eq(mailbox.recipient, email)).orderBy(mailbox.sentAt);
  return rows.map(({ subject, body }) => `${subject}\n${body}`);
};

it("sends a page on which the place is taken, and tells both once it is", async () => {
  const { camp, giver } = await campOfGivers(db, 1, 0, AHEAD);
  await beginTransfer(db, giver, AMA, NOW);
  await send();
  const [mail = ""] = await written(AMA.email);
  expect(mail).toContain("person1 would like to give you their place at Testcamp");
  const token = /\/transfer\/(\S+)/.exec(mail)?.[1] ?? "";
  expect((await readTransfer(db, token, NOW))?.ended).toBe(null);
  expect((await acceptTransfer(db, token, told(camp), NOW)).ok).toBe(true);
  await send();
  expect((await written(AMA.email))[1]).toContain("Your place at Testcamp is yours");
  expect((await written("person1@example.org"))[0]).toContain("Ama Boateng has your place at Testcamp now");
});

it("sends nothing of what was called back before its turn came", async () => {
  const { camp, giver } = await campOfGivers(db, 1, 0, AHEAD);
  const email = "called-back@example.org";
  await beginTransfer(db, giver, { ...AMA, email }, NOW);
  await callBack(db, giver, NOW);
  await send();
  expect(await written(email)).toEqual([]);
  const [mail] = await db.select().from(outbox).where(eq(outbox.eventId, camp.id));
  expect([mail?.failure, mail?.sentAt]).toEqual(["gone", null]);
});

it("leaves the place with its giver where the mail is refused for good, or comes back later", async () => {
  const refused = await campOfGivers(db, 1, 0, AHEAD);
  await beginTransfer(db, refused.giver, { ...AMA, email: "nobody@example.org" }, NOW);
  const deliver = () => Promise.reject(new Undeliverable(550));
  await sendDue(db, { deliver, close() {} }, () => new Date());
  expect(await endOf(refused.camp)).toBe("bounced");
  const back = await campOfGivers(db, 1, 0, AHEAD);
  const email = "full@example.org";
  await beginTransfer(db, back.giver, { ...AMA, email }, NOW);
  await send();
  const [mail] = await db.select().from(outbox).where(eq(outbox.recipient, email));
  await takeReports(db, [{ what: "bounce", email, mailId: mail!.id, at: Date.now() }], new Date());
  expect(await endOf(back.camp)).toBe("bounced");
  await send();
  expect((await written("person1@example.org")).at(-1)).toContain("Your place at Testcamp is still yours");
});
