import { AskedThread } from "#db/asked-thread.ts";
import type { ImportAnswers, ImportDesk, ImportQuestion } from "#db/import/asking.ts";
import type { ImportProgress, TellProgress } from "#domain/import/progress.ts";

const PROGRAM = new URL("./thread.ts", import.meta.url);

/** One thread for all who import at this server. What is being written as it ends is not there at all. */
export class ImportThread
  extends AskedThread<ImportQuestion, ImportAnswers[ImportQuestion["ask"]], ImportProgress>
  implements ImportDesk
{
  /** @param url where the database is */
  constructor(url: string) {
    super({ program: PROGRAM, data: { url }, about: "an import" });
  }

  override ask<Q extends ImportQuestion>(question: Q, tell: TellProgress): Promise<ImportAnswers[Q["ask"]]> {
    return super.ask(question, tell) as Promise<ImportAnswers[Q["ask"]]>;
  }
}
