"use client";

import { createContext, useContext } from "react";
import type { HandState } from "#components/ui/hand.tsx";
import type { Whose } from "#domain/my-day.ts";

/** The stars of whoever holds this phone, by the keys of runs, with the outbox over them. */
export type Starring = {
  starred: ReadonlySet<string>;
  /** What of it is theirs, with what the server has not acknowledged. */
  whose: Whose;
  /** Runs that they host or have starred. */
  mine: ReadonlySet<string>;
  state: (run: string) => HandState;
  /** Null in a phase without stars. */
  star: ((run: string, starred: boolean) => void) | null;
};

/** What is drawn where nobody's stars are known: a page of samples, a wall. */
const NOBODYS: Starring = {
  whose: { hosting: [], hands: [] },
  starred: new Set(),
  mine: new Set(),
  state: () => "saved",
  star: null,
};

export const StarringContext = createContext(NOBODYS);

export const useStarring = (): Starring => useContext(StarringContext);
