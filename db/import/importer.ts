import type { Entry } from "#db/audit.ts";

/** Who imports into which camp, as the audit log names them. */
export type Importer = { eventId: string } & Pick<Entry, "actor" | "actorId">;
