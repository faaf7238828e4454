/** What people answered to the equality questions, as counts of five or more. */
import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { EqualityTables } from "#components/equality/counts.tsx";
import { database } from "#db/connection.ts";
import { readEqualityCounts } from "#db/equality/counts.ts";
import { readKeepDays } from "#db/purge/setting.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../../frame.tsx";

const words = wordsOf("equality");

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await mayAt((await params).event, "changeSettings");
  return { title: `${words.title} · ${event.name}` };
}

export default async function EqualityPage({ params }: Props) {
  const { event: slug } = await params;
  const { may } = await mayAt(slug, "changeSettings");
  return (
    <DeskFrame slug={slug} at="people" title={words.title}>
      <EqualityTables
        counts={await readEqualityCounts(database(), may, new Date())}
        keepDays={await readKeepDays(database(), may)}
        settings={`/e/${slug}/desk/settings/equality`}
      />
    </DeskFrame>
  );
}
