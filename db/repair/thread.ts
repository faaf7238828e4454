/** The thread behind `RepairThread`: it thinks, and knows no database. */
import { answerAll } from "#db/answering.ts";
import type { RepairQuestion } from "#db/repair/asking.ts";
import { type Repair, repairsOf } from "#domain/repair/options.ts";

answerAll<RepairQuestion, Repair[]>(({ asked, trouble }) => repairsOf(asked, trouble));
