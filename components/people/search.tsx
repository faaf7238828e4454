"use client";

import { startTransition, useActionState, useEffect, useRef } from "react";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { wordsOf } from "#messages/words.ts";
import { type FindPeople, type Found, NOT_SEARCHED } from "./found.ts";
import styles from "./people.module.css";

const words = wordsOf("people");

/** How long somebody types without a pause before it is looked for, in milliseconds. */
const PAUSE = 250;

/**
 * What was found, and how to look for something else. @param list as the page has it: when it changes, what was found is
 * looked for again
 */
export function useSearch(find: FindPeople, list: unknown): { found: Found; send: (form: FormData) => void } {
  const [found, send] = useActionState(find, NOT_SEARCHED);
  const seen = useRef(list);
  useEffect(() => {
    if (seen.current === list) return;
    seen.current = list;
    if (found.search === "") return;
    const form = new FormData();
    form.set("search", found.search);
    form.set("page", String(found.list?.page ?? 1));
    startTransition(() => send(form));
  }, [list, found, send]);
  return { found, send };
}

/** Looks while one types; without a script by its button. */
export function SearchForm({ found, send }: { found: Found; send: (form: FormData) => void }) {
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const look = () => {
    const typed = form.current && new FormData(form.current);
    if (typed) startTransition(() => send(typed));
  };
  const typing = () => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = setTimeout(look, PAUSE);
  };
  // What was typed before hydration counts too.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page comes alive
  useEffect(() => {
    // By its name: a form that works without a script has hidden fields of the framework's before it.
    const field = form.current?.elements.namedItem("search");
    if (field instanceof HTMLInputElement && field.value !== found.search) typing();
    return () => clearTimeout(timer.current ?? undefined);
  }, []);
  return (
    <search className={styles.search}>
      <form ref={form} action={send}>
        <TextField
          name="search"
          type="search"
          label={words.search}
          autoComplete="off"
          defaultValue={found.search}
          onChange={typing}
        />
        <Submit kind="quiet" pendingWords={words.find}>
          {words.find}
        </Submit>
      </form>
    </search>
  );
}
