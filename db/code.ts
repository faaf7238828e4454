/** Six-digit codes are kept as scrypt hashes, because a million guesses are few (RFC 7914; OWASP ASVS 5, 6.5.2). */
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number }, Buffer>(scrypt);
const COST = { N: 2 ** 14, r: 8, p: 1 };
const LENGTH = 32;

/** As `salt.hash` in hex. */
export async function hashCode(code: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(code, salt, LENGTH, COST);
  return `${salt.toString("hex")}.${hash.toString("hex")}`;
}

/** Takes the same time for a wrong code, and also where there is none. */
export async function isCode(code: string, hashed: string | null): Promise<boolean> {
  const [salt = "", hash = ""] = hashed?.split(".") ?? [];
  const derived = await derive(code, Buffer.from(salt, "hex"), LENGTH, COST);
  const kept = Buffer.from(hash, "hex");
  return kept.length === LENGTH && timingSafeEqual(derived, kept);
}
