import { camp } from "../camp.ts";
import { equality } from "../equality.ts";
import { release } from "../release.ts";
import { room } from "../room.ts";
import { settingsPages } from "../settings-pages.ts";
import { settingsTable } from "../settings-table.ts";
import { terms } from "../terms.ts";

export const campWords = { camp, equality, release, room, settingsPages, settingsTable, terms };
