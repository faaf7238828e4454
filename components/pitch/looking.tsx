"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Pick } from "#components/ui/pick.tsx";
import { LONGEST } from "#domain/limits.ts";
import { SHOWN, type Shown, type Wanted } from "#domain/pitch/filter.ts";
import { count, number } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./looking.module.css";

const words = wordsOf("pitchList");

type LookingProps = {
  wanted: Wanted;
  onWant: (wanted: Wanted) => void;
  /** How many are shown, of how many. */
  found: number;
  all: number;
  /** The way to see them one at a time. */
  children: ReactNode;
};

/**
 * The head of the list of pitches. Without a script the words are looked for by a form; what needs one has its room and
 * is not drawn.
 */
export function Looking({ wanted, onWant, found, all, children }: LookingProps) {
  const form = useRef<HTMLFormElement>(null);
  const chips = useRef<HTMLDivElement>(null);
  const asked = (): Wanted => ({
    find: form.current?.querySelector("input")?.value ?? "",
    show: (chips.current?.querySelector<HTMLInputElement>(":checked")?.value ?? "all") as Shown,
  });
  // What was typed or chosen before the page was alive, or is put back by the browser.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the page comes alive
  useEffect(() => {
    const { find, show } = asked();
    if (find !== wanted.find || show !== wanted.show) onWant({ find, show });
  }, []);
  const total = count(all, words.count, readerLocale());
  const look = () => onWant(asked());
  return (
    <search className={styles.looking} data-print="no">
      <form
        ref={form}
        className={styles.find}
        onChange={look}
        onSubmit={(event) => {
          event.preventDefault();
          look();
          // The keys of a phone make way for what was found.
          form.current?.querySelector("input")?.blur();
        }}
      >
        <label className="visually-hidden" htmlFor="find">
          {words.find}
        </label>
        <Icon name="search" />
        <input
          type="search"
          id="find"
          name="find"
          className={styles.words}
          placeholder={words.find}
          defaultValue={wanted.find}
          maxLength={LONGEST.pitchSearch}
          autoComplete="off"
          enterKeyHint="search"
        />
        <span className={styles.unscripted}>
          <Button type="submit" kind="quiet">
            {words.go}
          </Button>
        </span>
      </form>
      <div className={styles.scripted} ref={chips} onChange={look}>
        <Pick
          name="shown"
          legend={words.show}
          options={SHOWN.map((value) => ({ value, label: words.shown[value] }))}
          chosen={wanted.show}
        />
      </div>
      <div className={styles.count}>
        <output aria-live="polite">
          <Figures>{found === all ? total : words.found(number(found, readerLocale()), total)}</Figures>
        </output>
        <span className={styles.scripted}>{children}</span>
      </div>
    </search>
  );
}
