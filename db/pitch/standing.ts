/** `stands` of domain/pitch.ts as a condition. */
import { isNull } from "drizzle-orm";
import { pitch } from "#db/schema/pitch.ts";

export const standing = isNull(pitch.withdrawnAt);
