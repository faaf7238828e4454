/** The published grid as a spreadsheet, for everybody. */
import { notFound } from "next/navigation";
import { camp } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { sheetOf } from "../../sheet.ts";
import { readPublished } from "../../shown-grid.ts";

export async function GET(request: Request, { params }: { params: Promise<{ event: string }> }) {
  const event = await camp((await params).event);
  const shown = await readPublished(database(), event.id);
  return shown ? sheetOf(request, event, shown) : notFound();
}
