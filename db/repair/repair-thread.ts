import { AskedThread } from "#db/asked-thread.ts";
import type { RepairQuestion } from "#db/repair/asking.ts";
import type { Repair } from "#domain/repair/options.ts";

/** One thread for all who repair a day at this server. */
export class RepairThread extends AskedThread<RepairQuestion, Repair[]> {
  constructor() {
    super({ program: new URL("./thread.ts", import.meta.url), about: "a repair" });
  }
}
