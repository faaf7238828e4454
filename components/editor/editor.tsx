"use client";

import { useSnapshot } from "#components/live/provider.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { wentBy } from "#domain/event.ts";
import { wordsOf } from "#messages/words.ts";
import { DayButtons } from "./day-buttons.tsx";
import { useDrag } from "./drag.ts";
import styles from "./editor.module.css";
import { Held } from "./held.tsx";
import { Help } from "./help.tsx";
import { useEditor } from "./state.tsx";
import { useSteering } from "./steering.ts";
import { SuggestionPanel } from "./suggestion.tsx";
import { Table } from "./table.tsx";
import { Tray } from "./tray.tsx";
import { Warnings } from "./warnings.tsx";
import { DeltaAloud, WeighingProvider } from "./weighing.tsx";

const words = wordsOf("editor");

/** The grid to be made: the table, the tray beside it, and what is in the hand. @param settings where rooms are changed; null for whoever may not */
export function Editor({ settings }: { settings: string | null }) {
  const { board, open, onlyLooks, said, refusal, holding } = useEditor();
  const over = wentBy(useSnapshot().event.phase);
  const trayFull = board.unplaced.length > 0;
  useDrag();
  useSteering();
  if (board.rooms.length === 0 || !board.slots.some((slot) => slot.kind === "session"))
    return (
      <Empty
        title={words.noBoard.title}
        action={settings && <ButtonLink href={`${settings}#rooms`}>{words.noBoard.next}</ButtonLink>}
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
        {open || onlyLooks || over ? null : (
          <Banner
            title={words.notNow.title}
            action={
              settings && (
                <ButtonLink kind="quiet" href={`${settings}#rooms`}>
                  {words.notNow.next}
                </ButtonLink>
              )
            }
          >
            <p>{words.notNow.body}</p>
          </Banner>
        )}
        {refusal ? (
          <Banner tone="bad" role="alert" title={refusal.what}>
            <p>{refusal.next}</p>
          </Banner>
        ) : null}
      </div>
      <SuggestionPanel />
      <div className={styles.layout} data-tray={trayFull ? "full" : "empty"}>
        <div>
          <DayButtons />
          <Table />
        </div>
        <aside className={styles.aside} data-print="no">
          <Tray />
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
