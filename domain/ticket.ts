/** What somebody shows or says at the entrance: a first name, and a short code that only tells who they are. */

/** Neither the eye nor the ear takes one of these for another, and hardly a word can be made of them. */
export const TICKET_SIGNS = "FHJKMQRTWXY4679";

/** Eleven million codes in every camp. */
export const TICKET_LENGTH = 6;

/** How many light squares stand around a QR code (ISO/IEC 18004), and how much of it may be damaged. */
export const TICKET_QR = { border: 4, ecc: "M" } as const;

const HALF = TICKET_LENGTH / 2;

/** A code as it is printed and read out: in two halves, "KWT 4H7"; empty where there is none. */
export function saidCode(code: string): string {
  return code === "" ? "" : `${code.slice(0, HALF)} ${code.slice(HALF)}`;
}

const WHOLE = new RegExp(`^[${TICKET_SIGNS}]{${TICKET_LENGTH}}$`);

/** The code that somebody says or types, with gaps or hyphens and in either case; null where it is none. */
export function codeIn(said: string): string | null {
  const code = said.replace(/[\s-]+/gu, "").toUpperCase();
  return WHOLE.test(code) ? code : null;
}

/**
 * What the QR code of a ticket and of a badge opens: the way in with its code. Never the private page: a ticket is held
 * up in a queue. After the `#`, where no server and no log sees it. @param signature of `signedText`, in base64url; empty
 * where there is none
 */
export function ticketAddress(origin: string, slug: string, code: string, signature: string): string {
  return `${origin}/e/${slug}/badge#${code}${signature === "" ? "" : `.${signature}`}`;
}

/** What the signature of a ticket says: whose camp it is for, and the code on it. */
export const signedText = (eventId: string, code: string): string => `wallchart ticket ${eventId} ${code}`;

/** A code and its signature, empty on what was printed before there were any, or typed. */
export type SignedCode = { code: string; signature: string };

/** What stands behind the `#` of such an address, or a code alone; null where it is neither. */
export function signedCodeIn(said: string): SignedCode | null {
  const [before = "", signature = ""] = said.split(/\.(.*)/su);
  const code = codeIn(before);
  return code === null ? null : { code, signature };
}

const TITLES = ["dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "sir", "dame", "rev", "cllr"];

/** What somebody is called by: the first word of their name that is no title. */
export function firstNameOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  return words.find((word) => !TITLES.includes(word.toLowerCase().replace(/\.$/, ""))) ?? words[0]!;
}

/** The page of a ticket that a phone keeps, and whether the phone acted for its owner as it was kept. */
export type KeptTicket = { owner: string; held: boolean };

/**
 * Whether a phone was handed on since it kept a ticket: it acts for somebody else, or for nobody where it acted for
 * its owner. @param holder the registration it acts for now, or null
 */
export function isHandedOn({ owner, held }: KeptTicket, holder: string | null): boolean {
  return holder !== owner && (holder !== null || held);
}
