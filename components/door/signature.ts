/** Whether a ticket is ours, without a network: by the public key that came with the list. */
import type { TicketKey } from "#domain/door/news.ts";
import { type SignedCode, signedText } from "#domain/ticket.ts";

const CURVE = { name: "ECDSA", namedCurve: "P-256" } as const;
const WAY = { name: "ECDSA", hash: "SHA-256" } as const;

/** Null where this browser cannot tell (it verifies nothing where the page came without https). */
export async function isGenuine(
  { eventId, publicKey }: TicketKey,
  { code, signature }: SignedCode,
): Promise<boolean | null> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return null;
  try {
    const key = await subtle.importKey("raw", bytesOf(publicKey), CURVE, false, ["verify"]);
    const text = new TextEncoder().encode(signedText(eventId, code));
    return await subtle.verify(WAY, key, bytesOf(signature), text);
  } catch {
    return false;
  }
}

/** @throws for what is no base64url */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
