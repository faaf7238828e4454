/** The door as an app of its own on a phone: it begins at this camp's door, and stays there. */
import { mayAt } from "#app/viewer.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("door");

export async function GET(_request: Request, { params }: { params: Promise<{ event: string }> }) {
  const { event } = await mayAt((await params).event, "checkIn");
  const door = `/e/${event.slug}/door`;
  const dark = "#141310";
  return Response.json(
    {
      name: `${words.title} · ${event.name}`,
      short_name: words.title,
      ...{ id: door, start_url: door, scope: door, display: "standalone" },
      ...{ background_color: dark, theme_color: dark },
      icons: [
        { src: "/icons/icon.svg", sizes: "any", type: "image/svg+xml" },
        { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
        { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png" },
      ],
    },
    { headers: { "content-type": "application/manifest+json", "cache-control": "private, no-store" } },
  );
}
