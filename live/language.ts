import type { IncomingMessage } from "node:http";
import type { EventView } from "#domain/event.ts";
import { slugIn } from "#domain/slug.ts";
import { type Known, whenKnown } from "#live/known.ts";
import { inLanguage, languages } from "#messages/words.ts";

/** Answers in the language of the camp in the address, or of the installation, also while the camp cannot be read. */
export function answerInLanguage(
  request: IncomingMessage,
  camps: (slug: string) => Known<EventView | null>,
  work: () => void,
): void {
  const slug = slugIn(request.url ?? "");
  const camp = slug && languages().length > 1 ? camps(slug) : null;
  void whenKnown(camp instanceof Promise ? camp.catch(() => null) : camp, (found) =>
    inLanguage(found?.locale ?? "", work),
  );
}
