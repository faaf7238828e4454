/** Every kind of mail, from the outbox to the mail server: what its words lead to is made before it goes. */
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { post } from "#db/mail.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { MAIL_KINDS, type MailKind } from "#domain/mail.ts";
import type { Message } from "#jobs/mail.ts";
import { sendDue } from "#jobs/mail-post.ts";
import { makeCamp, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { agreedSwap, onItsWay, sentToMany, standsWith, told } from "#tests/support/mail.ts";
import { freeze, gridOf } from "#tests/support/published.ts";
import { askAt, confirmedAt, HOME } from "#tests/support/second-address.ts";

const { db } = await freshDatabase();

// Seen with a kind left out of those that lead to a page: its mail said "/r/undefined".
it.each((Object.keys(MAIL_KINDS) as MailKind[]).filter((kind) => kind !== "sign_in"))(
  "has its links when it goes out: %s",
  async (kind) => {
    const camp = await makeCamp(db);
    await db.update(event).set(standsWith(kind)).where(eq(event.id, camp.id));
    // Only whoever has a place is asked whether they come, hands it on, has a day of their own, writes it up and swaps.
    const owned = ["still_coming", "transfer_offered", "my_day", "write_up_reminder"];
    const has = owned.includes(kind) || kind.startsWith("swap_");
    const id = await makePerson(
      db,
      camp,
      has ? "confirmed" : "offered",
      has ? { rank: 1 } : { rank: 1, offeredUntil: NOON },
    );
    const [person] = await db.select().from(registration).where(eq(registration.id, id));
    await onItsWay(db, { eventId: camp.id, id });
    if (kind === "my_day") await freeze(db, camp.id, await gridOf(db, { eventId: camp.id }, NOON.getTime()));
    await sentToMany(db, { kind, eventId: camp.id, id, email: person!.email });
    if (has) await agreedSwap(db, { camp, id }, NOON);
    // Of a second address that was asked, or has said yes; what that itself sent is another mail.
    const seconds: Partial<Record<MailKind, typeof askAt>> = {
      second_asked: askAt,
      second_confirmed: confirmedAt,
    };
    await seconds[kind]?.(db, id, HOME, NOON);
    await db.delete(outbox);
    const to = kind === "second_asked" ? { recipient: HOME, secondOf: id } : { recipient: person!.email };
    const mail = { ...told(kind, id), eventId: camp.id, occasion: newId(), ...to };
    await db.transaction((tx) => post(tx, mail));
    await db.update(outbox).set({ dueAt: NOON }).where(eq(outbox.eventId, camp.id));
    const got: Message[] = [];
    const deliver = async (_: unknown, message: Message) => void got.push(message);
    await sendDue(db, { deliver, close() {} }, () => NOON);
    expect(got).toHaveLength(1);
    expect(got[0]!.text).not.toContain("undefined");
    for (const [, token] of got[0]!.text.matchAll(/\/r\/([^\s>/]*)/g)) expect(token).toMatch(/^[\w-]{43}$/);
  },
);
