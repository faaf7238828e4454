"use client";

import type { FormAction } from "#components/form/answer.ts";
import { useSnapshot } from "#components/live/provider.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { wentBy } from "#domain/event.ts";
import { wordsOf } from "#messages/words.ts";
import { Additions } from "./additions.tsx";
import { DayButtons } from "./day-buttons.tsx";
import { useDrag } from "./drag.ts";
import styles from "./editor.module.css";
import { Held } from "./held.tsx";
import { Help } from "./help.tsx";
import { Requests } from "./requests.tsx";
import { useEditor } from "./state.tsx";
import { useSteering } from "./steering.ts";
import { SuggestionPanel } from "./suggestion.tsx";
import { Table } from "./table.tsx";
import { Tray } from "./tray.tsx";
import { Warnings } from "./warnings.tsx";
import { DeltaAloud, WeighingProvider } from "./weighing.tsx";

const words = wordsOf("editor");

type EditorProps = {
  /** Where rooms are changed; null for whoever may not. */
  settings: string | null;
  /** Answers what campers ask; null for whoever may not. */
  settle: FormAction | null;
};

/** The grid to be made: the table, the tray beside it, what campers ask of it, and what is in the hand. */
export function Editor({ settings, settle }: EditorProps) {
  const { board, open, said, refusal, forgive, holding } = useEditor();
  const over = wentBy(useSnapshot().event.phase);
  const trayFull = board.unplaced.length > 0;
  useDrag();
  useSteering();
  if (board.rooms.length === 0 || !board.slots.some((slot) => slot.kind === "session"))
    return (
      <Empty
        title={words.noBoard.title}
        action={settings && <ButtonLink href={`${settings}/rooms`}>{words.noBoard.next}</ButtonLink>}
      >
        {words.noBoard.body}
      </Empty>
    );
  return (
    <WeighingProvider>
      <div data-print="no">
        {!open && over ? (
          <Banner title={words.over.title}>
            <p>{words.over.body}</p>
          </Banner>
        ) : null}
      </div>
      {refusal ? (
        <div className={styles.refusal} data-print="no">
          <Banner
            tone="bad"
            role="alert"
            title={refusal.what}
            action={
              <Button kind="quiet" onClick={forgive}>
                {words.seen}
              </Button>
            }
          >
            <p>{refusal.next}</p>
          </Banner>
        </div>
      ) : null}
      <SuggestionPanel />
      <div className={styles.layout} data-tray={trayFull ? "full" : "empty"}>
        <div>
          <DayButtons />
          <Table />
        </div>
        <aside className={styles.aside} data-print="no">
          <Tray />
          <Additions settings={settings} />
          {settle ? <Requests settle={settle} /> : null}
        </aside>
      </div>
      <Held />
      <Warnings />
      <Help />
      {/* What is in the hand shows itself; then the same words are for the ear alone. */}
      <p className={holding ? "visually-hidden" : styles.said} aria-live="assertive" data-print="no">
        {said}
      </p>
      <DeltaAloud />
    </WeighingProvider>
  );
}
