/** What mails say, in a language that shows whatever is not written in it. */
import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { type DueMail, post } from "#db/mail.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import { MAIL_KINDS, type MailKind } from "#domain/mail.ts";
import { isOffered } from "#domain/registration/status.ts";
import { STATUSES, type Status } from "#domain/registration.ts";
import { saidCode } from "#domain/ticket.ts";
import { PICTURE, writeMessage } from "#jobs/mail.ts";
import { accented } from "#messages/accented/accent.ts";
import { haveLanguages } from "#messages/words.ts";
import { makeCamp, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { englishIn, readable } from "#tests/support/english.ts";
import { agreedSwap, onItsWay, secondConfirmed, sentToMany, standsWith, told } from "#tests/support/mail.ts";
import { freeze, gridOf } from "#tests/support/published.ts";

const { db } = await freshDatabase();
const ACCENTED = "el-x-accented";
afterEach(() => haveLanguages([]));

/** A camp whose own words are in no Latin script, with somebody in it who reads a language. */
async function someone(locale: string, camps = "en-GB", status: Status = "waiting") {
  const camp = await makeCamp(db);
  await db.update(event).set({ name: "野営", place: "京都", locale: camps }).where(eq(event.id, camp.id));
  const id = await makePerson(db, camp, status, { rank: 1, offeredUntil: isOffered(status) ? NOON : null });
  const [row] = await db
    .update(registration)
    .set({ name: "美", locale })
    .where(eq(registration.id, id))
    .returning();
  const { email } = row!;
  return { camp, id, email };
}

type Someone = Awaited<ReturnType<typeof someone>>;

async function posted({ camp, id, email }: Someone, kind: MailKind, facts: Record<string, string> = {}) {
  const occasion = `${kind} ${JSON.stringify(facts)} ${id}`;
  const mail = told(kind, id, facts);
  await db.transaction((tx) => post(tx, { ...mail, eventId: camp.id, occasion, recipient: email }));
  const [row] = await db.select().from(outbox).where(eq(outbox.occasion, occasion));
  return { ...row!, ...mail, made: { token: "0", code: "123456" } } satisfies DueMail;
}

describe("a mail in another language", () => {
  it.each(Object.keys(MAIL_KINDS) as MailKind[])("has no English left: %s", async (kind) => {
    haveLanguages(["en-GB", ACCENTED]);
    const comes = kind === "still_coming" || kind === "my_day";
    const who = await someone(ACCENTED, "en-GB", comes ? "confirmed" : "offered");
    await db.update(event).set(standsWith(kind)).where(eq(event.id, who.camp.id));
    if (kind === "my_day")
      await freeze(db, who.camp.id, await gridOf(db, { eventId: who.camp.id }, NOON.getTime()));
    await sentToMany(db, { kind, eventId: who.camp.id, ...who });
    await onItsWay(db, { eventId: who.camp.id, id: who.id });
    await agreedSwap(db, who, NOON);
    if (kind === "second_confirmed") await secondConfirmed(db, who.id);
    for (const status of STATUSES)
      for (const role of ["organiser", "campmaker"])
        for (const over of ["yes", ""]) {
          const until = over ? "" : "2026-07-14T08:00:00.000Z";
          const mail = await posted(who, kind, { status, role, over, until });
          const message = await writeMessage(db, { ...mail, locale: ACCENTED }, NOON);
          expect(englishIn(message?.subject ?? "")).toEqual([]);
          expect(englishIn(message?.text ?? "")).toEqual([]);
          expect(englishIn(readable(message?.html ?? ""))).toEqual([]);
          expect(message?.html).toContain(`<html lang="${ACCENTED}" dir="ltr">`);
        }
  });
});

describe("a mail is written in the language of the one it goes to", () => {
  it("which is what they registered in, whatever the camp speaks by now", async () => {
    expect((await posted(await someone(ACCENTED), "registered")).locale).toBe(ACCENTED);
    expect((await posted(await someone("en-GB", ACCENTED), "registered")).locale).toBe("en-GB");
  });

  it("and the camp's for whoever is not registered there, the installation's where there is no camp", async () => {
    const { camp, id } = await someone("en-GB", ACCENTED);
    const elsewhere = { camp, id, email: "crew@example.org" };
    expect((await posted(elsewhere, "invited")).locale).toBe(ACCENTED);
    await db.transaction((tx) =>
      post(tx, { eventId: null, kind: "sign_in", occasion: "x", recipient: "a@example.org", facts: {} }),
    );
    const [mail] = await db.select().from(outbox).where(eq(outbox.occasion, "x"));
    expect(mail?.locale).toBe("en-GB");
  });

  it("and no word of it comes from another", async () => {
    haveLanguages(["en-GB", ACCENTED]);
    const message = await writeMessage(db, await posted(await someone(ACCENTED), "removed"), NOON);
    expect(message?.subject).toContain(accented("took your name").slice(0, 4));
  });
});

// Before, each mail promised a whole hold, also one that went an hour before the place lapsed.
it("a second code for a held place says until when it is held, which the first began", async () => {
  const who = await someone("en-GB");
  const text = async (heldUntil: Date | null) => {
    await db
      .update(registration)
      .set({ status: "held", verifiedAt: null, heldUntil })
      .where(eq(registration.id, who.id));
    const mail = await posted(who, "registered", {
      status: "held",
      until: String(heldUntil?.toISOString() ?? ""),
    });
    return (await writeMessage(db, mail, NOON))?.text;
  };
  expect(await text(null)).toContain("by 12 noon on Thursday 25 June.");
  expect(await text(new Date(NOON.getTime() + 59 * 60_000))).toContain("by 12.59pm on Wednesday 24 June.");
});

it("the days of the camp go with what is written about a place, to whoever has it by then", async () => {
  const who = await someone("en-GB");
  const calendar = async (kind: MailKind) =>
    (await writeMessage(db, await posted(who, kind), NOON))?.calendar ?? null;
  expect([await calendar("registered"), await calendar("given_place")]).toEqual([null, null]);
  await db.update(registration).set({ status: "confirmed" }).where(eq(registration.id, who.id));
  for (const kind of ["registered", "place_yours", "given_place", "camp_changed"] as const)
    expect(await calendar(kind), kind).toContain("SUMMARY:野営");
  expect([await calendar("removed"), await calendar("sign_in")]).toEqual([null, null]);
});

it("a ticket goes with what is written about a place, as a picture and as a code to say, to whoever has it by then", async () => {
  const who = await someone("en-GB");
  const ticket = async (kind: MailKind) => {
    const message = await writeMessage(db, await posted(who, kind), NOON);
    return [message?.picture != null, message?.html.includes("<img "), message?.text.includes(" ticket.")];
  };
  expect(await ticket("registered")).toEqual([false, false, false]);
  await db.update(registration).set({ status: "confirmed" }).where(eq(registration.id, who.id));
  for (const kind of ["registered", "place_yours", "drawn", "given_place"] as const)
    expect(await ticket(kind), kind).toEqual([true, true, true]);
  for (const kind of ["camp_changed", "removed"] as const)
    expect((await ticket(kind)).slice(0, 2), kind).toEqual([false, false]);
  const [row] = await db.select().from(registration).where(eq(registration.id, who.id));
  const message = await writeMessage(db, await posted(who, "place_yours"), NOON);
  expect(message?.text).toContain(`:\n${saidCode(row!.ticketCode)}\n`);
  expect(message?.html.match(/<img [^>]*>/g)).toEqual([
    `<img src="cid:${PICTURE}" alt="A square code that opens your page when it is scanned" width="200" height="200">`,
  ]);
  // Decided before the address was mended: the ticket is somebody else's to show.
  await db.update(registration).set({ email: "mended@example.org" }).where(eq(registration.id, who.id));
  expect(await writeMessage(db, await posted(who, "given_place"), NOON)).toBeNull();
});
