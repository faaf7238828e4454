import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { mayAt } from "#app/viewer.ts";
import { isSettingsPage, type PageId, titleOf } from "#components/camp/contents.tsx";
import { ArchiveBanner, Fixed } from "#components/camp/fixed.tsx";
import { Link } from "#components/ui/link.tsx";
import { database } from "#db/connection.ts";
import { readGrid } from "#db/draft.ts";
import { permits } from "#domain/event.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../../frame.tsx";
import { heardFrom, type SearchParams } from "../../said.ts";
import { answeredOf } from "../answered.ts";
import { OFFERED } from "../offered.tsx";

const words = wordsOf("settingsPages");

type Props = { params: Promise<{ event: string; page: string }>; searchParams: Promise<SearchParams> };

const pageIn = (name: string): PageId => (isSettingsPage(name) ? name : notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event: slug, page } = await params;
  const { event } = await mayAt(slug, "changeSettings");
  return { title: `${titleOf(pageIn(page))} · ${event.name}` };
}

export default async function SettingsOfOnePage({ params, searchParams }: Props) {
  const { event: slug, page: name } = await params;
  const { event, may } = await mayAt(slug, "changeSettings");
  const page = pageIn(name);
  const heard = heardFrom(await searchParams);
  const published = (await readGrid(database(), event.id)) !== null;
  const Parts = OFFERED[page];
  // For how long a camp is kept is changed in the archive too.
  const fixed = page !== "privacy" && !permits(event.phase, "set");
  return (
    <DeskFrame slug={slug} at="settings" title={titleOf(page)}>
      <p>
        <Link href={`/e/${slug}/desk/settings`}>{words.back}</Link>
      </p>
      <ArchiveBanner fixed={fixed} />
      <Fixed fixed={fixed}>
        <Parts
          event={event}
          may={may}
          outcomeOf={(part) => ({ answered: answeredOf(heard, part, published), at: heard?.at ?? "" })}
        />
      </Fixed>
    </DeskFrame>
  );
}
