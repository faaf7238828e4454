/** What the part about releases shows at first: those that opened as lines, the others as rows, and an empty one. */
import type { ReleaseFields } from "#components/camp/releases.tsx";
import { releasesShown } from "#db/release/change.ts";
import { releaseOf } from "#db/release.ts";
import type { ReleaseRow } from "#db/schema/release.ts";
import type { EventView } from "#domain/event.ts";
import { hasOpened, keptBack } from "#domain/release.ts";
import { time, weekday } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const words = wordsOf("release").settings;

/** @param byHand how many hold a place that was given out of those kept back */
export function releasesBegin(
  rows: readonly ReleaseRow[],
  { zone, phase }: EventView,
  { capacity, byHand }: { capacity: number; byHand: number },
) {
  const here = { locale: readerLocale(), zone };
  const begun = rows.filter((row) => hasOpened(releaseOf(row), phase, Date.now()));
  const coming = releasesShown(
    rows.filter((row) => !begun.includes(row)),
    zone,
  ).map(({ id, way, places, opens, closes, source }): ReleaseFields => {
    const when = { opensDay: opens.day, opensTime: opens.time };
    const end = { closesDay: closes?.day ?? "", closesTime: closes?.time ?? "" };
    return { id: id!, way, places: String(places), ...when, ...end, source };
  });
  const fresh = { id: "", way: "first_come", places: "", source: "" } as const;
  const unsaid = { opensDay: "", opensTime: "", closesDay: "", closesTime: "" };
  const kept = rows.length === 0 ? 0 : keptBack(rows.map(releaseOf), capacity);
  return {
    rows: [...coming, { ...fresh, ...unsaid }],
    begun: begun.map(({ way, places, opensAt }) =>
      words.begun[way](places, `${time(opensAt, here)}, ${weekday(opensAt, here)}`),
    ),
    kept: words.kept(kept, Math.min(kept, byHand)),
  };
}
