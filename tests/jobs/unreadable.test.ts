/** A mail that an earlier or later version wrote with other facts than its kind has. */
import { eq } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { newId } from "#db/id.ts";
import { post } from "#db/mail.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { sendDue } from "#jobs/mail-post.ts";
import type { Mailer } from "#jobs/mailer.ts";
import { makeCamp, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { told } from "#tests/support/mail.ts";

const { db } = await freshDatabase();

it("is given up in a word, holds nobody else up, and stops an offer's clock as any mail that did not get through", async () => {
  const complaint = vi.spyOn(console, "error").mockImplementation(() => {});
  const camp = await makeCamp(db);
  const [lost, fine] = [1, 2].map((rank) => `person${rank}@example.org`) as [string, string];
  const ids = [];
  for (const rank of [1, 2]) {
    const id = await makePerson(db, camp, "waiting", { rank });
    ids.push(id);
    const mail = { ...told("removed", id), eventId: camp.id, occasion: newId() };
    await db.transaction((tx) => post(tx, { ...mail, recipient: `person${rank}@example.org` }));
  }
  await db.update(outbox).set({ dueAt: NOON });
  const facts = { registrationId: ids[0]!, why: "another version" };
  await db.update(outbox).set({ facts }).where(eq(outbox.recipient, lost));
  const got: string[] = [];
  const mailer: Mailer = {
    async deliver(_tx, { recipient }) {
      got.push(recipient);
    },
    close() {},
  };
  await sendDue(db, mailer, () => NOON);
  expect(got).toEqual([fine]);
  const [row] = await db.select().from(outbox).where(eq(outbox.recipient, lost));
  expect(row).toMatchObject({ failedAt: NOON, failure: "unreadable", facts: {}, sentAt: null });
  const [person] = await db.select().from(registration).where(eq(registration.id, ids[0]!));
  expect(person?.bouncedAt).toEqual(NOON);
  expect(complaint.mock.calls.flat().join()).not.toContain("@");
});
