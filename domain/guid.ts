/** Names for other programs that are the same in every place and at every time. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A key as a UUID: itself where it is one, else made of it and nothing else (RFC 9562, version 8). */
export function guidOf(key: string): string {
  if (UUID.test(key)) return key;
  const hex = bytesToHex(sha256(utf8ToBytes(key)));
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
