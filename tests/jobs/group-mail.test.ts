/** Mail to a group on its way: what each reader gets, and who does not get it after all. */
import type { AddressInfo } from "node:net";
import { and, eq } from "drizzle-orm";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { keepMailDraft, readMailDraft } from "#db/group-mail/draft.ts";
import { findSentMail } from "#db/group-mail/list.ts";
import { askReach, sendToGroup, sendTrial } from "#db/group-mail/send.ts";
import { readUnsubscribe, setWillingness } from "#db/group-mail/unwilling.ts";
import { giveBack } from "#db/registration/answer.ts";
import { readStatus } from "#db/registration/status.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration, registrationLink } from "#db/schema/registration.ts";
import type { MailWords } from "#domain/group-mail.ts";
import { sendDue } from "#jobs/mail-post.ts";
import { smtpMailer } from "#jobs/mailer.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
vi.spyOn(console, "error").mockImplementation(() => {});

/** What the mail server got: headers unfolded, and the text with its signs put together again. */
const got: { to: string; headers: string; text: string }[] = [];
const server = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  onRcptTo({ address }, _session, callback) {
    if (address.startsWith("no")) return callback(Object.assign(new Error("unknown"), { responseCode: 550 }));
    callback();
  },
  onData(stream, session, callback) {
    let raw = "";
    stream.setEncoding("utf8").on("data", (chunk: string) => (raw += chunk));
    stream.on("end", () => {
      const headers = raw.split("\r\n\r\n", 1)[0]!.replace(/\r\n[ \t]+/g, " ");
      const text = raw
        .replace(/=\r\n/g, "")
        .replace(/(?:=[0-9A-F]{2})+/g, (hex) => Buffer.from(hex.replaceAll("=", ""), "hex").toString());
      got.push({ to: session.envelope.rcptTo[0]!.address, headers, text });
      callback();
    });
  },
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const { port } = server.server.address() as AddressInfo;
const smtp = smtpMailer(`smtp://127.0.0.1:${port}`, "Wallchart <camp@wallchart.example>");
afterAll(() => {
  smtp.close();
  server.close();
});
beforeEach(() => void got.splice(0));

const WORDS: MailWords = {
  ...{ group: "places" as const, sectorId: null },
  subject: "{camp} on {day}",
  body: "Doors at **{doors}**, {place}. See {my page}.",
};

async function sent(words: Partial<MailWords> = {}, people = 1) {
  const camp = await makeCamp(db);
  const may = await makeOrganiser(db, camp);
  const ids: string[] = [];
  for (let rank = 1; rank <= people; rank += 1) ids.push(await makePerson(db, camp, "confirmed", { rank }));
  const { mark } = await readMailDraft(db, may);
  const kept = await keepMailDraft(db, may, mark, { ...WORDS, ...words });
  if (!kept.ok) throw new Error(kept.refusal);
  const { id } = kept.value;
  const { agreement } = await askReach(db, may, kept.value);
  expect(await sendToGroup(db, may, { id, agreement }, NOON)).toMatchObject({ ok: true });
  return { camp, may, id, ids };
}

const post = () => sendDue(db, smtp, () => new Date(Date.now() + 60_000));
const header = (name: string) => new RegExp(`^${name}: (.*)$`, "im").exec(got[0]!.headers)?.[1] ?? null;

describe("what a reader gets", () => {
  it("has their own in the braces, in text and HTML, and a page that is theirs", async () => {
    const { camp, ids } = await sent();
    await post();
    expect(got).toHaveLength(1);
    const { text } = got[0]!;
    expect(header("subject")).toBe("Testcamp on Tuesday 14 July");
    expect(text).toContain("Hello person1,");
    expect(text).toMatch(/Doors at 9am, Birmingham\. See your page <http:\S+>\./);
    expect(text).toContain("<p>Doors at <strong>9am</strong>, Birmingham. See <a href=");
    const token = new RegExp(`/e/${camp.slug}/r/([\\w-]{43})`).exec(text)![1]!;
    expect((await readStatus(db, token, new Date()))?.registration.id).toBe(ids[0]);
  });

  it("has no way to their page where the words do not lead there: it may be passed on", async () => {
    const { ids } = await sent({ body: "By the canal." });
    await post();
    expect(got[0]!.text).not.toContain("/r/");
    expect(await db.$count(registrationLink, eq(registrationLink.registrationId, ids[0]!))).toBe(0);
  });

  it("says how to want no more, for mail programs and for whoever reads, and is answered to the camp", async () => {
    const { camp } = await sent();
    await db.update(event).set({ replyTo: "hello@camp.example" }).where(eq(event.id, camp.id));
    await post();
    const token = new RegExp(`/live/${camp.slug}/unsubscribe/([\\w-]{43})>$`).exec(
      header("list-unsubscribe")!,
    )![1]!;
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    expect(header("reply-to")).toBe("hello@camp.example");
    // By which a service that has Message-IDs of its own says later which mail came back.
    expect(`<${header("x-pm-metadata-mail")}@wallchart.example>`).toBe(header("message-id"));
    expect(got[0]!.text).toContain(`/e/${camp.slug}/unsubscribe/${token}`);
    expect(await readUnsubscribe(db, token, new Date())).toMatchObject({ email: "person1@example.org" });
  });

  it("goes to the crew with their name", async () => {
    const { may } = await sent({ group: "crew", body: "Be there at {doors}." });
    await post();
    expect(got.map(({ to }) => to)).toEqual([`${may.personId}@example.org`]);
    expect(got[0]!.text).toContain("Hello Olu Adeyemi,");
    expect(header("list-unsubscribe-post")).not.toBeNull();
  });

  it("is the same for whoever writes it, without a page or an end to it", async () => {
    const camp = await makeCamp(db);
    const may = await makeOrganiser(db, camp);
    const kept = await keepMailDraft(db, may, (await readMailDraft(db, may)).mark, WORDS);
    await sendTrial(db, may, kept.ok ? kept.value.mark : "", NOON);
    await post();
    expect(got[0]!.text).toContain("Hello Olu Adeyemi,");
    expect(got[0]!.text).toMatch(new RegExp(`your page <http:\\S+/e/${camp.slug}>`));
    expect(header("list-unsubscribe")).toBeNull();
  });
});

describe("who does not get it after all", () => {
  const failures = async (id: string) =>
    (await db.select().from(outbox).where(eq(outbox.groupMailId, id))).map(({ failure }) => failure).sort();

  // Seen to go to somebody who had given their place back when membership was only asked while sending began.
  it("is whoever gave back, wants none, or has another address by then; and nobody comes to it later", async () => {
    const { camp, may, id, ids } = await sent({}, 4);
    await giveBack(db, ids[0]!, new Date("2026-06-24T12:00:00Z"));
    await db.update(registration).set({ email: "new@example.org" }).where(eq(registration.id, ids[1]!));
    await makePerson(db, camp, "confirmed", { rank: 9 });
    const other = await sent({}, 1);
    await post();
    const link = (n: number) => /unsubscribe\/([\w-]{43})/.exec(got[n]!.text)![1]!;
    const toThis = got.filter(({ text }) => text.includes(camp.slug)).map(({ to }) => to);
    expect(toThis.sort()).toEqual(["person3@example.org", "person4@example.org"]);
    expect(await failures(id)).toEqual(["gone", "left_group", null, null]);
    expect((await findSentMail(db, may, id))?.progress).toEqual({
      sent: 2,
      waiting: 0,
      failed: 0,
      dropped: 2,
    });
    expect(link(0)).not.toBe(link(1));
    expect(await failures(other.id)).toEqual([null]);
  });

  it("is whoever unsubscribed while it was on its way", async () => {
    const first = await sent();
    await post();
    const token = /unsubscribe\/([\w-]{43})/.exec(got[0]!.text)![1]!;
    const { may, camp } = first;
    const kept = await keepMailDraft(db, may, (await readMailDraft(db, may)).mark, WORDS);
    if (!kept.ok) throw new Error(kept.refusal);
    const { agreement } = await askReach(db, may, kept.value);
    await sendToGroup(db, may, { id: kept.value.id, agreement }, NOON);
    expect((await setWillingness(db, token, "none", NOON)).ok).toBe(true);
    await post();
    expect(await failures(kept.value.id)).toEqual(["unwilling"]);
    // What is about their own place still reaches them.
    await giveBack(db, first.ids[0]!, NOON);
    expect(await db.$count(outbox, and(eq(outbox.eventId, camp.id), eq(outbox.failure, "unwilling")))).toBe(
      1,
    );
  });

  it("is whoever's mail server refuses them, which flags them", async () => {
    const { may, id, ids } = await sent({}, 2);
    const address = { email: "nobody@example.org" };
    await db.update(registration).set(address).where(eq(registration.id, ids[0]!));
    await db
      .update(outbox)
      .set({ recipient: address.email })
      .where(eq(outbox.occasion, `${id}:${ids[0]}`));
    await post();
    expect((await findSentMail(db, may, id))?.progress).toEqual({
      sent: 1,
      waiting: 0,
      failed: 1,
      dropped: 0,
    });
    const [row] = await db.select().from(registration).where(eq(registration.id, ids[0]!));
    expect(row?.bouncedAt).not.toBeNull();
  });
});
