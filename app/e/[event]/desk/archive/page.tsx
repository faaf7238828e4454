/** The public camp in one file: what is in it, what is not, and where to get it. */
import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { KeepCamp } from "#components/camp/keep.tsx";
import { Link } from "#components/ui/link.tsx";
import { isArchivable } from "#domain/archive.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";

const pages = wordsOf("settingsPages");
const words = wordsOf("archive").desk;

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "changeSettings");
  return { title: `${words.title} · ${event.name}` };
}

export default async function ArchivePage({ params }: Props) {
  const { event: slug } = await params;
  const { event } = await mayAt(slug, "changeSettings");
  return (
    <DeskFrame slug={slug} at="settings" title={words.title}>
      <p>
        <Link href={`/e/${slug}/desk/settings`}>{pages.back}</Link>
      </p>
      <KeepCamp slug={slug} ready={isArchivable(event)} />
    </DeskFrame>
  );
}
