/** Mails about swaps: who it is with is said of one that was agreed, as it stands when the mail goes out. */
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { type DueMail, post } from "#db/mail.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { swap } from "#db/schema/swap.ts";
import { answerSwap, askFor } from "#db/swap/agreeing.ts";
import { listSwaps } from "#db/swap/board.ts";
import { sayDone } from "#db/swap/done.ts";
import type { MailKind } from "#domain/mail.ts";
import { writeMessage } from "#jobs/mail.ts";
import { NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { told } from "#tests/support/mail.ts";
import { put, says, swapCamp, swapper } from "#tests/support/swaps.ts";

const { db } = await freshDatabase();

async function asked() {
  const camp = await swapCamp(db);
  const [ama, bo] = [await swapper(db, camp, "Ama"), await swapper(db, camp, "Bo")];
  await askFor(db, bo, await put(db, ama, says("show", "Gritters")), NOON);
  const { id } = (await listSwaps(db, ama, NOON))[0]!;
  const write = async (kind: MailKind, who = ama) => {
    const mail = told(kind, who.registrationId, { swapId: id, reason: "It names somebody" });
    const [row] = await db.select().from(registration).where(eq(registration.id, who.registrationId));
    const occasion = `${kind} ${id} ${who.registrationId}`;
    await db.transaction((tx) => post(tx, { ...mail, eventId: camp.id, occasion, recipient: row!.email }));
    const [due] = await db.select().from(outbox).where(eq(outbox.occasion, occasion));
    return writeMessage(db, { ...due!, ...mail, made: { token: "0" } } as DueMail, NOON);
  };
  const agree = () => answerSwap(db, ama, { id, yes: true }, NOON);
  return { camp, ama, bo, id, write, agree };
}

it("names nobody before it was agreed, and then each to the other", async () => {
  const { camp, ama, bo, write, agree } = await asked();
  for (const kind of ["swap_found", "swap_asked", "swap_hidden", "swap_expires"] as const) {
    const { text = "" } = (await write(kind)) ?? {};
    expect(text).toContain(`/e/${camp.slug}/r/0/swaps`);
    expect(text).not.toContain("bo.");
  }
  expect((await write("swap_hidden", bo))!.text).toContain("It names somebody");
  expect(await write("swap_agreed")).toBe(null);
  await agree();
  const { text, alone } = (await write("swap_agreed", bo))!;
  expect(text).toMatch(/Sandwell Council, ama\.\d+@example\.org/);
  expect(alone).toBe(true);
  await db.delete(registration).where(eq(registration.id, ama.registrationId));
  expect(await write("swap_agreed", bo)).toBe(null);
});

it("asks whether it took place behind one link, and not where somebody said so", async () => {
  const { camp, ama, bo, id, write, agree } = await asked();
  await agree();
  expect((await write("swap_done"))!.text).toContain(`/e/${camp.slug}/r/0/swaps/${id}`);
  await sayDone(db, ama, id, NOON);
  expect(await write("swap_done", bo)).toBe(null);
  expect(await db.$count(swap, eq(swap.id, id))).toBe(1);
});
