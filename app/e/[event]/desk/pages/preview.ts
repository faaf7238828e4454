/** A page as everybody would read it. */
import type { PagePreview } from "#components/camp-page/form.tsx";
import { database } from "#db/connection.ts";
import { readKeepDays } from "#db/purge/setting.ts";
import { type CampPage, FACTS_OF_PAGES } from "#domain/camp-page.ts";
import type { EventView } from "#domain/event.ts";
import { deadLinksIn } from "#domain/markdown.ts";
import { writePage } from "#messages/camp-page.ts";

export async function previewOf(event: EventView, page: CampPage, body: string): Promise<PagePreview> {
  const keepDays = await readKeepDays(database(), { eventId: event.id });
  return { blocks: writePage(page, body, { ...event, keepDays }), dead: deadLinksIn(body) };
}

export const allBraced = () => FACTS_OF_PAGES.map((name) => `{${name}}`).join(", ");
