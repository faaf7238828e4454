/** Where an address that has registered before is sent. It says the same whoever asks, and names nobody. */
import type { Metadata } from "next";
import { camp } from "#app/viewer.ts";
import { NotOpen } from "#components/registration/not-open.tsx";
import { registration as words } from "#messages/en/registration.ts";
import { day } from "#messages/format.ts";

export const metadata: Metadata = { title: words.phase.already.title, robots: { index: false } };

export default async function Already({ params }: { params: Promise<{ event: string }> }) {
  const { name, slug, place, startsAt, zone } = await camp((await params).event);
  return (
    <NotOpen
      camp={name}
      where={`${place} · ${day(startsAt, { locale: "en-GB", zone })}`}
      slug={slug}
      {...words.phase.already}
      back={{ href: `/e/${slug}/register#email`, label: words.phase.change }}
    />
  );
}
