/** What is held of whoever reads this private page, as a file. Not found before the address is proven. */
import { notFound } from "next/navigation";
import { database } from "#db/connection.ts";
import { readPersonalData } from "#db/personal-data.ts";
import { wordsOf } from "#messages/words.ts";
import { fileOf } from "./file.ts";

const words = wordsOf("privacy");

type Params = { params: Promise<{ event: string; token: string }> };

export async function GET(_request: Request, { params }: Params) {
  const { event, token } = await params;
  const data = await readPersonalData(database(), token, new Date());
  if (!data || data.slug !== event) notFound();
  return new Response(fileOf(data), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${words.file.name(event)}"`,
      "cache-control": "private, no-store",
    },
  });
}
