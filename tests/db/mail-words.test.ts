import { eq } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { type DueMail, post } from "#db/mail.ts";
import { changeMailWords, listOwnLetters, markOfWords, readMailWords, tryMailWords } from "#db/mail-words.ts";
import { audit } from "#db/schema/audit.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import type { MailKind } from "#domain/mail.ts";
import { LIMITS } from "#domain/rate-limit.ts";
import type { Status } from "#domain/registration.ts";
import { writeMessage } from "#jobs/mail.ts";
import { haveLanguages } from "#messages/words.ts";
import { makeCamp, makeOrganiser, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { told } from "#tests/support/mail.ts";

const { db } = await freshDatabase();
afterEach(() => haveLanguages([]));

const ENGLISH = { letter: "offered", locale: "en-GB" } as const;
const WORDS = {
  subject: "{camp} calls, {name}",
  body: "Ahoy **{name}**\n\nUntil {until}\n\nAboard: {my page}",
};

async function campWith() {
  const camp = await makeCamp(db);
  return { camp, olu: await makeOrganiser(db, camp) };
}

async function written(camp: TestCamp, kind: MailKind, status: Status, facts = {}, locale = "en-GB") {
  const rank = Math.floor(Math.random() * 1e9);
  const offeredUntil = status === "offered" ? NOON : null;
  const id = await makePerson(db, camp, status, { rank, offeredUntil, verified: kind !== "registered" });
  const [row] = await db.select().from(registration).where(eq(registration.id, id));
  const mail = told(kind, id, { status, reason: "We *know* {you}", over: "", ...facts });
  await db.transaction((tx) => post(tx, { ...mail, eventId: camp.id, occasion: id, recipient: row!.email }));
  const [due] = await db.select().from(outbox).where(eq(outbox.occasion, id));
  const made = { token: "0", code: "123456" };
  return writeMessage(db, { ...due!, ...mail, locale, made } as DueMail, NOON);
}

it("says what a camp wrote in its own mails, and in those of no other camp, letter or language", async () => {
  haveLanguages(["en-GB", "el-x-accented"]);
  const { camp, olu } = await campWith();
  const other = await makeCamp(db);
  expect((await changeMailWords(db, olu, ENGLISH, markOfWords(null), WORDS, NOON)).ok).toBe(true);
  const mail = await written(camp, "offered", "offered");
  expect(mail?.subject).toMatch(/^Testcamp calls, /);
  expect(mail?.text).toMatch(/^Ahoy [^\n]+\n\nUntil 8am on Monday 13 July\n\nAboard:\nhttp/);
  expect(mail?.html).toContain("<strong>");
  expect((await written(other, "offered", "offered"))?.subject).toContain("A place at Testcamp is yours");
  expect((await written(camp, "offer_reminder", "offered"))?.subject).toContain("still yours to take");
  expect((await written(camp, "offered", "offered", {}, "el-x-accented"))?.subject).not.toContain("calls");
  expect(await listOwnLetters(db, olu)).toEqual([ENGLISH]);
});

it("fills in the code, the time a held place has, and a reason as it was typed", async () => {
  const { camp, olu } = await campWith();
  const held = { letter: "held", locale: "en-GB" } as const;
  const words = { subject: "{code}", body: "{code}\n\nby {until}\n\n{my page}" };
  await changeMailWords(db, olu, held, markOfWords(null), words, NOON);
  const mail = await written(camp, "registered", "held");
  expect(mail?.subject).toBe("123456");
  // Twenty-four hours from when it goes out.
  expect(mail?.text).toMatch(/^123456\n\nby 12 noon on Thursday 25 June\n\nOpen your page:\nhttp/);
  expect((await written(camp, "registered", "waiting"))?.subject).toContain("confirms your email");
  const removed = { letter: "removed", locale: "en-GB" } as const;
  const why = { subject: "Off", body: "Because: {reason}\n\n{my page}" };
  await changeMailWords(db, olu, removed, markOfWords(null), why, NOON);
  expect((await written(camp, "removed", "removed"))?.text).toContain("Because: We *know* {you}\n");
});

it("keeps the ticket with the words of a camp", async () => {
  const { camp, olu } = await campWith();
  const key = { letter: "place_yours", locale: "en-GB" } as const;
  await changeMailWords(db, olu, key, markOfWords(null), { subject: "In!", body: "{my page}" }, NOON);
  const mail = await written(camp, "place_yours", "confirmed");
  expect([mail?.subject, mail?.picture !== null, mail?.text.includes("Your ticket.")]).toEqual([
    "In!",
    true,
    true,
  ]);
});

it("is changed only over what was seen, logged, and ours again when asked", async () => {
  const { camp, olu } = await campWith();
  const nothing = markOfWords(null);
  const results = await Promise.all([
    changeMailWords(db, olu, ENGLISH, nothing, WORDS, NOON),
    changeMailWords(db, olu, ENGLISH, nothing, { ...WORDS, subject: "Other" }, NOON),
  ]);
  expect(results.filter(({ ok }) => ok).length).toBe(1);
  expect(results.filter((it) => !it.ok)).toEqual([{ ok: false, refusal: "changed_meanwhile" }]);
  const now = await readMailWords(db, camp.id, ENGLISH);
  expect((await changeMailWords(db, olu, ENGLISH, markOfWords(now), null, NOON)).ok).toBe(true);
  expect(await readMailWords(db, camp.id, ENGLISH)).toBeNull();
  expect((await written(camp, "offered", "offered"))?.subject).toContain("A place at Testcamp is yours");
  const log = await db.select().from(audit).where(eq(audit.eventId, camp.id));
  expect(log.filter(({ act }) => act === "settings").length).toBe(2);
});

it("refuses words that leave out what is essential, whoever asks", async () => {
  const { camp, olu } = await campWith();
  const wrong = { ...WORDS, body: "No link, {until}" };
  const refused = { ok: false, refusal: "bad_input" };
  expect(await changeMailWords(db, olu, ENGLISH, markOfWords(null), wrong, NOON)).toEqual(refused);
  expect(await tryMailWords(db, olu, ENGLISH, wrong, NOON)).toEqual(refused);
  expect(await readMailWords(db, camp.id, ENGLISH)).toBeNull();
});

it("goes to whoever writes it first, with what is made up, and changes nothing", async () => {
  const { camp, olu } = await campWith();
  expect((await tryMailWords(db, olu, ENGLISH, WORDS, NOON)).ok).toBe(true);
  const [row] = await db.select().from(outbox).where(eq(outbox.eventId, camp.id));
  expect(row).toMatchObject({
    kind: "trial_words",
    recipient: expect.stringContaining(olu.personId),
    locale: "en-GB",
  });
  const due = { ...row!, kind: "trial_words", made: {} } as unknown as DueMail;
  const mail = await writeMessage(db, due, NOON);
  expect(mail?.text).toContain("Until 6pm on Saturday 27 June");
  expect(mail?.text).toContain("This is the copy you asked for");
  expect(mail?.text).not.toContain("/r/");
  expect([mail?.picture, mail?.calendar, await readMailWords(db, camp.id, ENGLISH)]).toEqual([
    null,
    null,
    null,
  ]);
  for (let n = 1; n < LIMITS.trial_mail_by_person.most; n += 1)
    await tryMailWords(db, olu, ENGLISH, WORDS, NOON);
  expect(await tryMailWords(db, olu, ENGLISH, WORDS, NOON)).toEqual({ ok: false, refusal: "too_many" });
});
