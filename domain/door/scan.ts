/** What a camera read or a hand scanner typed. */
import { type SignedCode, signedCodeIn } from "#domain/ticket.ts";

export type Scanned = SignedCode | "other_camp" | "no_ticket";

/** A scanner that types for an American keyboard says a pound sign on a British one. */
const ADDRESS = /\/e\/([^/?#£]+)\/badge[#£](.*)$/u;

/**
 * The code of a ticket or a badge: its whole address, or the code alone. The address may be of any host, because a camp
 * may have moved since it was printed.
 * @param slug of this camp
 */
export function readScan(text: string, slug: string): Scanned {
  const trimmed = text.trim();
  const address = ADDRESS.exec(trimmed);
  const read = signedCodeIn(address ? address[2]! : trimmed);
  if (read === null) return "no_ticket";
  return address && address[1] !== slug ? "other_camp" : read;
}
