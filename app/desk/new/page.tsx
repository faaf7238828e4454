import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { viewer } from "#app/viewer.ts";
import { Earlier } from "#components/camp/earlier.tsx";
import { StartForm } from "#components/camp/start.tsx";
import { InstallationDesk } from "#components/desk/installation.tsx";
import { findEarlier, listEarlier } from "#db/clone.ts";
import { database } from "#db/connection.ts";
import type { EventRow } from "#db/event.ts";
import { localAt } from "#domain/time/local.ts";
import { wordsOf } from "#messages/words.ts";
import { startCamp } from "./actions.ts";

const camp = wordsOf("camp");

export const generateMetadata = (): Metadata => ({ title: camp.start.title });

const BEGIN = {
  name: "",
  strapline: "",
  place: "",
  day: "",
  doors: "08:30",
  zone: "Europe/London",
  capacity: "130",
};

type Props = { searchParams: Promise<{ from?: string | string[] }> };

/** All but its date, and the end of its address, which is made anew. */
function beginFrom({ name, strapline, place, zone, capacity, startsAt }: EventRow) {
  const doors = localAt(startsAt.getTime(), zone).time;
  return { name, strapline, place, day: "", doors, zone, capacity: String(capacity) };
}

export default async function NewCamp({ searchParams }: Props) {
  const { person, owner } = await viewer();
  if (!person) redirect("/sign-in");
  if (!owner) notFound();
  const { from } = await searchParams;
  const source = typeof from === "string" ? await findEarlier(database(), owner, from) : null;
  const earlier = await listEarlier(database(), owner);
  return (
    <InstallationDesk email={person.email} owner title={camp.start.title} at="new">
      <p>{camp.start.lede}</p>
      <Earlier camps={earlier} chosen={source?.slug ?? null} />
      {/* Another camp to begin from is another form. */}
      <StartForm
        key={source?.slug}
        action={startCamp}
        begin={source ? beginFrom(source) : BEGIN}
        from={source && { slug: source.slug, name: source.name }}
      />
    </InstallationDesk>
  );
}
