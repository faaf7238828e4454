import { hash, randomBytes, randomInt, randomUUID } from "node:crypto";
import { uuidv7 } from "#domain/id.ts";
import { TICKET_LENGTH, TICKET_SIGNS } from "#domain/ticket.ts";

/** A UUIDv7 of this moment. */
export function newId(): string {
  return uuidv7(Date.now(), randomBytes(10));
}

/** A UUID that tells nothing of when it was made. */
export const newEntryId = (): string => randomUUID();

/** What somebody tells the others who enter a draw with them: as a ticket's code is said. */
export function newGroupCode(): string {
  return Array.from({ length: TICKET_LENGTH }, () => TICKET_SIGNS[randomInt(TICKET_SIGNS.length)]).join("");
}

/** 32 random bytes, safe in an address. Show it once; keep its hash. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256 in hex. Enough for 256 random bits; short codes need scrypt (db/code.ts). */
export function hashToken(token: string): string {
  return hash("sha256", token);
}

/** Six digits, each equally likely. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}
