/** What the mails about swaps say, as the swap stands when they go out. */
import type { Store } from "#db/connection.ts";
import type { DueMail } from "#db/mail.ts";
import { listSwaps } from "#db/swap/board.ts";
import { unlinked } from "#domain/text.ts";
import type { CampFacts, Written } from "#messages/mail-facts.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("mail");

const KINDS = [
  "swap_found",
  "swap_asked",
  "swap_agreed",
  "swap_hidden",
  "swap_expires",
  "swap_done",
] as const;

type OfSwaps = Extract<DueMail, { kind: (typeof KINDS)[number] }>;

export const isOfSwaps = (mail: DueMail): mail is OfSwaps => (KINDS as readonly string[]).includes(mail.kind);

/** Null where somebody who was to be named has been deleted meanwhile, or it took place already. */
export async function writeOfSwaps(
  store: Store,
  mail: OfSwaps,
  { camp, name, page, reason }: CampFacts,
  now: Date,
): Promise<Written | null> {
  const link = `${page}/swaps`;
  const facts = { camp, name, link };
  if (mail.kind === "swap_hidden") return words.swap_hidden({ ...facts, reason });
  if (mail.kind !== "swap_agreed" && mail.kind !== "swap_done") return words[mail.kind](facts);
  const { registrationId, swapId } = mail.facts;
  const swap = (await listSwaps(store, { registrationId }, now)).find(({ id }) => id === swapId);
  if (!swap || swap.contacts.length === 0) return null;
  if (mail.kind === "swap_done")
    return swap.done ? null : words.swap_done({ ...facts, link: `${link}/${swapId}` });
  const contacts = swap.contacts.map(({ name, organisation, email }) =>
    [unlinked(name), unlinked(organisation), email].filter(Boolean).join(", "),
  );
  return words.swap_agreed({ ...facts, contacts });
}
