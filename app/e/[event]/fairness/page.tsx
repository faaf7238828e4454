/** How fairly a camp went, in counts. The same for everybody (live/shared-page.ts). */
import type { Metadata } from "next";
import { camp } from "#app/viewer.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import { Fairness } from "#components/fairness/fairness.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { readFairness } from "#db/fairness.ts";
import { listDraws } from "#db/release/draw.ts";
import { wentBy } from "#domain/event.ts";
import { shownFairness } from "#domain/fairness.ts";
import { wordsOf } from "#messages/words.ts";
import type { CampProps } from "../title.ts";

const words = wordsOf("fairness");

export async function generateMetadata({ params }: CampProps): Promise<Metadata> {
  return { title: `${words.title} · ${(await camp((await params).event)).name}` };
}

export default async function Page({ params }: CampProps) {
  const { id, slug, name, phase, day, startsAt } = await camp((await params).event);
  const db = database();
  const over = wentBy(phase);
  const sums = over ? await readFairness(db, { id, day, startsAt: new Date(startsAt) }) : null;
  return (
    <Phone camp={name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current={null} />}>
      <Fairness
        slug={slug}
        shown={sums ? shownFairness(sums) : "early"}
        draws={over ? await listDraws(db, id) : []}
      />
    </Phone>
  );
}
