import { eq } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { newId } from "#db/id.ts";
import { type Mail, post, postToSecond } from "#db/mail.ts";
import { findLink } from "#db/registration/link.ts";
import { mailbox, outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { addSecond, removeSecond } from "#db/second-address/adding.ts";
import { confirmSecond, readSecondPage } from "#db/second-address/proving.ts";
import { readSecond } from "#db/second-address/reading.ts";
import type { Status } from "#domain/registration.ts";
import type { Message } from "#jobs/mail.ts";
import { sendDue } from "#jobs/mail-post.ts";
import { localMailer, Undeliverable } from "#jobs/mailer.ts";
import { ahead, makeCamp, makePerson } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { confirmedAt, pageOf, secondOf } from "#tests/support/second-address.ts";

const { db } = await freshDatabase();
vi.spyOn(console, "error").mockImplementation(() => {});
const NOW = new Date();
const send = () => sendDue(db, localMailer, () => new Date());

/** Of each test another address, for all write into one mailbox. */
async function ama(status: Status, home: string) {
  const camp = await makeCamp(db, { startsAt: ahead() });
  const first = `first.of.${home}`;
  const held = status === "offered" ? { offeredUntil: ahead() } : {};
  const id = await makePerson(db, camp, status, { rank: 1, email: first, ...held });
  return { camp, id, home, first, page: await pageOf(db, id, NOW) };
}
const written = async (email: string) => {
  const rows = await db.select().from(mailbox).where(eq(mailbox.recipient, email)).orderBy(mailbox.sentAt);
  return rows.map(({ subject, body }) => `${subject}\n${body}`);
};
const toBoth = ({ camp, id, first }: Awaited<ReturnType<typeof ama>>, kind: Mail["kind"], facts = {}) =>
  db.transaction((tx) =>
    post(tx, {
      ...{ eventId: camp.id, recipient: first, occasion: newId() },
      ...({ kind, facts: { registrationId: id, ...facts } } as Mail),
    }),
  );

it("asks at the address without a word of whose it is to be, by a link that is good for that alone", async () => {
  const they = await ama("waiting", "asked@example.org");
  await addSecond(db, they.page, they.home, NOW);
  await send();
  const [mail = "", ...more] = await written(they.home);
  expect(more).toEqual([]);
  expect(mail).toContain("Shall we write to this address about Testcamp too?");
  expect(mail).not.toContain("first.of");
  expect(mail).not.toMatch(/\/r\//);
  const token = /\/second-address\/(\S+)/.exec(mail)?.[1] ?? "";
  expect(await findLink(db, token, new Date())).toBe(null);
  expect(await readSecondPage(db, token, new Date())).toMatchObject({ confirmed: false });
  expect((await confirmSecond(db, token, new Date())).ok).toBe(true);
  await send();
  expect((await written(they.first))[0]).toContain(
    "asked@example.org now gets what matters about Testcamp too",
  );
});

it("sends a ticket to both, each with a link of its own; that of the second proves nothing of the first", async () => {
  const they = await ama("confirmed", "ticket@example.org");
  await confirmedAt(db, they.id, they.home, NOW);
  await toBoth(they, "place_yours");
  await send();
  const [mine] = await db.select().from(registration).where(eq(registration.id, they.id));
  // Which of two that go out together is the last is anybody's guess.
  const ticket = (mails: string[]) =>
    mails.find((mail) => mail.replaceAll(" ", "").includes(mine!.ticketCode.slice(0, 3))) ?? "";
  const [one, two] = [ticket(await written(they.first)), ticket(await written(they.home))];
  const tokens = [one, two].map((mail) => /\/r\/(\S+)/.exec(mail)?.[1] ?? "");
  expect(tokens[0]).not.toBe(tokens[1]);
  const links = await Promise.all(tokens.map((token) => findLink(db, token, new Date())));
  expect(links.map((link) => [link?.registrationId, link?.mailed, link?.second])).toEqual([
    [they.id, true, false],
    [they.id, false, true],
  ]);
  expect(one.replace(tokens[0]!, "")).toBe(two.replace(tokens[1]!, ""));
});

it("sends no code to the second: how a draw went is said without one", async () => {
  const they = await ama("waiting", "drawn@example.org");
  await confirmedAt(db, they.id, they.home, NOW);
  await toBoth(they, "drawn", { status: "waiting" });
  await send();
  expect((await written(they.first)).at(-1)).toMatch(/type this code[\s\S]*\d{6}/);
  expect((await written(they.home)).at(-1)).not.toMatch(/code|\n\d{6}\n/);
});

it("begins no hold by what goes to the second alone", async () => {
  const they = await ama("held", "hold@example.org");
  await confirmedAt(db, they.id, they.home, NOW);
  const { id: registrationId, first: recipient } = they;
  const facts = { registrationId, status: "held" as const };
  const mail = { kind: "drawn" as const, eventId: they.camp.id, recipient, occasion: newId(), facts };
  await db.transaction((tx) => postToSecond(tx, [mail]));
  await send();
  expect((await written(they.home)).length).toBe(1);
  const [mine] = await db.select().from(registration).where(eq(registration.id, they.id));
  expect(mine?.heldUntil).toBe(null);
});

it("sends nothing there once the address was taken away, or is another, though it was decided before", async () => {
  const they = await ama("offered", "gone@example.org");
  await confirmedAt(db, they.id, they.home, NOW);
  await toBoth(they, "offered", { until: ahead().toISOString() });
  // As if the worker had it while it was taken away.
  const [copy] = await db.select().from(outbox).where(eq(outbox.secondOf, they.id)).orderBy(outbox.id);
  await removeSecond(db, they.page, NOW);
  const again = { ...copy!, id: newId(), kind: "offered", facts: { registrationId: they.id, until: "" } };
  await db.insert(outbox).values({ ...again, occasion: newId(), sentAt: null });
  await send();
  expect(await written(they.home)).toEqual([]);
  await addSecond(db, they.page, "another@example.org", NOW);
  await db.insert(outbox).values({ ...again, id: newId(), occasion: newId(), sentAt: null });
  await send();
  expect(await written(they.home)).toEqual([]);
  expect((await written("another@example.org")).map((mail) => mail.split("\n")[0])).toEqual([
    "Shall we write to this address about Testcamp too?",
  ]);
});

it("goes on at one address where mail to the other is refused for good", async () => {
  const they = await ama("offered", "refused@example.org");
  await confirmedAt(db, they.id, they.home, NOW);
  await send();
  await toBoth(they, "offered", { until: ahead().toISOString() });
  const reached: string[] = [];
  const deliver = async (_: unknown, { recipient }: Message) => {
    if (recipient === they.home) throw new Undeliverable(550);
    reached.push(recipient);
  };
  await sendDue(db, { deliver, close() {} }, () => new Date());
  expect(reached).toEqual([they.first]);
  const [mine] = await db.select().from(registration).where(eq(registration.id, they.id));
  expect(mine?.bouncedAt).toBe(null);
  expect((await readSecond(db, they.id, new Date()))?.reach).toBe("bounced");
});

it("forgets an address that does not exist, in its time, and the first one is none the worse", async () => {
  const they = await ama("waiting", "nowhere@example.org");
  await addSecond(db, they.page, they.home, NOW);
  await sendDue(db, { deliver: () => Promise.reject(new Undeliverable(550)), close() {} }, () => new Date());
  expect((await readSecond(db, they.id, new Date()))?.reach).toBe("bounced");
  expect((await secondOf(db, they.id))?.provenAt).toBe(null);
  const [mine] = await db.select().from(registration).where(eq(registration.id, they.id));
  expect(mine?.bouncedAt).toBe(null);
});
