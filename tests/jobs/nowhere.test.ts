import { afterAll, expect, test } from "vitest";
import type { Transaction } from "#db/transaction.ts";
import { smtpMailer } from "#jobs/mailer.ts";

// Nothing listens at port 9: whoever is really written to fails.
const mailer = smtpMailer("smtp://127.0.0.1:9", "Camp <camp@example.org>");
const send = (recipient: string) =>
  mailer.deliver(
    {} as Transaction,
    {
      id: "1",
      recipient,
      subject: "s",
      text: "t",
      alone: false,
      html: "h",
      calendar: null,
      picture: null,
      replyTo: null,
      unsubscribe: null,
    },
    new Date(),
  );

afterAll(() => mailer.close());

test("nobody generated or imported is ever written to", async () => {
  await expect(send("sian@demo.invalid")).resolves.toBeUndefined();
  await expect(send("2@import.invalid")).resolves.toBeUndefined();
});

test("everybody else is", async () => {
  await expect(send("sian@invalid.example")).rejects.toThrow();
});
