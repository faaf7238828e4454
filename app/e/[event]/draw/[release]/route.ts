/** The entries of a draw as plain text, one on each line: sorted until it is made, and then in its order. */
import { camp } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { readDrawList } from "#db/release/draw.ts";
import { isId } from "#domain/id.ts";

type Props = { params: Promise<{ event: string; release: string }> };

export async function GET(_request: Request, { params }: Props) {
  const { event: slug, release } = await params;
  const event = await camp(slug);
  const entries = isId(release) ? await readDrawList(database(), event.id, release) : null;
  if (!entries) return new Response(null, { status: 404 });
  return new Response(`${entries.join("\n")}\n`, {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-cache" },
  });
}
