/**
 * The clock: every recurring thing, on this page. Several workers may keep it at once: mails are
 * claimed row by row, places are counted under the camp's lock, and forgetting twice forgets no more.
 */
import { forget } from "#db/forget.ts";
import { lapseCalls } from "#db/help-call.ts";
import { purgeDue } from "#db/purge.ts";
import { tick } from "#db/registration/waiting.ts";
import { endSwaps } from "#db/swap/ending.ts";
import { findSwaps } from "#db/swap/finding.ts";
import { remindWriters } from "#db/write-up/reminding.ts";
import { reasonOf } from "#domain/fault.ts";
import { env } from "#env.ts";
import type { Job } from "./job.ts";
import { sendDue } from "./mail-post.ts";
import { mailer } from "./mailer.ts";
import { pushDue } from "./push/post.ts";
import { senderFor } from "./push/sender.ts";
import { rehearseDue } from "./rehearsal.ts";
import { webhooksDue } from "./webhook/post.ts";
import { webhookSender } from "./webhook/sender.ts";

const HOUR = 3_600;

const webhooks = webhookSender();

export const clock: readonly Job[] = [
  {
    name: "sending mail",
    every: 1,
    run: (db, _, leaving) => sendDue(db, mailer(), () => new Date(), leaving),
  },
  {
    name: "telling phones",
    every: 1,
    run: (db, _, leaving) => pushDue(db, senderFor, () => new Date(), leaving),
  },
  {
    name: "telling other programs",
    every: 2,
    run: (db, _, leaving) => webhooksDue(db, webhooks, env().ORIGIN, () => new Date(), leaving),
  },
  { name: "ending offers and filling free places", every: 3, run: (db, now) => tick(db, now, complain) },
  { name: "rehearsing", every: 2, run: rehearseDue },
  { name: "finding swaps", every: 30, run: (db, now) => findSwaps(db, now, complainOfSwaps) },
  { name: "ending what swaps wait for", every: 600, run: endSwaps },
  { name: "ending calls for help", every: 30, run: lapseCalls },
  { name: "deleting what is kept no longer", every: HOUR, run: purgeDue },
  { name: "reminding of write-ups", every: HOUR, run: remindWriters },
  { name: "forgetting what is past its time", every: 6 * HOUR, run: forget },
];

function complainOfSwaps(eventId: string, fault: unknown): void {
  console.error(`the swaps of camp ${eventId} could not be looked for: ${reasonOf(fault)}`);
}

/** A camp in which a beat failed is named by its id alone. */
function complain(eventId: string, fault: unknown): void {
  console.error(`the places of camp ${eventId} could not be seen to: ${reasonOf(fault)}`);
}
