import { Empty } from "#components/ui/empty.tsx";
import { Heading } from "#components/ui/phone.tsx";
import { type Phase, permits } from "#domain/event.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("grid");

function whyNone(phase: Phase): keyof typeof words.list.none {
  if (permits(phase, "publish")) return permits(phase, "pitch") ? "making" : "late";
  return permits(phase, "lookAhead") ? "before" : "never";
}

export function NoGrid({ phase }: { phase: Phase }) {
  const { title, body } = words.list.none[whyNone(phase)];
  return (
    <>
      <Heading title={words.list.title} />
      <Empty title={title}>{body}</Empty>
    </>
  );
}
