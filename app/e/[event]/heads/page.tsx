import { notFound } from "next/navigation";
import { camp, viewer } from "#app/viewer.ts";
import { CampTabs } from "#components/event/tabs.tsx";
import type { Countable } from "#components/heads/counter.tsx";
import { Heads } from "#components/heads/heads.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { database } from "#db/connection.ts";
import { readGrid } from "#db/draft.ts";
import { listHeads } from "#db/heads.ts";
import { listMyPitches } from "#db/pitch.ts";
import { isCountable } from "#domain/heads.ts";
import { runsOf } from "#domain/run.ts";
import { mayOf } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";
import type { CampProps } from "../title.ts";
import { countThem } from "./actions.ts";
import { countedWords, countingAs } from "./counting.ts";

const words = wordsOf("heads");

export const generateMetadata = () => ({ title: words.title, robots: { index: false } });

/** Heads at the door, for whoever runs the day and for hosts in their own sessions. Not yours is not found. */
export default async function Page({ params }: CampProps) {
  const { event: slug } = await params;
  const event = await camp(slug);
  const asker = await viewer(event.id);
  const who = countingAs(asker);
  const repairs = mayOf(asker.crew, "arrange", "publish") !== null;
  if (!who) notFound();
  const db = database();
  const [grid, counts, mine] = await Promise.all([
    readGrid(db, event.id),
    listHeads(db, event.id),
    "host" in who ? listMyPitches(db, who.host) : null,
  ]);
  const hosted = mine && new Set(mine.map(({ id, mergedInto }) => mergedInto?.id ?? id));
  const now = Date.now();
  const runs = (grid ? runsOf(grid) : [])
    .filter((run) => isCountable(run, now) && (!hosted || hosted.has(run.pitchId)))
    .flatMap(({ key, pitchId, roomId }): Countable[] => {
      const title = grid?.sessions.find(({ id }) => id === pitchId)?.title;
      const room = grid?.rooms.find(({ id }) => id === roomId);
      if (title === undefined || !room) return [];
      const expected = grid?.heads?.[key] ?? null;
      const counted = countedWords(counts.find((it) => it.key === key) ?? null, expected, event);
      const repair = repairs
        ? `/e/${slug}/desk/repair?${new URLSearchParams({ what: "full", where: key })}`
        : null;
      return [{ key, title, room, counted, expected, repair }];
    });
  const crew = "crew" in who;
  return (
    <Phone camp={event.name} home={`/e/${slug}`} tabs={<CampTabs slug={slug} current="now" />}>
      <Heads runs={runs} crew={crew} action={countThem.bind(null, slug)} />
      <p>
        <a href={crew ? `/e/${slug}/desk` : `/e/${slug}/me`}>{crew ? words.toDesk : words.toMe}</a>
      </p>
    </Phone>
  );
}
