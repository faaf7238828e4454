"use client";

import { keepPreviousData, QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useLive } from "#components/live/provider.tsx";
import { helpQuery } from "#components/queries.ts";
import { count, list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { askedOf } from "./board.ts";
import { Refusal } from "./refusal.tsx";
import { useEditor } from "./state.tsx";
import { whyNot } from "./weighing.tsx";
import { timeIn } from "./words.ts";

const words = wordsOf("reasons");

/** Here, because of all screens this part alone asks, and comes once it is opened. */
const client = new QueryClient();

/** What would help, as the server works it out for the cells as they are. */
export default function Worked() {
  return (
    <QueryClientProvider client={client}>
      <Help />
    </QueryClientProvider>
  );
}

function Help() {
  const { board, zone } = useEditor();
  const { slug } = useLive();
  const asked = askedOf(board);
  const { data: known, error } = useQuery({
    ...helpQuery(slug, asked),
    placeholderData: keepPreviousData,
  });
  if (error) return <Refusal said={whyNot(error)} />;
  if (!known) return <p aria-live="polite">{words.working}</p>;
  const { torn, gains } = known;
  const titleOf = (pitchId: string) => board.cards.get(pitchId)?.pitch.title ?? "";
  const timeOf = (slotId: string) => {
    const slot = board.slots.find(({ id }) => id === slotId);
    return slot ? timeIn(slot.startsAt, board, zone) : "";
  };
  return (
    <ul aria-live="polite">
      {torn.length === 0 ? <li>{words.tornNobody}</li> : null}
      {torn.map(({ pitchIds: [one, other], slotId, people }) => (
        <li key={one + other}>
          {words.pair(
            titleOf(one),
            titleOf(other),
            timeOf(slotId),
            count(people, words.want, readerLocale()),
          )}
        </li>
      ))}
      {gains.room ? <li>{words.room(gainWords(gains.room))}</li> : null}
      {gains.slot ? <li>{words.slot(gainWords(gains.slot))}</li> : null}
    </ul>
  );
}

function gainWords({ served, placed }: { served: number; placed: number }): string {
  const parts = [
    served > 0 && count(served, words.wishes, readerLocale()),
    placed > 0 && count(placed, words.places, readerLocale()),
  ].filter((part) => part !== false);
  return parts.length > 0 ? list(parts, readerLocale()) : words.nothing;
}
