import { and, eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { tellContact } from "#db/concern.ts";
import { changeContacts, listContacts, markOfContacts } from "#db/contact.ts";
import { removeCrew } from "#db/crew.ts";
import { newId } from "#db/id.ts";
import { type DueMail, markFailed } from "#db/mail.ts";
import { countFailed, countMail, listMail } from "#db/mail-log.ts";
import { audit } from "#db/schema/audit.ts";
import { outbox } from "#db/schema/mail.ts";
import { FIRST_PAGE } from "#domain/paging.ts";
import { LIMITS } from "#domain/rate-limit.ts";
import { writeMessage } from "#jobs/mail.ts";
import { makeCamp, makeOrganiser, NOON, type Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();

/** Another address for each test: how often one may be named is limited. */
const ADA = { name: "Ada Byron", email: "" };
beforeEach(() => {
  ADA.email = `ada-${newId()}@example.org`;
});

async function mark(olu: Organiser) {
  return markOfContacts(await listContacts(db, olu.eventId));
}

async function named() {
  const camp = await makeCamp(db);
  const [olu, mo] = [await makeOrganiser(db, camp), await makeOrganiser(db, camp, "door")];
  const wanted = [{ personId: olu.personId }, { personId: mo.personId }, ADA];
  expect((await changeContacts(db, olu, await mark(olu), wanted, NOON)).ok).toBe(true);
  const contacts = await listContacts(db, camp.id);
  return { camp, olu, mo, contacts, ada: contacts[2]! };
}

const mailOf = (eventId: string, kind: string) =>
  db
    .select()
    .from(outbox)
    .where(and(eq(outbox.eventId, eventId), eq(outbox.kind, kind)));

const concern = (contactId: string, more = {}) => ({
  ...{ id: newId(), contactId, words: "He *shouted*\nat me.\n\nTwice.", reply: "priya@example.org" },
  ...more,
});

it("names people of the crew and others, tells whoever did not do it themselves, and keeps their ids", async () => {
  const { camp, olu, contacts } = await named();
  expect(contacts.map(({ name }) => name)).toEqual(["Olu Adeyemi", "Olu Adeyemi", "Ada Byron"]);
  expect((await mailOf(camp.id, "contact_named")).map(({ recipient }) => recipient).sort()).toEqual(
    [contacts[1]!.email, ADA.email].sort(),
  );
  await changeContacts(db, olu, await mark(olu), [ADA, { personId: olu.personId }], NOON);
  const after = await listContacts(db, camp.id);
  expect(after.map(({ id }) => id)).toEqual([contacts[2]!.id, contacts[0]!.id]);
  expect(await mailOf(camp.id, "contact_named")).toHaveLength(2);
});

it("names nobody twice, and nobody of another crew", async () => {
  const { olu, contacts } = await named();
  const stranger = await makeOrganiser(db, await makeCamp(db));
  const twice = [ADA, { ...ADA, name: "Ada again" }];
  for (const wanted of [
    twice,
    [{ personId: stranger.personId }],
    [{ personId: olu.personId }, { ...ADA, email: contacts[0]!.email }],
  ])
    expect(await changeContacts(db, olu, await mark(olu), wanted, NOON)).toEqual({
      ok: false,
      refusal: "bad_input",
    });
});

it("keeps no address in the log, and lets nobody save over one that was typed anew", async () => {
  const { camp, olu, mo } = await named();
  const before = await mark(olu);
  const anew = [{ name: ADA.name, email: `new-${ADA.email}` }, { personId: mo.personId }];
  expect((await changeContacts(db, olu, before, anew, NOON)).ok).toBe(true);
  expect(await changeContacts(db, olu, before, [ADA], NOON)).toEqual({
    ok: false,
    refusal: "changed_meanwhile",
  });
  const rows = await db.select({ detail: audit.detail }).from(audit).where(eq(audit.eventId, camp.id));
  expect(JSON.stringify(rows)).toContain(ADA.name);
  expect(JSON.stringify(rows)).not.toContain("@");
});

it("sends what somebody tells to the one they chose, once, and to nobody who has left the crew", async () => {
  const { camp, olu, mo, contacts, ada } = await named();
  const told = concern(ada.id);
  for (let n = 0; n < 3; n++) expect((await tellContact(db, camp.id, newId(), told, NOON)).ok).toBe(true);
  const sent = await mailOf(camp.id, "concern");
  expect(sent.map(({ recipient }) => recipient)).toEqual([ADA.email]);
  await removeCrew(db, olu, mo.personId, NOON);
  expect(await tellContact(db, camp.id, newId(), concern(contacts[1]!.id), NOON)).toEqual({
    ok: false,
    refusal: "not_found",
  });
  const other = await makeCamp(db);
  expect((await tellContact(db, other.id, newId(), concern(ada.id), NOON)).ok).toBe(false);
});

it("sends other words, and the same to somebody else, from a form that was sent before: somebody went back", async () => {
  const { camp, mo, contacts, ada } = await named();
  const told = concern(ada.id);
  const forms = [told, { ...told, contactId: contacts[1]!.id }, { ...told, words: "And it happened again." }];
  for (const form of [...forms, ...forms, { ...told, reply: "" }])
    expect((await tellContact(db, camp.id, newId(), form, NOON)).ok).toBe(true);
  const sent = await mailOf(camp.id, "concern");
  expect(sent).toHaveLength(4);
  expect(sent.filter(({ recipient }) => recipient !== ADA.email)).toHaveLength(1);
  expect(mo.personId).toBe(contacts[1]!.personId);
});

it("says it in the words that were typed, and has answers go to whoever wrote it", async () => {
  const { camp, ada } = await named();
  await tellContact(db, camp.id, newId(), concern(ada.id), NOON);
  await tellContact(db, camp.id, newId(), concern(ada.id, { reply: "by the coats" }), NOON);
  const mails = await mailOf(camp.id, "concern");
  const written = await Promise.all(
    mails.map((row) => writeMessage(db, { ...row, made: {} } as unknown as DueMail, NOON)),
  );
  const [first, second] = written.sort((a, b) => (b?.replyTo ?? "").localeCompare(a?.replyTo ?? ""));
  expect(first?.html).toContain("He *shouted*<br>at me.");
  expect(first?.replyTo).toBe("priya@example.org");
  expect(second?.replyTo).toBe(null);
  expect(second?.text).toContain("by the coats");
});

it("is in no list of the camp's mail and in no log, and is forgotten where it could not be sent", async () => {
  const { camp, olu, ada } = await named();
  await tellContact(db, camp.id, newId(), concern(ada.id), NOON);
  const [row] = await mailOf(camp.id, "concern");
  expect((await listMail(db, olu, "all", FIRST_PAGE)).items.map(({ kind }) => kind)).not.toContain("concern");
  expect((await countMail(db, olu)).map(({ kind }) => kind)).not.toContain("concern");
  const acts = await db.select({ act: audit.act }).from(audit).where(eq(audit.eventId, camp.id));
  expect(acts.map(({ act }) => act)).toEqual(["settings"]);
  await db.transaction((tx) => markFailed(tx, row!.id, "550", NOON));
  expect(await countFailed(db, olu)).toBe(0);
  expect((await mailOf(camp.id, "concern"))[0]!.facts).toEqual({});
});

it("takes only so many of one browser, and of the others still", async () => {
  const { camp, ada } = await named();
  const { most } = LIMITS.concern_by_device;
  for (let n = 0; n < most; n++)
    expect((await tellContact(db, camp.id, "one", concern(ada.id), NOON)).ok).toBe(true);
  expect(await tellContact(db, camp.id, "one", concern(ada.id), NOON)).toEqual({
    ok: false,
    refusal: "too_many",
  });
  expect((await tellContact(db, camp.id, "two", concern(ada.id), NOON)).ok).toBe(true);
});
