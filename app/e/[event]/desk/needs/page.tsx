/** How many need what for the day, without names. */
import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { AccessTable } from "#components/people/access.tsx";
import { BringingPart } from "#components/people/bringing.tsx";
import { BRINGING_LISTED, countCompanions, listBringing, readAccessCounts } from "#db/access.ts";
import { database } from "#db/connection.ts";
import { readPeopleCounts } from "#db/people.ts";
import { mayOf } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";

const words = wordsOf("access");

type Props = {
  params: Promise<{ event: string }>;
  searchParams: Promise<{ along?: string | string[] }>;
};

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "countNeeds");
  return { title: `${words.title} · ${event.name}` };
}

export default async function Needs({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event, crew, may } = await mayAt(slug, "countNeeds");
  const counts = await readAccessCounts(database(), may);
  const { confirmed } = await readPeopleCounts(database(), event.id);
  const companions = await countCompanions(database(), event.id);
  const reads = companions.people > 0 ? mayOf(crew, "seeNeeds") : null;
  const asked = (await searchParams).along !== undefined;
  return (
    <DeskFrame slug={slug} at="needs" title={words.title}>
      <AccessTable counts={counts} companions={companions} places={confirmed} />
      {reads ? (
        <BringingPart
          people={asked ? await listBringing(database(), reads, new Date()) : null}
          ask={`/e/${slug}/desk/needs?along=shown`}
          base={`/e/${slug}/desk/people`}
          most={BRINGING_LISTED}
        />
      ) : null}
    </DeskFrame>
  );
}
