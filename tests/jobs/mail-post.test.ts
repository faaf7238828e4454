import { spawn } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { eq } from "drizzle-orm";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startDevice } from "#db/device.ts";
import { isMailHeld, post } from "#db/mail.ts";
import { readStatus } from "#db/registration/status.ts";
import { confirmByCode } from "#db/registration/verification.ts";
import { tick } from "#db/registration/waiting.ts";
import { event } from "#db/schema/event.ts";
import { mailbox, outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { askToSignIn, signInByCode } from "#db/sign-in.ts";
import { sendDue, sendNext } from "#jobs/mail-post.ts";
import { AT_ONCE, localMailer, type Mailer, smtpMailer } from "#jobs/mailer.ts";
import { makeCamp, makeOrganiser, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db, url } = await freshDatabase();
vi.spyOn(console, "error").mockImplementation(() => {});

/** What the mail server got, and how it answers addresses that begin with "no" or "busy". */
const got: { to: string; id: string; subject: string; text: string }[] = [];
const server = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  onRcptTo({ address }, _session, callback) {
    if (address.startsWith("no")) return callback(Object.assign(new Error("unknown"), { responseCode: 550 }));
    if (address.startsWith("busy")) return callback(Object.assign(new Error("later"), { responseCode: 450 }));
    callback();
  },
  onData(stream, session, callback) {
    let raw = "";
    stream.setEncoding("utf8").on("data", (chunk: string) => (raw += chunk));
    stream.on("end", () => {
      got.push({ to: session.envelope.rcptTo[0]!.address, ...parsed(raw) });
      callback();
    });
  },
});
// A worker that is killed resets its connections.
server.on("error", (fault) => expect(fault).toMatchObject({ code: "ECONNRESET" }));
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const { port } = server.server.address() as AddressInfo;
const smtp = smtpMailer(`smtp://127.0.0.1:${port}`, "Wallchart <camp@wallchart.example>");
afterAll(() => {
  smtp.close();
  server.close();
});
beforeEach(() => void got.splice(0));

/** As much of RFC 5322 and quoted-printable as our own mails use. */
function parsed(raw: string) {
  const unfolded = raw.replace(/\r\n[ \t]+/g, " ");
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, "im").exec(unfolded)?.[1] ?? "";
  const text = raw
    .replace(/=\r\n/g, "")
    .replace(/(?:=[0-9A-F]{2})+/g, (hex) => Buffer.from(hex.replaceAll("=", ""), "hex").toString());
  return { id: header("message-id"), subject: header("subject"), text };
}

async function mailTo(camp: TestCamp, rank: number, change: { email?: string } = {}) {
  const { email } = change;
  const id = await makePerson(db, camp, "waiting", { rank, verified: false });
  if (email) await db.update(registration).set({ email }).where(eq(registration.id, id));
  const recipient = email ?? `person${rank}@example.org`;
  const facts = { registrationId: id, status: "waiting" } as const;
  await db.transaction((tx) =>
    post(tx, {
      eventId: camp.id,
      kind: "registered",
      occasion: `${id}:${rank}`,
      recipient,
      facts,
    }),
  );
  await db.update(outbox).set({ dueAt: NOON }).where(eq(outbox.recipient, recipient));
  return { id, recipient };
}

/** Mails that need no link made first. */
async function invitations(camp: TestCamp, count: number) {
  const facts = { camp: "Testcamp", by: "Olu", role: "campmaker" };
  const mails = Array.from({ length: count }, (_, i) => ({
    eventId: camp.id,
    kind: "invited" as const,
    occasion: `${camp.id}:${i}`,
    recipient: `helper${i}@${camp.slug}.example`,
    facts,
  }));
  await db.transaction((tx) => post(tx, mails));
  await db.update(outbox).set({ dueAt: NOON }).where(eq(outbox.eventId, camp.id));
}

const rowFor = async (recipient: string) =>
  (await db.select().from(outbox).where(eq(outbox.recipient, recipient)))[0]!;
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

describe("through a mail server", () => {
  it("says the code in the subject, and code and link work", async () => {
    const camp = await makeCamp(db);
    const { id, recipient } = await mailTo(camp, 1);
    await sendDue(db, smtp, () => NOON);
    const row = await rowFor(recipient);
    expect(got).toHaveLength(1);
    expect(got[0]).toMatchObject({ to: recipient, id: `<${row.id}@wallchart.example>` });
    const code = /^(\d{6}) confirms your email for Testcamp$/.exec(got[0]!.subject)![1]!;
    const token = new RegExp(`/e/${camp.slug}/r/([\\w-]{43})`).exec(got[0]!.text)![1]!;
    expect(await readStatus(db, token, NOON)).toMatchObject({ link: { mailed: true }, registration: { id } });
    const { id: deviceId } = await startDevice(db, {});
    expect((await confirmByCode(db, token, code, deviceId, NOON)).ok).toBe(true);
  });

  it("forgets the facts once sent, and never sends again", async () => {
    const camp = await makeCamp(db);
    const { recipient } = await mailTo(camp, 2);
    await sendDue(db, smtp, () => NOON);
    await sendDue(db, smtp, () => later(60));
    expect(got).toHaveLength(1);
    expect(await rowFor(recipient)).toMatchObject({ facts: {}, sentAt: NOON });
  });

  it("sends once when two workers look at the same moment", async () => {
    const camp = await makeCamp(db);
    for (let rank = 10; rank < 22; rank += 1) await mailTo(camp, rank);
    await Promise.all([sendDue(db, smtp, () => NOON), sendDue(db, smtp, () => NOON)]);
    expect(got.map(({ to }) => to).sort()).toEqual([...new Set(got.map(({ to }) => to))].sort());
    expect(got).toHaveLength(12);
  });

  it("says the same under the same Message-ID when it was killed between sending and marking", async () => {
    const camp = await makeCamp(db);
    await mailTo(camp, 3);
    const program = fileURLToPath(new URL("../support/dying-worker.ts", import.meta.url));
    const options = [program, url, `smtp://127.0.0.1:${port}`, NOON.toISOString()];
    const worker = spawn(process.execPath, ["--import", "tsx", ...options], { stdio: "inherit" });
    expect(await once(worker, "exit")).toEqual([null, "SIGKILL"]);
    await sendDue(db, smtp, () => NOON);
    expect(got).toHaveLength(2);
    const [first, second] = got.map(({ id, subject, text }) => ({
      id,
      subject,
      link: /\/r\/[\w-]{43}/.exec(text)?.[0],
    }));
    expect(second).toEqual(first);
  });

  // Seen to find the registration locked, and every command of its camp waiting, when the hold began before the mail.
  it("locks no registration and no camp while the mail server takes its time", async () => {
    const camp = await makeCamp(db, { holdHours: 36 });
    const { id } = await mailTo(camp, 4);
    await db.update(registration).set({ status: "held" }).where(eq(registration.id, id));
    const found: unknown[] = [];
    const slow: Mailer = {
      async deliver() {
        found.push(
          await db.select({ id: registration.id }).from(registration).for("update", { noWait: true }),
        );
        found.push(await db.select({ id: event.id }).from(event).for("update", { noWait: true }));
      },
      close() {},
    };
    await sendDue(db, slow, () => NOON);
    expect(found.map((rows) => (rows as unknown[]).length > 0)).toEqual([true, true]);
    const [row] = await db.select().from(registration).where(eq(registration.id, id));
    expect(row?.heldUntil).toEqual(later(36 * 60));
    await db.delete(registration).where(eq(registration.id, id));
  });

  it("tries again later when the server is busy, later each time", async () => {
    const camp = await makeCamp(db);
    const { recipient } = await mailTo(camp, 4, { email: "busy@example.org" });
    await sendDue(db, smtp, () => NOON);
    expect(await rowFor(recipient)).toMatchObject({ tries: 1, dueAt: later(1), sentAt: null });
    await sendDue(db, smtp, () => later(1));
    expect(await rowFor(recipient)).toMatchObject({ tries: 2, dueAt: later(3), failedAt: null });
  });

  it("gives up when the address is refused, and an offer's clock stops", async () => {
    const camp = await makeCamp(db, { capacity: 1 });
    const id = await makePerson(db, camp, "offered", { rank: 5, offeredUntil: later(30) });
    await db.update(registration).set({ email: "nobody@example.org" }).where(eq(registration.id, id));
    const facts = { registrationId: id, until: later(30).toISOString() };
    await db.transaction((tx) =>
      post(tx, {
        eventId: camp.id,
        kind: "offered",
        occasion: id,
        recipient: "nobody@example.org",
        facts,
      }),
    );
    await sendDue(db, smtp, () => new Date(Date.now() + 60_000));
    expect(await rowFor("nobody@example.org")).toMatchObject({ failure: "550", facts: {} });
    await tick(db, later(24 * 60));
    const [row] = await db.select().from(registration).where(eq(registration.id, id));
    expect(row).toMatchObject({ status: "offered" });
    expect(row?.bouncedAt).not.toBeNull();
  });

  it("sends a code before a queue that was there first, also one that falls due while the queue is sent", async () => {
    const camp = await makeCamp(db);
    await invitations(camp, 30);
    const { personId } = await makeOrganiser(db, camp);
    const email = `${personId}@example.org`;
    const { id: device } = await startDevice(db, {});
    let turn = 0;
    const clock = () => new Date(Date.now() + 1_000);
    await sendNext(db, smtp, clock(), turn++);
    // Asked for while the queue is being sent, and so due later than when that began.
    await askToSignIn(db, device, email, new Date());
    while ((await sendNext(db, smtp, clock(), turn++)) === "more");
    const place = got.findIndex(({ to }) => to === email);
    expect([got.length, place]).toEqual([31, 1]);
    const code = /^(\d{6}) is your code/.exec(got[place]!.subject)![1]!;
    expect(got[place]!.text).toContain("/sign-in/");
    expect((await signInByCode(db, device, code, new Date())).ok).toBe(true);
  });

  it("leaves off where the server does not answer, says so, and sends all of it when it does", async () => {
    const camp = await makeCamp(db);
    for (let rank = 140; rank < 150; rank += 1) await mailTo(camp, rank);
    const nowhere = smtpMailer("smtp://127.0.0.1:1", "Wallchart <camp@wallchart.example>");
    await sendDue(db, nowhere, () => NOON);
    nowhere.close();
    expect(await isMailHeld(db)).toBe(true);
    const tried = await db.select().from(outbox).where(eq(outbox.failure, "no_answer"));
    expect(tried).toHaveLength(AT_ONCE);
    await sendDue(db, smtp, () => later(1));
    expect([got.length, await isMailHeld(db)]).toEqual([10, false]);
  });

  it("does not send again what the server took, when the database was lost before the mark", async () => {
    const camp = await makeCamp(db);
    const { recipient } = await mailTo(camp, 160);
    const losing: Mailer = {
      async deliver(tx, message, at) {
        await smtp.deliver(tx, message, at);
        throw new Error("the connection is gone");
      },
      close() {},
    };
    await sendDue(db, losing, () => NOON);
    expect(await rowFor(recipient)).toMatchObject({ tries: 1, sentAt: null });
    await sendDue(db, smtp, () => later(1));
    expect(await rowFor(recipient)).toMatchObject({ sentAt: later(1) });
    expect(got).toHaveLength(1);
  });

  it("sends at most one mail per connection twice when a worker is killed in the middle of many", async () => {
    const camp = await makeCamp(db);
    await invitations(camp, 200);
    const program = fileURLToPath(new URL("../support/dying-worker.ts", import.meta.url));
    const options = [program, url, `smtp://127.0.0.1:${port}`, NOON.toISOString(), "100"];
    const worker = spawn(process.execPath, ["--import", "tsx", ...options], { stdio: "inherit" });
    expect(await once(worker, "exit")).toEqual([null, "SIGKILL"]);
    await sendDue(db, smtp, () => NOON);
    const ids = got.map(({ id }) => id);
    expect(new Set(ids).size).toBe(200);
    expect(ids.length - 200).toBeLessThanOrEqual(AT_ONCE);
  });
});

describe("of a demo", () => {
  it("lands in the mailbox, whatever mail server there is", async () => {
    const camp = await makeCamp(db);
    await db.update(event).set({ demo: true }).where(eq(event.id, camp.id));
    const { recipient } = await mailTo(camp, 300);
    await sendDue(db, smtp, () => NOON);
    expect(got).toEqual([]);
    expect(await db.$count(mailbox, eq(mailbox.recipient, recipient))).toBe(1);
    expect((await rowFor(recipient)).sentAt).toEqual(NOON);
    await db.update(event).set({ demo: false }).where(eq(event.id, camp.id));
  });
});

describe("without a mail server", () => {
  it("puts the mail into the mailbox in the transaction that marks it", async () => {
    const camp = await makeCamp(db);
    const { recipient } = await mailTo(camp, 8);
    await sendDue(db, localMailer, () => NOON);
    const mails = await db.select().from(mailbox).where(eq(mailbox.recipient, recipient));
    expect(mails).toHaveLength(1);
    expect(mails[0]!.body).toContain(`/e/${camp.slug}/r/`);
    expect(mails[0]!.id).toBe((await rowFor(recipient)).id);
  });

  it("keeps what was told to one person alone from the mailbox, which others read", async () => {
    const camp = await makeCamp(db);
    const recipient = `ada@${camp.slug}.example`;
    const facts = { camp: "Brum", name: "Ada", body: "He shouted at me", reply: "priya@example.org" };
    const concern = { eventId: camp.id, kind: "concern" as const, occasion: camp.id, recipient, facts };
    await db.transaction((tx) => post(tx, concern));
    await sendDue(db, localMailer, () => new Date());
    const mails = await db.select().from(mailbox).where(eq(mailbox.recipient, recipient));
    expect(mails.map(({ body }) => body)).toEqual([""]);
  });
});
