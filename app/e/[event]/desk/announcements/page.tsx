import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { Announce, Announced, Most } from "#components/desk/announcements.tsx";
import { type Answered, Said } from "#components/desk/said.tsx";
import { readAnnouncedToday } from "#db/announcement.ts";
import { database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { mayOf } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";
import { type Heard, heardFrom, type SearchParams } from "../said.ts";
import { limit, say, takeBack } from "./actions.ts";

const words = wordsOf("announcementsDesk");

type Props = { params: Promise<{ event: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "announce");
  return { title: `${words.title} · ${event.name}` };
}

export default async function Announcements({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, crew } = await mayAt(slug, "announce");
  const heard = heardFrom(await searchParams);
  const now = new Date();
  const { today, most } = await readAnnouncedToday(database(), event, now);
  return (
    <DeskFrame slug={slug} at="announcements" title={words.title}>
      <Said answered={heard && answeredOf(heard)} at={heard?.at ?? ""} />
      <p>{words.lede}</p>
      <Announce freshId={newId()} today={today} most={most} action={say.bind(null, slug)} />
      <Announced now={now.getTime()} takeBack={takeBack.bind(null, slug)} />
      {mayOf(crew, "changeSettings") ? <Most most={most} action={limit.bind(null, slug)} /> : null}
    </DeskFrame>
  );
}

function answeredOf({ code }: Heard): Answered | null {
  if (code === "announced") return { title: words.said, next: words.saidNext };
  if (code === "taken-back") return { title: words.takenBack, next: words.takenBackNext };
  return code === "limited" ? { title: words.saved } : null;
}
