/** How many need what for the day, without names. */
import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { AccessTable } from "#components/people/access.tsx";
import { BringingPart } from "#components/people/bringing.tsx";
import { OtherNeedsPart } from "#components/people/other-needs.tsx";
import { countCompanions, listBringing, listOtherNeeds, NEEDS_LISTED, readAccessCounts } from "#db/access.ts";
import { database } from "#db/connection.ts";
import { readPeopleCounts } from "#db/people.ts";
import { mayOf } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../frame.tsx";

const words = wordsOf("access");

type Props = {
  params: Promise<{ event: string }>;
  searchParams: Promise<{ along?: string | string[]; other?: string | string[] }>;
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
  const reads = mayOf(crew, "seeNeeds");
  const asked = await searchParams;
  const shown = (part: "along" | "other") => asked[part] !== undefined;
  const base = `/e/${slug}/desk/people`;
  return (
    <DeskFrame slug={slug} at="needs" title={words.title}>
      <AccessTable counts={counts} companions={companions} places={confirmed} reads={reads !== null} />
      {reads && counts.other > 0 ? (
        <OtherNeedsPart
          people={shown("other") ? await listOtherNeeds(database(), reads, new Date()) : null}
          ask={`/e/${slug}/desk/needs?other=shown#other`}
          base={base}
          most={NEEDS_LISTED}
        />
      ) : null}
      {reads && companions.people > 0 ? (
        <BringingPart
          people={shown("along") ? await listBringing(database(), reads, new Date()) : null}
          ask={`/e/${slug}/desk/needs?along=shown`}
          base={base}
          most={NEEDS_LISTED}
        />
      ) : null}
    </DeskFrame>
  );
}
