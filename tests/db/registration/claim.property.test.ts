/**
 * Somebody who registers an address that is not theirs, and its reader, act in any order: the one never sees what the
 * other typed, and never takes part.
 */
import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { startDevice } from "#db/device.ts";
import { mendAddress } from "#db/registration/address.ts";
import { changeAnswers } from "#db/registration/answers.ts";
import { mintLink } from "#db/registration/link.ts";
import { readStatus } from "#db/registration/status.ts";
import { confirmByLink } from "#db/registration/verification.ts";
import { register } from "#db/registration.ts";
import { registration } from "#db/schema/registration.ts";
import { takeTicket } from "#db/ticket.ts";
import { findViewer } from "#db/viewer.ts";
import { formFor, makeCamp, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const READER = "reader@example.org";
const ACTS = ["send", "send_again", "mend", "take_ticket", "prove", "correct", "bounce"] as const;

async function play(acts: readonly (typeof ACTS)[number][]) {
  const camp = await makeCamp(db);
  const device = await startDevice(db, {});
  const mine = and(eq(registration.eventId, camp.id), eq(registration.email, READER))!;
  const typed = { ...formFor(camp, READER), name: "Mallory" };
  const pages: string[] = [];
  const send = async (form: typeof typed) => {
    const sent = await register(db, camp.id, form, NOON, device.id);
    if (sent.ok) pages.push(sent.value.token);
  };
  await send(typed);
  for (const act of acts) {
    const [row] = await db.select().from(registration).where(mine);
    if (act === "send") await send({ ...typed, id: crypto.randomUUID() });
    if (act === "send_again") await send(typed);
    if (act === "mend" && pages.length > 0) await mendAddress(db, pages.at(-1)!, READER, NOON);
    for (const token of pages) if (act === "take_ticket") await takeTicket(db, token, device.id, NOON);
    const mailed = await mintLink(db, row!.id, { mailed: true, now: NOON });
    if (act === "prove") await confirmByLink(db, mailed, NOON);
    if (act === "bounce") await db.update(registration).set({ bouncedAt: NOON }).where(mine);
    if (act === "correct") await changeAnswers(db, mailed, { ...typed, name: "Rea", access: "A ramp" }, NOON);
  }
  const shown = await Promise.all(pages.map((token) => readStatus(db, token, NOON)));
  const { attendee } = await findViewer(db, device.token, camp.id);
  return {
    names: [...new Set(shown.flatMap((page) => page?.registration.name ?? []))],
    access: [...new Set(shown.flatMap((page) => page?.registration.access ?? []))],
    attendee,
  };
}

it("whoever only typed an address sees what they typed and takes no part, whatever its reader does", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...ACTS), { minLength: 1, maxLength: 7 }), async (acts) => {
      expect(await play(acts)).toEqual({ names: ["Mallory"], access: [""], attendee: null });
    }),
    { numRuns: 25 },
  );
}, 120_000);
