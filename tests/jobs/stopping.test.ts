import { expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { post } from "#db/mail.ts";
import { sendDue } from "#jobs/mail-post.ts";
import { AT_ONCE, localMailer, type Mailer } from "#jobs/mailer.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();

it("begins no other mail once the worker is told to stop, and leaves the rest for the next", async () => {
  const facts = { camp: "Testcamp", by: "Dan", role: "campmaker" };
  const mails = Array.from({ length: 20 }, (_, n) => {
    return {
      eventId: null,
      kind: "invited" as const,
      occasion: newId(),
      recipient: `p${n}@example.org`,
      facts,
    };
  });
  await db.transaction((tx) => post(tx, mails));
  const stopping = new AbortController();
  let handed = 0;
  const counting = (mailer?: Mailer): Mailer => ({
    deliver: async (...mail) => {
      handed += 1;
      stopping.abort();
      await mailer?.deliver(...mail);
    },
    close: () => undefined,
  });
  await sendDue(db, counting(), () => new Date(), stopping.signal);
  expect(handed).toBeGreaterThan(0);
  expect(handed).toBeLessThanOrEqual(AT_ONCE);
  await sendDue(db, counting(localMailer), () => new Date());
  expect(handed).toBe(20);
});
