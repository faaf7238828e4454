/** What a mail service reports flags the person, once, and is taken from nobody else. */
import { createHmac } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { post } from "#db/mail.ts";
import { audit } from "#db/schema/audit.ts";
import { unwilling } from "#db/schema/group-mail.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { makeCamp, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { type LiveServer, liveServer } from "#tests/support/live.ts";

const SECRET = "a secret of twenty signs";
process.env.MAIL_REPORT_SECRET = SECRET;

const { db, url } = await freshDatabase();
let server: LiveServer;
beforeAll(async () => {
  server = await liveServer(db, url);
});
afterAll(() => server.close());

let people = 0;

/** Somebody with a place, to whom a mail has gone. */
async function mailed(camp?: TestCamp) {
  const at = camp ?? (await makeCamp(db));
  people += 1;
  const id = await makePerson(db, at, "confirmed", { rank: people });
  const email = `person${people}@example.org`;
  const occasion = newId();
  const mail = { eventId: at.id, kind: "place_yours" as const, occasion, recipient: email };
  await db.transaction((tx) => post(tx, { ...mail, facts: { registrationId: id } }));
  const [row] = await db
    .update(outbox)
    .set({ sentAt: new Date(), facts: {} })
    .where(eq(outbox.occasion, occasion))
    .returning({ id: outbox.id });
  return { camp: at, id, email, mail: row!.id };
}

const nowSeconds = () => Math.floor(Date.now() / 1_000);

function signed(report: object, { secret = SECRET, t = nowSeconds() } = {}) {
  const body = JSON.stringify(report);
  const v1 = createHmac("sha256", secret).update(`${t}.${body}`).digest("hex");
  return { body, headers: { "wallchart-signature": `t=${t},v1=${v1}` } };
}

const send = async (shape: string, request: { body: string; headers?: Record<string, string> }, query = "") =>
  (await fetch(`${server.origin}/hooks/mail/${shape}${query}`, { method: "POST", ...request })).status;

const flagged = async (id: string) =>
  (await db.select().from(registration).where(eq(registration.id, id)))[0]!.bouncedAt !== null;
const acts = (id: string, act: "bounce" | "complain") =>
  db.$count(audit, and(eq(audit.subjectId, id), eq(audit.act, act)));

it("flags whoever a mail came back from, once, and the mail with them", async () => {
  const who = await mailed();
  const report = signed({ type: "bounce", email: who.email, messageId: who.mail });
  expect([await send("signed", report), await send("signed", report)]).toEqual([204, 204]);
  expect([await flagged(who.id), await acts(who.id, "bounce")]).toEqual([true, 1]);
  const [row] = await db.select().from(outbox).where(eq(outbox.id, who.mail));
  expect(row).toMatchObject({ sentAt: null, failure: "returned" });
});

it("sends no mail to many to whoever called one spam, and leaves their place and its mail alone", async () => {
  const who = await mailed();
  expect(await send("signed", signed({ type: "complaint", email: who.email, messageId: who.mail }))).toBe(
    204,
  );
  expect([await flagged(who.id), await acts(who.id, "complain")]).toEqual([false, 1]);
  const [said] = await db.select().from(unwilling).where(eq(unwilling.email, who.email));
  expect(said).toMatchObject({ eventId: who.camp.id, why: "complained" });
});

// Seen to call them unwilling again when the signature was not remembered.
it("takes the same report once, also where it was undone meanwhile", async () => {
  const who = await mailed();
  const report = signed({ type: "complaint", email: who.email });
  await send("signed", report);
  await db.delete(unwilling).where(eq(unwilling.email, who.email));
  expect(await send("signed", report)).toBe(204);
  expect(await db.$count(unwilling, eq(unwilling.email, who.email))).toBe(0);
});

it("takes Postmark's and SES's with the secret as a password or in the address", async () => {
  const [first, second] = [await mailed(), await mailed()];
  const basic = { authorization: `Basic ${Buffer.from(`any:${SECRET}`).toString("base64")}` };
  const postmark = {
    RecordType: "Bounce",
    Type: "HardBounce",
    Email: first.email,
    Metadata: { mail: first.mail },
  };
  expect(await send("postmark", { body: JSON.stringify(postmark), headers: basic })).toBe(204);
  const recipients = [{ emailAddress: second.email }];
  const ses = {
    notificationType: "Bounce",
    bounce: { bounceType: "Permanent", bouncedRecipients: recipients },
  };
  const envelope = JSON.stringify({ Type: "Notification", Message: JSON.stringify(ses) });
  expect(await send("ses", { body: envelope }, `?secret=${encodeURIComponent(SECRET)}`)).toBe(204);
  expect([await flagged(first.id), await flagged(second.id)]).toEqual([true, true]);
});

it("takes nothing from whoever does not know the secret, or signed long ago", async () => {
  const who = await mailed();
  const report = { type: "bounce", email: who.email, messageId: who.mail };
  const other = signed(report);
  expect([
    await send("signed", { body: other.body }),
    await send("signed", signed(report, { secret: "another secret of many" })),
    await send("signed", signed(report, { t: nowSeconds() - 400 })),
    await send("signed", { ...other, body: `${other.body} ` }),
    await send("signed", { body: other.body }, `?secret=${encodeURIComponent(SECRET)}`),
    await send("postmark", { body: "{}" }),
    await send("ses", { body: "{}", headers: { authorization: "Basic eDp5" } }),
  ]).toEqual(Array(7).fill(403));
  expect(await send("signed", { ...signed(report), body: "x".repeat(300_000) })).toBe(422);
  expect(await flagged(who.id)).toBe(false);
});

it("does not flag an address that was proven after the report, or a mail to another", async () => {
  const [later, other] = [await mailed(), await mailed()];
  await db.update(registration).set({ verifiedAt: new Date() }).where(eq(registration.id, later.id));
  const at = new Date(NOON.getTime() - 86_400_000).toISOString();
  await send("signed", signed({ type: "bounce", email: later.email, at }));
  await send("signed", signed({ type: "bounce", email: "somebody@example.org", messageId: other.mail }));
  expect([await flagged(later.id), await flagged(other.id)]).toEqual([false, false]);
  const [row] = await db.select().from(outbox).where(eq(outbox.id, other.mail));
  expect(row?.failure).toBeNull();
});

it("flags only the camp whose mail came back, and every camp where none is named", async () => {
  const here = await mailed();
  const there = await mailed();
  await db.update(registration).set({ email: here.email }).where(eq(registration.id, there.id));
  await send("signed", signed({ type: "bounce", email: here.email, messageId: here.mail }));
  expect([await flagged(here.id), await flagged(there.id)]).toEqual([true, false]);
  await send("signed", signed({ type: "bounce", email: here.email }));
  expect(await flagged(there.id)).toBe(true);
});
