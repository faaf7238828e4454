/** All that somebody wrote up, as a file to be put where they work. Not found for whoever holds no place, and wrote nothing. */
import { notFound } from "next/navigation";
import { camp, viewer } from "#app/viewer.ts";
import { placeOf } from "#components/event/place.ts";
import { copiedFrom, pageAround } from "#components/write-up/copied.ts";
import { database } from "#db/connection.ts";
import { listOwnWriteUps } from "#db/write-up.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const { copy: words } = wordsOf("writeUp");

type Params = { params: Promise<{ event: string; as: string }> };

export async function GET(_request: Request, { params }: Params) {
  const { event: slug, as } = await params;
  const event = await camp(slug);
  const { attendee } = await viewer(event.id);
  if (!attendee || (as !== "text" && as !== "html")) notFound();
  const own = await listOwnWriteUps(database(), attendee);
  if (own.length === 0) notFound();
  const { text, html } = copiedFrom(event.name, own, placeOf(event));
  const body = as === "text" ? text : pageAround(html, words.heading(event.name), readerLocale());
  const name = `${words.file(slug)}.${as === "text" ? "txt" : "html"}`;
  return new Response(body, {
    headers: {
      "content-type": `text/${as === "text" ? "plain" : "html"}; charset=utf-8`,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
}
