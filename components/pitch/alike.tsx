"use client";

import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Link } from "#components/ui/link.tsx";
import { Spotlight } from "#components/ui/spotlight.tsx";
import { likenessTo } from "#domain/likeness.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./pitch.module.css";
import type { Pitched } from "./pitched.ts";

const { alike } = wordsOf("pitchForm");

/** Nobody is interrupted between two letters, and a screen reader hears of a title once. */
const PAUSE_MS = 400;

type AlikeProps = {
  slug: string;
  /** Every other pitch that stands: with them at hand it needs no network. */
  pitched: readonly Pitched[];
  /** The pitch of the same title that the server has told of. */
  told: Pitched | null;
};

/** Under the title, in room that is there from the beginning, so that nothing moves while somebody types. */
export function Alike({ slug, pitched, told }: AlikeProps) {
  const room = useRef<HTMLDivElement>(null);
  const title = usePausedTitle(room);
  const look = useMemo(() => likenessTo(pitched), [pitched]);
  const found = useMemo(() => look(title), [look, title]);
  return (
    <div ref={room} className={styles.alike} aria-live="polite">
      {found ? (
        <>
          <p>{found.same ? <AlreadyWords pitch={found.pitch} /> : alike.near}</p>
          <PitchedLink slug={slug} pitch={found.pitch} />
        </>
      ) : null}
      <input type="hidden" name="known" value={(found?.same ? found.pitch : told)?.id ?? ""} />
    </div>
  );
}

/** What the title was at the last pause, in the form around an element. */
function usePausedTitle(inside: RefObject<HTMLElement | null>): string {
  const [title, setTitle] = useState("");
  useEffect(() => {
    const form = inside.current?.closest("form");
    const field = form?.elements.namedItem("title");
    if (!form || !(field instanceof HTMLInputElement)) return;
    let pause = 0;
    const wait = () => {
      window.clearTimeout(pause);
      pause = window.setTimeout(() => setTitle(field.value), PAUSE_MS);
    };
    // A draft may be in it already.
    wait();
    form.addEventListener("input", wait);
    return () => {
      window.clearTimeout(pause);
      form.removeEventListener("input", wait);
    };
  }, [inside]);
  return title;
}

/** Said once where the title was pitched already and the form was sent without having shown it. */
export function AlreadyPitched({ slug, pitch }: { slug: string; pitch: Pitched }) {
  return (
    <Spotlight>
      <Banner
        tone="wait"
        role="status"
        title={<AlreadyWords pitch={pitch} />}
        action={<PitchedLink slug={slug} pitch={pitch} />}
      >
        {alike.sendAgain}
      </Banner>
    </Spotlight>
  );
}

function AlreadyWords({ pitch: { hands } }: { pitch: Pitched }) {
  if (!hands) return alike.already;
  return <Figures>{count(hands, alike.alreadyWith, readerLocale())}</Figures>;
}

function PitchedLink({ slug, pitch: { id, title, company } }: { slug: string; pitch: Pitched }) {
  return (
    <Link href={`/e/${slug}/pitches#pitch-${id}`}>{company ? alike.stand(title) : alike.see(title)}</Link>
  );
}
