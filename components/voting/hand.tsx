import { Figures } from "#components/ui/figures.tsx";
import { Hand } from "#components/ui/hand.tsx";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import type { Raising } from "./raising.ts";

const voting = wordsOf("voting");

/** "41 hands". */
export function HandCount({ hands }: { hands: number }) {
  return <Figures>{count(hands, voting.hands, readerLocale())}</Figures>;
}

export function RaisedHand({
  pitchId,
  about,
  raising,
}: {
  pitchId: string;
  about: string;
  raising: Raising;
}) {
  const { up, state, count: hands, raise } = raising;
  const known = hands(pitchId);
  const counted = known === null ? null : <HandCount hands={known} />;
  if (!raise) return counted;
  const now = state(pitchId);
  return (
    <Hand
      up={up(pitchId)}
      state={now}
      label={voting.come}
      about={about}
      count={counted}
      early={{ about: pitchId, note: voting.early }}
      note={now === "queued" ? voting.queued : now === "sending" ? voting.sending : undefined}
      onToggle={(next) => raise(pitchId, next)}
    />
  );
}
