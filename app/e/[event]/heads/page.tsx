import { notFound } from "next/navigation";
import { camp, viewer } from "#app/viewer.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import { HeadsPage } from "#components/heads/heads.tsx";
import { database } from "#db/connection.ts";
import { counterId, countingAs } from "#db/heads.ts";
import { listMyPitches } from "#db/pitch.ts";
import { readSnapshot } from "#db/snapshot.ts";
import { audienceFor } from "#domain/live/audience.ts";
import { mayOf } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";
import type { CampProps } from "../title.ts";
import { countThem } from "./actions.ts";

const words = wordsOf("heads");
const pitches = wordsOf("pitch");

export const generateMetadata = () => ({ title: words.title, robots: { index: false } });

/** Heads at the door, for whoever runs the day and for hosts in their own sessions. Not yours is not found. */
export default async function Page({ params }: CampProps) {
  const { event: slug } = await params;
  const event = await camp(slug);
  const asker = await viewer(event.id);
  const who = countingAs(asker);
  if (!who) notFound();
  const db = database();
  const [first, mine] = await Promise.all([
    readSnapshot(db, event.id, audienceFor("phone", asker) ?? "public", pitches.hidden),
    "host" in who ? listMyPitches(db, who.host) : null,
  ]);
  const crew = "crew" in who;
  return (
    <HeadsPage
      first={first}
      counter={counterId(who)}
      crew={crew}
      hosted={mine && [...new Set(mine.map(({ id, mergedInto }) => mergedInto?.id ?? id))]}
      repairs={mayOf(asker.crew, "arrange", "publish") !== null}
      served={new Date().toISOString()}
      action={countThem.bind(null, slug)}
      tabs={<CampTabs slug={slug} current="now" />}
    >
      <p>
        <a href={crew ? `/e/${slug}/desk` : `/e/${slug}/me`}>{crew ? words.toDesk : words.toMe}</a>
      </p>
    </HeadsPage>
  );
}
