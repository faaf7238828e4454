/** Mail to a group: written, counted, sent once to those it is for. */
import { and, asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { dropMailDraft, keepMailDraft, readMailDraft } from "#db/group-mail/draft.ts";
import { findSentMail, listSentMails } from "#db/group-mail/list.ts";
import { countReach, findReader } from "#db/group-mail/reach.ts";
import { askReach, sendToGroup, sendTrial } from "#db/group-mail/send.ts";
import { newId } from "#db/id.ts";
import { audit } from "#db/schema/audit.ts";
import { unwilling } from "#db/schema/group-mail.ts";
import { outbox } from "#db/schema/mail.ts";
import { person } from "#db/schema/person.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import type { MailGroup, MailWords } from "#domain/group-mail.ts";
import { LIMITS } from "#domain/rate-limit.ts";
import { makeCamp, makeOrganiser, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();

const WORDS: MailWords = {
  group: "places",
  sectorId: null,
  subject: "The way in",
  body: "By the canal, {name}",
};

async function organised() {
  const camp = await makeCamp(db);
  return { camp, may: await makeOrganiser(db, camp) };
}
type Organised = Awaited<ReturnType<typeof organised>>;

/** Keeps words over whatever is there. */
async function written({ may }: Organised, words: Partial<MailWords> = {}) {
  const { mark } = await readMailDraft(db, may);
  const kept = await keepMailDraft(db, may, mark, { ...WORDS, ...words });
  if (!kept.ok) throw new Error(kept.refusal);
  return kept.value;
}

async function sent(at: Organised, words: Partial<MailWords> = {}, now = NOON) {
  const draft = await written(at, words);
  const { agreement } = await askReach(db, at.may, draft);
  const result = await sendToGroup(db, at.may, { id: draft.id, agreement }, now);
  return { draft, agreement, result };
}

const mailsOf = ({ camp }: { camp: TestCamp }) =>
  db.select().from(outbox).where(eq(outbox.eventId, camp.id)).orderBy(asc(outbox.recipient));

const refusesMail = (camp: TestCamp, email: string) =>
  db.insert(unwilling).values({ eventId: camp.id, email, why: "asked", since: NOON });

const bounced = (id: string) =>
  db.update(registration).set({ bouncedAt: NOON }).where(eq(registration.id, id));

describe("what is being written", () => {
  it("is one for the whole camp, and is read back as it was kept", async () => {
    const at = await organised();
    expect(await readMailDraft(db, at.may)).toMatchObject({
      id: null,
      subject: "",
      body: "",
      group: "places",
    });
    const draft = await written(at);
    expect(await readMailDraft(db, await makeOrganiser(db, at.camp))).toEqual(draft);
  });

  // Seen to lose the words of the first desk when the mark was not compared.
  it("is not kept over what another desk kept meanwhile, also where both begin at once", async () => {
    const at = await organised();
    const { mark } = await readMailDraft(db, at.may);
    const both = await Promise.all(
      ["one", "two"].map((body) => keepMailDraft(db, at.may, mark, { ...WORDS, body })),
    );
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await keepMailDraft(db, at.may, mark, WORDS)).toEqual({ ok: false, refusal: "changed_meanwhile" });
    expect(await dropMailDraft(db, at.may, mark)).toEqual({ ok: false, refusal: "changed_meanwhile" });
  });

  it("can be thrown away", async () => {
    const at = await organised();
    const { mark } = await written(at);
    expect((await dropMailDraft(db, at.may, mark)).ok).toBe(true);
    expect(await readMailDraft(db, at.may)).toMatchObject({ id: null, body: "" });
  });

  it("keeps no sector of another camp", async () => {
    const at = await organised();
    const draft = await written(at, { group: "sector", sectorId: (await makeCamp(db)).sectorId });
    expect(draft.sectorId).toBeNull();
  });
});

describe("a group", () => {
  it("has those it says, of this camp alone", async () => {
    const at = await organised();
    const { camp, may } = at;
    await makePerson(db, await makeCamp(db), "confirmed", { rank: 9 });
    const host = await makePerson(db, camp, "confirmed", { rank: 1 });
    await makePerson(db, camp, "held", { rank: 2, verified: false });
    await makePerson(db, camp, "waiting", { rank: 3 });
    await makePerson(db, camp, "waiting", { rank: 4, verified: false });
    await makePerson(db, camp, "offered", { rank: 5, offeredUntil: NOON });
    await makePerson(db, camp, "released", { rank: 6, verified: false });
    for (const withdrawnAt of [null, NOON]) {
      const id = newId();
      await db.insert(pitch).values({ id, eventId: camp.id, title: "Job swaps", withdrawnAt });
      const hosts = withdrawnAt ? [] : [host, host];
      for (const [position, registrationId] of hosts.entries())
        await db.insert(pitchHost).values({ pitchId: id, position, registrationId, name: "Ama" });
    }
    await makeOrganiser(db, camp, "door", "caterer");
    const all = async (group: MailGroup, sectorId: string | null = null) =>
      (await countReach(db, { eventId: camp.id, group, sectorId })).all;
    expect({
      places: await all("places"),
      line: await all("line"),
      sector: await all("sector", camp.sectorId),
      noSector: await all("sector"),
      hosts: await all("hosts"),
      crew: await all("crew"),
      unproven: await all("unproven"),
    }).toEqual({ places: 1, line: 3, sector: 1, noSector: 0, hosts: 1, crew: 2, unproven: 2 });
    expect(await findReader(db, { eventId: camp.id, group: "line", sectorId: null })).toMatchObject({
      name: "person3",
    });
    expect(may.eventId).toBe(camp.id);
  });

  it("counts those to whom mail came back and those who want none, each once", async () => {
    const at = await organised();
    const ids = [];
    for (const rank of [1, 2, 3, 4]) ids.push(await makePerson(db, at.camp, "confirmed", { rank }));
    await bounced(ids[0]!);
    await bounced(ids[1]!);
    await refusesMail(at.camp, "person2@example.org");
    await refusesMail(at.camp, "person3@example.org");
    await refusesMail(await makeCamp(db), "person4@example.org");
    const { reach } = await askReach(db, at.may, await written(at));
    expect(reach).toEqual({ all: 4, bounced: 2, unwilling: 1 });
    await sent(at);
    expect((await mailsOf(at)).map(({ recipient }) => recipient)).toEqual(["person4@example.org"]);
  });
});

describe("sending to a group", () => {
  it("writes one mail to each in their language, after everything urgent, and notes who did it", async () => {
    const at = await organised();
    const id = await makePerson(db, at.camp, "confirmed", { rank: 1 });
    await makePerson(db, at.camp, "confirmed", { rank: 2 });
    await makePerson(db, at.camp, "waiting", { rank: 3 });
    await db.update(registration).set({ locale: "cy" }).where(eq(registration.id, id));
    const { draft, result } = await sent(at);
    expect(result).toEqual({ ok: true, value: { id: draft.id, sent: 2 } });
    expect(await mailsOf(at)).toMatchObject([
      {
        ...{ recipient: "person1@example.org", locale: "cy", urgency: 3, kind: "group_mail" },
        facts: { registrationId: id, groupMailId: draft.id },
      },
      { recipient: "person2@example.org", locale: "en-GB" },
    ]);
    const log = await db.select().from(audit).where(eq(audit.subjectId, draft.id));
    expect(log).toMatchObject([{ act: "mail_group", actorId: at.may.personId, to: "places" }]);
    expect(await findSentMail(db, at.may, draft.id)).toMatchObject({
      ...{ by: "Olu Adeyemi", subject: "The way in", reach: { all: 2, bounced: 0, unwilling: 0 } },
      progress: { sent: 0, waiting: 2, failed: 0, dropped: 0 },
    });
    expect((await listSentMails(db, at.may, 1)).items).toHaveLength(1);
    expect(await listSentMails(db, at.may, 99)).toMatchObject({ page: 1, items: [{ id: draft.id }] });
    expect(await readMailDraft(db, at.may)).toMatchObject({ id: null, body: "" });
  });

  it("writes to the crew by who they are, whether or not they are registered", async () => {
    const at = await organised();
    await sent(at, { group: "crew" });
    expect(await mailsOf(at)).toMatchObject([{ kind: "crew_mail", facts: { personId: at.may.personId } }]);
  });

  it("sends once, however often and at once it is pressed", async () => {
    const at = await organised();
    await makePerson(db, at.camp, "confirmed", { rank: 1 });
    const { id, ...draft } = await written(at);
    const { agreement } = await askReach(db, at.may, { id, ...draft });
    const press = () => sendToGroup(db, at.may, { id, agreement }, NOON);
    const answers = [...(await Promise.all([press(), press(), press()])), await press()];
    expect(answers).toEqual(Array(4).fill({ ok: true, value: { id, sent: 1 } }));
    expect(await mailsOf(at)).toHaveLength(1);
    expect(await db.$count(audit, eq(audit.subjectId, id))).toBe(1);
  });

  // Seen to send to one more than was agreed to when only the words were compared.
  it("asks again when the numbers or the words are others than were agreed to", async () => {
    const at = await organised();
    await makePerson(db, at.camp, "confirmed", { rank: 1 });
    const draft = await written(at);
    const { agreement } = await askReach(db, at.may, draft);
    await makePerson(db, at.camp, "confirmed", { rank: 2 });
    const again = await sendToGroup(db, at.may, { id: draft.id, agreement }, NOON);
    expect(again).toMatchObject({ ok: true, value: { reach: { all: 2 } } });
    const now = (await askReach(db, at.may, draft)).agreement;
    await written(at, { body: "Other words" });
    expect(await sendToGroup(db, at.may, { id: draft.id, agreement: now }, NOON)).toMatchObject({
      value: { reach: { all: 2 } },
    });
    expect(await mailsOf(at)).toEqual([]);
  });

  it("sends nothing with words missing, to nobody, of another camp, or too often", async () => {
    const at = await organised();
    expect((await sent(at)).result).toEqual({ ok: false, refusal: "bad_input" });
    await makePerson(db, at.camp, "confirmed", { rank: 1 });
    expect((await sent(at, { body: "{nmae}" })).result).toEqual({ ok: false, refusal: "bad_input" });
    const { draft, agreement } = await sent(at, { subject: "" });
    const elsewhere = await organised();
    const theirs = await sendToGroup(db, elsewhere.may, { id: draft.id, agreement }, NOON);
    expect(theirs).toEqual({ ok: false, refusal: "not_found" });
    for (let n = 0; n < LIMITS.group_mail_by_camp.most; n += 1) expect((await sent(at)).result.ok).toBe(true);
    expect((await sent(at)).result).toEqual({ ok: false, refusal: "too_many" });
  });

  // A statement holds 65,535 values: seen to fail when all mails were in one.
  it("writes to eight thousand at once", async () => {
    const at = await organised();
    const { camp } = at;
    await db.execute(`insert into registration (id, event_id, email, name, sector_id, locale, status, rank, registered_at, changed_at)
      select gen_random_uuid(), '${camp.id}', 'p' || n || '@example.org', 'P', '${camp.sectorId}', 'en-GB', 'waiting', n, now(), now()
      from generate_series(1, 8000) n`);
    const { result } = await sent(at, { group: "line" });
    expect(result).toMatchObject({ ok: true, value: { sent: 8000 } });
    expect(await db.$count(outbox, eq(outbox.eventId, camp.id))).toBe(8000);
  });
});

describe("to oneself first", () => {
  it("goes to whoever asks, at once, and changes nothing of what is written", async () => {
    const at = await organised();
    const draft = await written(at);
    const [me] = await db.select().from(person).where(eq(person.id, at.may.personId));
    expect(await sendTrial(db, at.may, draft.mark, NOON)).toEqual({ ok: true, value: me!.email });
    expect(await sendTrial(db, at.may, draft.mark, NOON)).toEqual({ ok: true, value: me!.email });
    const { subject, body } = WORDS;
    expect(await mailsOf(at)).toMatchObject(
      Array(2).fill({ kind: "trial_mail", recipient: me!.email, facts: { name: me!.name, subject, body } }),
    );
    expect(await readMailDraft(db, at.may)).toEqual(draft);
  });

  it("is refused for other words than were seen, for unfinished ones, and after many", async () => {
    const at = await organised();
    const { mark } = await written(at);
    expect(await sendTrial(db, at.may, "other", NOON)).toEqual({ ok: false, refusal: "changed_meanwhile" });
    for (let n = 0; n < LIMITS.trial_mail_by_person.most; n += 1)
      expect((await sendTrial(db, at.may, mark, NOON)).ok).toBe(true);
    expect(await sendTrial(db, at.may, mark, NOON)).toEqual({ ok: false, refusal: "too_many" });
    const unfinished = await written(at, { subject: "" });
    const why = await sendTrial(db, at.may, unfinished.mark, NOON);
    expect(why).toEqual({ ok: false, refusal: "bad_input" });
    expect(await db.$count(outbox, and(eq(outbox.eventId, at.camp.id), eq(outbox.kind, "group_mail")))).toBe(
      0,
    );
  });
});
