/** The draft as a spreadsheet, for the crew. */
import { mayAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { sheetOf } from "../../../sheet.ts";
import { readDrafted } from "../../../shown-grid.ts";

export async function GET(request: Request, { params }: { params: Promise<{ event: string }> }) {
  const { event, may } = await mayAt((await params).event, "seeProgramme");
  return sheetOf(request, event, await readDrafted(database(), may));
}
