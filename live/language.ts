/** In which language a request is answered: that of the camp it asks about, else that of the installation. */
import type { IncomingMessage } from "node:http";
import type { EventView } from "#domain/event.ts";
import { slugIn } from "#domain/slug.ts";
import { inLanguage, languages } from "#messages/words.ts";

/**
 * Does the work in the language of the request. With one language it is done at once.
 *
 * @param camps finds a camp by the name in its address; while it cannot, the installation's language is spoken
 */
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
