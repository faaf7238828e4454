"use client";

/** Counts as this phone shows them: what it was told, with what it has to send and what was taken just now over it. */
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { useConnection, useLive, useSnapshot } from "#components/live/provider.tsx";
import { keepTrying, openOutbox } from "#components/outbox/open.ts";
import type { Refused } from "#components/outbox/outbox.ts";
import { useWaiting } from "#components/outbox/use-waiting.ts";
import type { HeadCount } from "#domain/heads.ts";
import { wordsOf } from "#messages/words.ts";
import { countIn, headsWish, waitingHeads } from "./counts.ts";

const words = wordsOf("heads");

/** `heads` is what is shown; `told` what everybody sees. `queued`: it waits for a network. */
export type Shown = { heads: number | null; told: HeadCount | null; unsaved: "sending" | "queued" | null };

type Counts = {
  of: (run: string) => Shown;
  /** Shows a number at once, keeps it and sends it. */
  count: (run: string, heads: number) => void;
  /** Why the last number was not taken, of the run it was of. */
  refused: (run: string) => Refused | null;
};

const Context = createContext<Counts | null>(null);

export function useCounts(): Counts {
  const counts = useContext(Context);
  if (!counts) throw new Error("counting outside of a CountsProvider");
  return counts;
}

/** What was taken of a run, until everybody is told something else than `over`, which they were told before. */
type Taken = { heads: number; over: string | null };

/** @param counter who counts, as the server names them */
export function CountsProvider({ counter, children }: { counter: string; children: ReactNode }) {
  const live = useLive();
  const { slug } = live;
  const { heads } = useSnapshot();
  const connection = useConnection();
  const [taken, setTaken] = useState<ReadonlyMap<string, Taken>>(new Map());
  const [last, setLast] = useState<string | null>(null);
  const [outbox] = useState(() =>
    openOutbox(
      counter,
      { refusal: "no_ticket", words: words.nobody },
      () => null,
      async (entry, now) => {
        const sent = countIn(entry);
        if (!sent || !now.stands) return;
        const over = live.snapshot.now.heads.find(({ key }) => key === sent.run)?.at ?? null;
        setTaken((known) => new Map(known).set(sent.run, { heads: sent.heads, over }));
      },
    ),
  );
  const { waiting, stuck } = useWaiting(outbox);
  const refused = useSyncExternalStore(
    outbox.subscribe,
    () => outbox.refused,
    () => null,
  );
  useEffect(() => keepTrying(outbox), [outbox]);
  // What the stream comes through, a count does too.
  useEffect(() => {
    if (connection === "live") void outbox.kick();
  }, [outbox, connection]);
  const offline = stuck || connection === "offline";
  const counts = useMemo<Counts>(
    () => ({
      of: (run) => {
        const told = heads.find(({ key }) => key === run) ?? null;
        const wanted = waitingHeads(waiting, slug, run);
        if (wanted !== null) return { heads: wanted, told, unsaved: offline ? "queued" : "sending" };
        const mine = taken.get(run);
        const newest = mine && mine.over === (told?.at ?? null) ? mine.heads : (told?.heads ?? null);
        return { heads: newest, told, unsaved: null };
      },
      count: (run, number) => {
        setLast(run);
        outbox.put(headsWish(slug, run, number));
      },
      refused: (run) => (run === last ? refused : null),
    }),
    [heads, waiting, taken, offline, refused, last, slug, outbox],
  );
  return <Context value={counts}>{children}</Context>;
}
