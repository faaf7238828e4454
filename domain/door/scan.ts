/** What a camera read or a hand scanner typed. */
import { codeIn } from "#domain/ticket.ts";

export type Scanned = { code: string } | "other_camp" | "no_ticket";

/**
 * The code of a ticket or a badge: its whole address, or the code alone. The address may be of any host, because a camp
 * may have moved since it was printed.
 * @param slug of this camp
 */
export function readScan(text: string, slug: string): Scanned {
  const trimmed = text.trim();
  const address = /\/e\/([^/?#]+)\/badge#(.*)$/u.exec(trimmed);
  const code = codeIn(address ? address[2]! : trimmed);
  if (code === null) return "no_ticket";
  return address && address[1] !== slug ? "other_camp" : { code };
}
