import { createHash } from "node:crypto";

/** What stands on somebody's badge. */
type Stands = { name: string; organisation: string; photos: boolean; ticketCode: string };

/** A fingerprint of what stands on a badge: another one, and it is to be printed anew. 32 hexadecimal digits. */
export function badgeMark({ name, organisation, photos, ticketCode }: Stands): string {
  const text = JSON.stringify([name, organisation, photos, ticketCode]);
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
