/**
 * The draw: an order of entries that anybody can work out again from a public number. After the idea of RFC 3797, with
 * SHA-256 in place of MD5: what is drawn from is published as a hash before the number exists.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

const hash = (text: string) => bytesToHex(sha256(utf8ToBytes(text)));

/** What is published when the entries close: the hash of all entry ids, sorted, one on each line. @returns 64 hex digits */
export function listHash(entries: readonly string[]): string {
  return hash([...entries].sort().join("\n"));
}

/** What decides an entry's turn: smaller is sooner. @returns 64 hex digits */
export function drawKey(seed: string, entry: string): string {
  return hash(`${seed}\n${entry}`);
}

/**
 * The order of a draw: by `drawKey`, ascending.
 * @param seed the public number as it was typed (`seedOf`)
 * @param entries opaque ids, in any order
 */
export function drawOrder(seed: string, entries: readonly string[]): string[] {
  return entries
    .map((entry) => ({ entry, key: drawKey(seed, entry) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ entry }) => entry);
}

/** The public number as everybody must type it: composed, without spaces at its ends, and one wherever there are any. */
export function seedOf(typed: string): string {
  return typed.normalize("NFC").trim().replace(/\s+/gu, " ");
}
