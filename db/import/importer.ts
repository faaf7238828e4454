import type { Entry } from "#db/audit.ts";

export type Importer = { eventId: string } & Pick<Entry, "actor" | "actorId">;
