import { Banner } from "#components/ui/banner.tsx";
import { Figures } from "#components/ui/figures.tsx";
import type { EventView } from "#domain/event.ts";
import type { PoolsView } from "#domain/pool.ts";
import { wordsOf } from "#messages/words.ts";
import { momentOf } from "./opening.tsx";

const words = wordsOf("pool").left;

/** That places are free for some, for whom, and until when. */
export function LeftForSome({
  pools: { keptFor, mergesAt },
  camp,
}: {
  pools: PoolsView;
  camp: Pick<EventView, "zone">;
}) {
  return (
    <Banner tone="wait" title={words.title}>
      <p>{words.whom(keptFor.sectors, keptFor.firstTimers)}</p>
      {mergesAt === null ? null : (
        <p>
          <Figures>{words.until(momentOf(mergesAt, camp))}</Figures>
        </p>
      )}
    </Banner>
  );
}
