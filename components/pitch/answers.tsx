"use client";

/** What an act did, in words that stay and take the focus also where the button that was pressed has gone with it. */
import { createContext, type ReactNode, use, useMemo, useState } from "react";
import { Spotlight } from "#components/ui/spotlight.tsx";
import styles from "./pitch.module.css";

type Answer = { at: string; words: string; refused: boolean };

const Say = createContext<(answer: Answer) => void>(() => {});
const Said = createContext<(Answer & { nth: number }) | null>(null);

/** Keeps the last answer to the acts within it. Put it around what stays when one of them is done. */
export function Answers({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<(Answer & { nth: number }) | null>(null);
  const say = useMemo(
    () => (answer: Answer) => setSaid((before) => ({ ...answer, nth: (before?.nth ?? 0) + 1 })),
    [],
  );
  return (
    <Say value={say}>
      <Said value={said}>{children}</Said>
    </Say>
  );
}

export const useSay = () => use(Say);

/** Where the answer to an act is read. @param at what the act was about: the `at` of its form */
export function Answer({ at }: { at: string }) {
  const said = use(Said);
  if (said?.at !== at) return null;
  return (
    <Spotlight key={said.nth}>
      <p className={said.refused ? styles.told : undefined} role="status">
        {said.words}
      </p>
    </Spotlight>
  );
}
