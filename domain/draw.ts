/**
 * The draw: an order of entries that anybody can work out again from a public number. After the idea of RFC 3797, with
 * SHA-256 in place of MD5: what is drawn from is published as a hash before the number exists.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

const hash = (text: string) => bytesToHex(sha256(utf8ToBytes(text)));

/** What is published when the entries close: the hash of all lines (`lineOf`), sorted. @returns 64 hex digits */
export function listHash(lines: readonly string[]): string {
  return hash([...lines].sort().join("\n"));
}

/** What decides a turn: smaller is sooner. @param name of an entry or a group @returns 64 hex digits */
export function drawKey(seed: string, name: string): string {
  return hash(`${seed}\n${name}`);
}

/** Behind an entry whose group may be divided, as far as it is concerned. */
const DIVIDES = "divide";

/** An entry as it is published: its id, behind it that of the group it is in, and whether it lets that be divided. */
export function lineOf(entry: string, group: string | null, divides = false): string {
  return group === null ? entry : `${entry} ${group}${divides ? ` ${DIVIDES}` : ""}`;
}

/** The id of the entry of a line. */
export function entryOf(line: string): string {
  return line.split(" ")[0]!;
}

/**
 * The order of a draw: by `drawKey`, ascending, of the entry, and of the group where it is in one. So a group has one
 * chance as anybody has, however many they are, and its people stand together; among themselves by their own keys.
 * @param seed the public number as it was typed (`seedOf`)
 * @param lines of opaque ids, in any order
 */
export function drawOrder(seed: string, lines: readonly string[]): string[] {
  return lines
    .map((line) => {
      const [entry = "", group = entry] = line.split(" ");
      return { line, key: drawKey(seed, group) + drawKey(seed, entry) };
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ line }) => line);
}

/** The public number as everybody must type it: composed, without spaces at its ends, and one wherever there are any. */
export function seedOf(typed: string): string {
  return typed.normalize("NFC").trim().replace(/\s+/gu, " ");
}
