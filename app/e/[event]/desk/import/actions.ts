"use server";
/** The actions of the import page: once answered as a whole, and once told while it goes on, for whoever has a script. */
import { actAt } from "#app/viewer.ts";
import type { ImportNews, ImportState } from "#domain/import/state.ts";
import { wordsOf } from "#messages/words.ts";
import { stayAt, stepOf } from "./steps.ts";

const words = wordsOf("refusal");

/** Shows what a file would do, shows it again as read otherwise, or does what was shown. */
export async function importSheet(slug: string, before: ImportState, sent: FormData): Promise<ImportState> {
  const asker = await actAt(slug, "importSheets");
  return asker.ok ? stepOf(asker.value, before, sent, () => {}) : stayAt(before, words[asker.refusal]);
}

/** The same, told from its first moment. What was begun goes on when nobody listens any more. */
export async function watchImport(
  slug: string,
  before: ImportState,
  sent: FormData,
): Promise<ReadableStream<ImportNews>> {
  const asker = await actAt(slug, "importSheets");
  return new ReadableStream<ImportNews>({
    async start(listener) {
      let gone = false;
      const tell = (news: ImportNews) => {
        try {
          if (!gone) listener.enqueue(news);
        } catch {
          gone = true;
        }
      };
      const state = asker.ok
        ? await stepOf(asker.value, before, sent, (progress) => tell({ progress }))
        : stayAt(before, words[asker.refusal]);
      tell({ state });
      if (!gone) listener.close();
    },
  });
}
