import type { IncomingMessage } from "node:http";
import type { EventView } from "#domain/event.ts";
import { slugIn } from "#domain/slug.ts";
import { inLanguage, languages } from "#messages/words.ts";

/** Answers in the language of the camp in the address, or of the installation, also while the camp cannot be read. */
export function answerInLanguage(
  request: IncomingMessage,
  camps: (slug: string) => Promise<EventView | null>,
  work: () => void,
): void {
  const slug = slugIn(request.url ?? "");
  if (!slug || languages().length === 1) inLanguage("", work);
  else
    camps(slug)
      .catch(() => null)
      .then((camp) => inLanguage(camp?.locale ?? "", work));
}
