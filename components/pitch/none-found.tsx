import { Button } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import type { Wanted } from "#domain/pitch/filter.ts";
import { wordsOf } from "#messages/words.ts";

const { none } = wordsOf("pitchList");

/** Where nothing is as it was asked for: why, and the way back to all. */
export function NoneFound({ wanted, onClear }: { wanted: Wanted; onClear: () => void }) {
  const { title, body } = wanted.find.trim()
    ? none.find(wanted.find.trim())
    : none[wanted.show === "mine" ? "mine" : "unseen"];
  return (
    <Empty
      title={title}
      action={
        <Button kind="quiet" onClick={onClear}>
          {none.clear}
        </Button>
      }
    >
      {body}
    </Empty>
  );
}
