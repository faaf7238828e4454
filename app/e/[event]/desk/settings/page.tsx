import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { Contents } from "#components/camp/contents.tsx";
import { ArchiveBanner } from "#components/camp/fixed.tsx";
import { FollowPart } from "#components/camp/follow-part.tsx";
import { Said } from "#components/desk/said.tsx";
import { permits } from "#domain/event.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";
import { heardFrom, type SearchParams } from "../said.ts";
import { begunAs } from "./answered.ts";
import { linesOf } from "./lines.ts";

const { title } = wordsOf("camp").settings;
const words = wordsOf("settingsPages");

type Props = { params: Promise<{ event: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "changeSettings");
  return { title: `${title} · ${event.name}` };
}

export default async function SettingsPage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, may } = await mayAt(slug, "changeSettings");
  const heard = heardFrom(await searchParams);
  return (
    <DeskFrame slug={slug} at="settings" title={title}>
      <ArchiveBanner fixed={!permits(event.phase, "set")} />
      <Said answered={begunAs(heard)} at={heard?.at ?? ""} />
      <FollowPart at={`/e/${slug}/desk/settings`} />
      <p>{words.intro}</p>
      <Contents at={`/e/${slug}/desk`} lines={await linesOf(event, may)} />
    </DeskFrame>
  );
}
