"use client";

import { type ComponentType, useEffect, useMemo, useRef, useState } from "react";
import { returnToPlace, showAddress, useHash } from "#components/ui/address.ts";
import { Icon } from "#components/ui/icon.tsx";
import { Link } from "#components/ui/link.tsx";
import { wordsOf } from "#messages/words.ts";
import { loadOneAtATime } from "./later.ts";
import styles from "./looking.module.css";
import type { OneAtATimeProps } from "./one-at-a-time.tsx";

const words = wordsOf("pitchList").one;

/** In the address, so that the way back of a phone leads to the list and a reload does not. */
const HASH = "#one-at-a-time";

/** Whether this document opened it, and going back is the list. */
let opened = false;

export type Walk = {
  /** What shows them one at a time; null while the list is shown. */
  Shown: ComponentType<OneAtATimeProps> | null;
  open: () => void;
  close: () => void;
  /** It was asked for and did not come. */
  failed: boolean;
};

/** Pitches one at a time: a part of the page that comes once it is asked for, or with what the phone keeps. */
export function useWalk(): Walk {
  const walking = useHash() === HASH;
  const [loaded, setLoaded] = useState<{ Part: ComponentType<OneAtATimeProps> } | "failed" | null>(null);
  const load = () =>
    loadOneAtATime().then(
      (Part) => {
        setLoaded({ Part });
        return true;
      },
      () => {
        setLoaded("failed");
        return false;
      },
    );
  // Opened by its address.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it loads once
  useEffect(() => {
    if (walking && loaded === null) void load();
  }, [walking, loaded]);
  const walked = useRef(false);
  useEffect(() => {
    if (walked.current && !walking) {
      returnToPlace();
      document.getElementById("main")?.focus({ preventScroll: true });
    }
    walked.current = walking;
  }, [walking]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what loads does so the same at any time
  return useMemo(
    () => ({
      Shown: walking && loaded !== null && loaded !== "failed" ? loaded.Part : null,
      failed: loaded === "failed",
      open: () =>
        void load().then((came) => {
          if (!came) return;
          opened = true;
          showAddress(HASH);
        }),
      close: () => (opened ? window.history.back() : showAddress(location.pathname, "replaceState")),
    }),
    [walking, loaded],
  );
}

/** Where the list says how many there are. It has its room before a script is there. */
export function OpenWalk({ slug, walk }: { slug: string; walk: Walk }) {
  const open = () => {
    walk.open();
    return true;
  };
  return (
    <>
      {/* An address, so that a tap before the page is alive opens it as well. */}
      <Link className={styles.open} href={`/e/${slug}/pitches${HASH}`} onOpen={open}>
        {words.open}
        <Icon name="next" />
      </Link>
      <span role="alert" className={styles.failed}>
        {walk.failed ? words.failed : null}
      </span>
    </>
  );
}
