/** `stands` of domain/pitch.ts as a condition, and what merging makes one of several. */
import { and, isNull, sql } from "drizzle-orm";
import { pitch } from "#db/schema/pitch.ts";

export const standing = and(isNull(pitch.withdrawnAt), isNull(pitch.mergedInto))!;

/** The pitch that a pitch is a part of, or itself. */
export const root = sql<string>`coalesce(${pitch.mergedInto}, ${pitch.id})`;
