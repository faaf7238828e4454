/** People who come with ballots: known by what the file calls them, and never written to. */
import { same } from "#domain/import/text.ts";

/** Nothing at this domain can ever receive mail (RFC 2606). */
export const NOWHERE = "import.invalid";

/**
 * The address under which an imported person is kept. The same person in another file gets the same one. Even a
 * real address becomes one of ours: whoever once filled in a form has not asked this camp for mail.
 */
export function placeholderAddress(person: string): string {
  const local = same(person)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]/g, (sign) => (sign === " " ? "." : `-${sign.codePointAt(0)!.toString(16)}-`));
  return `${local}@${NOWHERE}`;
}

/** Whether a text is a mere key, such as `2` or `S-014`, and no name or title. */
export function isKey(text: string): boolean {
  return /^[\p{L}\d_.-]{1,20}$/u.test(text) && /\d/.test(text);
}
