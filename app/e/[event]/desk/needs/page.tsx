/** How many need what for the day, without names. */
import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { AccessTable } from "#components/people/access.tsx";
import { readAccessCounts } from "#db/access.ts";
import { database } from "#db/connection.ts";
import { readPeopleCounts } from "#db/people.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";

const words = wordsOf("access");

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "countNeeds");
  return { title: `${words.title} · ${event.name}` };
}

export default async function Needs({ params }: Props) {
  const { event: slug } = await params;
  const { event, may } = await mayAt(slug, "countNeeds");
  const counts = await readAccessCounts(database(), may);
  const { confirmed } = await readPeopleCounts(database(), event.id);
  return (
    <DeskFrame slug={slug} at="needs" title={words.title}>
      <AccessTable counts={counts} places={confirmed} />
    </DeskFrame>
  );
}
