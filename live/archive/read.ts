import { readPublicCamp } from "#db/archive/public.ts";
import type { Database } from "#db/connection.ts";
import { packed } from "#domain/archive/packed.ts";
import { type Archive, archiveOf } from "#domain/archive.ts";
import type { EventView } from "#domain/event.ts";
import { markdownText } from "#domain/markdown-text.ts";
import { filesOf } from "#live/archive/files.ts";
import { writePage } from "#messages/camp-page.ts";
import { inLanguage } from "#messages/words.ts";

/** A camp in one file, in the camp's language whoever asks: the same for everybody. */
export type Export = { archive: Archive; files: number; zip: Uint8Array };

/** @param camp which everybody may see @param origin of this installation, as `https://camps.example.org` */
export async function exportCamp(
  db: Database,
  { id, locale }: Pick<EventView, "id" | "locale">,
  origin: string,
): Promise<Export> {
  return inLanguage(locale, async () => {
    const seen = await readPublicCamp(db, id, (page, body, camp) =>
      markdownText(writePage(page, body, camp)),
    );
    const archive = archiveOf(seen);
    const files = filesOf(archive, seen.event, origin);
    return { archive, files: Object.keys(files).length, zip: packed(files) };
  });
}
