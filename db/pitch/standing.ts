/** The one condition for pitches that stand; `stands` in domain/pitch.ts is the same for what was read. */
import { isNull } from "drizzle-orm";
import { pitch } from "#db/schema/pitch.ts";

export const standing = isNull(pitch.withdrawnAt);
