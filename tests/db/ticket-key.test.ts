/** The keys of tickets, and what a phone at the door tells by them. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { isGenuine } from "#components/door/signature.ts";
import type { Database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { ticketKey } from "#db/schema/ticket-key.ts";
import { readTicketAddress } from "#db/ticket-address.ts";
import { makeTicketKey, readTicketKey, ticketSigner } from "#db/ticket-key.ts";
import { readScan } from "#domain/door/scan.ts";
import { TICKET_LENGTH, TICKET_SIGNS } from "#domain/ticket.ts";
import { freshDatabase } from "#tests/support/database.ts";

let db: Database;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});

const codes = fc.string({
  unit: fc.constantFrom(...TICKET_SIGNS),
  minLength: TICKET_LENGTH,
  maxLength: TICKET_LENGTH,
});

describe("the keys of tickets", () => {
  it("are made once, however many processes start at once, and until then nothing is signed", async () => {
    await db.delete(ticketKey);
    expect(await readTicketKey(db)).toBeNull();
    expect((await ticketSigner(db))(newId(), "KWT4H7")).toBe("");
    await Promise.all(Array.from({ length: 8 }, () => makeTicketKey(db)));
    const first = await readTicketKey(db);
    await makeTicketKey(db);
    expect(await readTicketKey(db)).toBe(first);
    expect(await db.$count(ticketKey)).toBe(1);
  });

  it("tell a ticket of the camp from one of another, of another code, and from a guess", async () => {
    await makeTicketKey(db);
    const publicKey = (await readTicketKey(db))!;
    const signed = await ticketSigner(db);
    const [eventId, other] = [newId(), newId()];
    const key = { eventId, publicKey };
    await fc.assert(
      fc.asyncProperty(codes, codes, fc.base64String(), async (code, guess, made) => {
        const signature = signed(eventId, code);
        expect(await isGenuine(key, { code, signature })).toBe(true);
        expect(await isGenuine(key, { code: guess, signature })).toBe(guess === code);
        expect(await isGenuine({ ...key, eventId: other }, { code, signature })).toBe(false);
        expect(await isGenuine(key, { code, signature: made })).toBe(false);
        expect(await isGenuine(key, { code, signature: `${signature}A` })).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  it("stand in what the QR code of a ticket says, and are read back from it", async () => {
    await makeTicketKey(db);
    const camp = { id: newId(), slug: "canal" };
    const shown = await readTicketAddress(db, "https://camps.example", camp, "KWT4H7");
    const read = readScan(shown, "canal");
    if (typeof read === "string") throw new Error(read);
    expect(read.code).toBe("KWT4H7");
    // Small enough for a square that a phone reads from a badge.
    expect(shown.length).toBeLessThan(150);
    const key = { eventId: camp.id, publicKey: (await readTicketKey(db))! };
    expect(await isGenuine(key, read)).toBe(true);
  });
});
