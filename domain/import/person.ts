/** People who come with ballots: known by what the file calls them, and never written to. */
import { tidy } from "#domain/import/text.ts";

/** Nothing at this domain can ever receive mail (RFC 2606). */
export const NOWHERE = "import.invalid";

/**
 * A name as it tells one person from another: composed, spaces and case aside (Unicode's full case folding differs
 * for a final sigma only). Every mark counts: Zoë is not Zoe, किरण is not करण.
 */
export function personKey(name: string): string {
  return tidy(name).toLowerCase().replaceAll("ς", "σ");
}

/**
 * The address under which an imported person is kept, the same in every file. Even a real address becomes one of
 * ours: whoever once filled in a form has not asked this camp for mail.
 */
export function placeholderAddress(person: string): string {
  const local = personKey(person).replace(/[^a-z0-9]/gu, (sign) =>
    sign === " " ? "." : `-${sign.codePointAt(0)!.toString(16)}-`,
  );
  return `${local}@${NOWHERE}`;
}

/** Whether a text is a mere key, such as `2` or `S-014`, and no name or title. */
export function isKey(text: string): boolean {
  return /^[\p{L}\d_.-]{1,20}$/u.test(text) && /\d/.test(text);
}
