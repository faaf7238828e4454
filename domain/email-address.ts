/**
 * What is an email address: one rule everywhere. An address is kept as it is compared and sent to: lower case, its
 * domain in ASCII.
 */
import { LONGEST } from "#domain/limits.ts";
import { oneLine } from "#domain/text.ts";

/** What may stand before the @: the pattern of the HTML standard for `type=email`, of 64 signs (RFC 5321). */
const LOCAL = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/;

/** A name of the domain name system in ASCII: labels of up to 63 letters, digits and hyphens, the last no number. */
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Signs that mean something else in a web address, which is what turns a domain into ASCII here. */
const NO_DOMAIN = /[\s\p{Cc}#%/:<>?@[\\\]^|]/u;

/**
 * The address a text is, or null when it is none. A plus and what follows it stays: `a+b@x.org` is not `a@x.org`.
 * A domain in any script becomes its ASCII form (IDNA, UTS 46): `max@müller.de` is `max@xn--mller-kva.de`.
 */
export function emailAddress(text: string): string | null {
  const typed = oneLine(text);
  const at = typed.lastIndexOf("@");
  const local = typed.slice(0, at).toLowerCase();
  const domain = asciiDomain(typed.slice(at + 1));
  if (at < 1 || !LOCAL.test(local) || domain === null) return null;
  const address = `${local}@${domain}`;
  return address.length > LONGEST.email ? null : address;
}

/** A text as addresses are compared by: the address it is, or where it is none the text without capitals and spaces. */
export function sameAddress(text: string): string {
  return emailAddress(text) ?? oneLine(text).toLowerCase();
}

function asciiDomain(domain: string): string | null {
  if (NO_DOMAIN.test(domain) || !URL.canParse(`http://${domain}/`)) return null;
  const ascii = new URL(`http://${domain}/`).hostname;
  return DOMAIN.test(ascii) ? ascii : null;
}

/** Nobody ever has a mailbox under it (RFC 6761, 6.4). */
const NOWHERE = "@no-address.invalid";

/** What stands in for the address of somebody who has none, such as a walk-in: one for each, to which nothing is sent. */
export function standInAddress(registrationId: string): string {
  return `${registrationId}${NOWHERE}`;
}

/** Whether mail can go to an address at all. */
export function isReachable(address: string): boolean {
  return !address.endsWith(NOWHERE);
}

/** An address as people read it: empty where somebody has none. */
export function shownAddress(address: string): string {
  return isReachable(address) ? address : "";
}
