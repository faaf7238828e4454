"use client";

import { useEffect } from "react";
import { useSnapshot } from "#components/live/provider.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { agenda as words } from "#messages/en/agenda.ts";
import { useAgenda } from "./agenda.tsx";
import { Aside } from "./aside.tsx";
import { useDrag } from "./drag.ts";
import styles from "./editor.module.css";
import { Table } from "./table.tsx";

/** The grid to be made: the table, the tray beside it, and what is in the hand. */
export function Editor() {
  const { board, open, said, refusal, holding, cancel } = useAgenda();
  const { slug } = useSnapshot().event;
  const settings = `/e/${slug}/desk/settings`;
  useDrag();
  useEffect(() => {
    if (!holding) return;
    const letGo = (event: KeyboardEvent) => event.key === "Escape" && cancel();
    document.addEventListener("keydown", letGo);
    return () => document.removeEventListener("keydown", letGo);
  });
  if (board.rooms.length === 0 || !board.slots.some((slot) => slot.kind === "session"))
    return (
      <Empty
        title={words.noBoard.title}
        action={<ButtonLink href={`${settings}#rooms`}>{words.noBoard.next}</ButtonLink>}
      >
        {words.noBoard.body}
      </Empty>
    );
  return (
    <>
      {open ? null : (
        <Banner
          title={words.notNow.title}
          action={
            <ButtonLink kind="quiet" href={`${settings}#rooms`}>
              {words.notNow.next}
            </ButtonLink>
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
      <div className={styles.layout} data-holding={holding !== null}>
        <Table />
        <Aside />
      </div>
      <p className={styles.said} aria-live="assertive" data-print="no">
        {said}
      </p>
    </>
  );
}
