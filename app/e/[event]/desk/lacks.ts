import { cache } from "react";
import { crewOf } from "#app/viewer.ts";
import { listLacks } from "#db/camp-page.ts";
import { database } from "#db/connection.ts";
import type { Lack } from "#domain/camp-page.ts";
import { permits } from "#domain/event.ts";
import { mayOf } from "#domain/viewer.ts";

/**
 * What keeps the tickets of a draft shut, and what is missing of a camp that opened before it was asked for; for whoever
 * may open them and write it. One read per request.
 */
export const lacksAt = cache(async (slug: string): Promise<Lack[]> => {
  const { event, crew } = await crewOf(slug);
  const opens = mayOf(crew, "movePhase", "changeSettings") !== null;
  return opens && permits(event.phase, "set") ? listLacks(database(), event.id) : [];
});
