import type { DueMail } from "#db/mail.ts";
import type { Told } from "#domain/mail-facts.ts";
import { unlinked } from "#domain/text.ts";
import { env } from "#env.ts";
import type { Written } from "#messages/mail-facts.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("mail");

const KINDS = [
  ...(["passkey_added", "passkey_removed", "passkey_refused"] as const),
  ...(["passkeys_reset", "passkeys_required", "passkeys_freed"] as const),
] satisfies Told["kind"][];

type OfPasskeys = Extract<DueMail, { kind: (typeof KINDS)[number] }>;

export function isOfPasskeys(mail: DueMail): mail is OfPasskeys {
  return (KINDS as readonly string[]).includes(mail.kind);
}

export function writeOfPasskeys(mail: OfPasskeys): Written {
  const link = `${env().ORIGIN}/sign-in/passkeys`;
  switch (mail.kind) {
    case "passkeys_freed":
      return words.passkeys_freed(mail.facts);
    case "passkeys_required":
    case "passkeys_reset":
      return words[mail.kind]({ ...mail.facts, link });
    default:
      return words[mail.kind]({ name: unlinked(mail.facts.name), link });
  }
}
