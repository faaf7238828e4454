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
 * What this tab looks for among the people of each camp, so that whoever comes back from somebody finds it again. Only in
 * memory: what was looked for is nobody's who opens the tab after it was closed.
 */
const looked = new Map<string, Pick<Found, "search"> & { page: number }>();

/**
 * What was found, and how to look for something else. What was found is looked for again when the list changes, and when
 * somebody comes back to it. @param base the address of the list @param kept how it is seen, as an address says it
 */
export function useSearch(
  find: FindPeople,
  { base, list, kept }: { base: string; list: unknown; kept: string },
): { found: Found; send: (form: FormData) => void } {
  const [found, send] = useActionState(find, NOT_SEARCHED);
  const seen = useRef<unknown>(null);
  const began = useRef(found);
  useEffect(() => {
    if (found !== began.current) looked.set(base, { search: found.search, page: found.list?.page ?? 1 });
  }, [base, found]);
  useEffect(() => {
    if (seen.current === list) return;
    seen.current = list;
    const { search, page } = looked.get(base) ?? { search: "", page: 1 };
    if (search === "") return;
    const form = new FormData();
    form.set("search", search);
    form.set("page", String(page));
    form.set("list", kept);
    startTransition(() => send(form));
  }, [base, list, kept, send]);
  return { found, send };
}

/**
 * What a search found, and among whom: another search with as many is another sentence. Always drawn, so that it is heard.
 * @param narrowed whether it looked only among those whom the filter shows
 */
export function FoundSaid({
  search,
  list,
  narrowed,
}: Pick<Found, "search" | "list"> & { narrowed: boolean }) {
  return (
    <p role="status" className={list ? undefined : "visually-hidden"}>
      {list ? words.foundSaid(list.found, search, narrowed) : ""}
    </p>
  );
}

/** Looks while one types; without a script by its button. */
export function SearchForm({
  found,
  kept,
  send,
}: {
  found: Found;
  /** How the list is seen, as an address says it. */
  kept: string;
  send: (form: FormData) => void;
}) {
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
        <input type="hidden" name="list" value={kept} />
        <TextField
          name="search"
          type="search"
          label={words.search}
          autoComplete="off"
          defaultValue={found.search}
          // Of a field that was emptied after what stood in it came by itself, a change is not told.
          onInput={typing}
        />
        <Submit kind="quiet" pendingWords={words.find}>
          {words.find}
        </Submit>
      </form>
    </search>
  );
}
