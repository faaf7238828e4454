"use client";

import { type FormEvent, useDeferredValue, useId, useMemo } from "react";
import { ButtonLink } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { type Guest, isInside } from "#domain/door/guest.ts";
import { findGuests, searchable } from "#domain/door/search.ts";
import { count } from "#messages/counts.ts";
import { type Place, time } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./door.module.css";
import { passName } from "./passed-name.ts";

const words = wordsOf("door");

type FindProps = {
  guests: ReadonlyMap<string, Guest>;
  /** With what was tapped here. */
  guestNow: (id: string) => Guest | null;
  typed: string;
  type: (text: string) => void;
  here: Place;
  choose: (guest: Guest) => void;
  /** With the enter key, as a hand scanner ends: what was typed may be a code, or have found one person and nobody else. */
  enter: (text: string, only: Guest | null) => void;
  /** Where somebody who is not on the list is let in; null while nobody is. */
  walkIn: string | null;
};

/** Somebody by three letters of their name. */
export function Find({ guests, guestNow, typed, type, here, choose, enter, walkIn }: FindProps) {
  const known = useMemo(() => searchable(guests.values()), [guests]);
  const wanted = useDeferredValue(typed);
  const { found, more } = useMemo(() => findGuests(known, wanted), [known, wanted]);
  const said = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // What is typed next takes its place.
    (event.currentTarget.elements.namedItem("name") as HTMLInputElement | null)?.select();
    // What is found on the screen may be a letter behind what is typed.
    const hits = findGuests(known, typed);
    const only = hits.found.length === 1 && hits.more === 0 ? hits.found[0]! : null;
    enter(typed, only && guestNow(only.id));
  };
  const nothing = wanted.trim() !== "" && found.length === 0;
  return (
    <search>
      <form onSubmit={submit}>
        <TextField
          name="name"
          type="search"
          label={words.search}
          hint={words.searchHint}
          value={typed}
          onChange={({ target }) => type(target.value)}
          autoComplete="off"
          autoCapitalize="words"
          spellCheck={false}
          enterKeyHint="go"
        />
      </form>
      <p className="visually-hidden" role="status" id={said}>
        {wanted.trim() === "" ? "" : count(found.length + more, words.found, here.locale)}
      </p>
      {nothing ? (
        <div className={styles.nobody}>
          <p>{words.nobody(wanted.trim())}</p>
          {walkIn ? (
            <ButtonLink kind="quiet" href={walkIn} onClick={() => passName(wanted)}>
              {words.nobodyWalksIn(wanted.trim())}
            </ButtonLink>
          ) : null}
        </div>
      ) : null}
      <ul className={styles.found}>
        {found.map(({ id }) => {
          const guest = guestNow(id);
          return guest ? (
            <li key={id}>
              <button type="button" className={styles.guest} onClick={() => choose(guest)}>
                <span className={styles.guestName}>{guest.name}</span>
                <span
                  className={styles.guestState}
                  data-in={isInside(guest)}
                  data-out={guest.out !== null && guest.called === undefined}
                >
                  {stateOf(guest, here)}
                </span>
              </button>
            </li>
          ) : null;
        })}
      </ul>
      {more > 0 ? <p className={styles.quiet}>{words.more(more)}</p> : null}
    </search>
  );
}

function stateOf(guest: Guest, here: Place): string {
  if (guest.here?.left !== undefined) return words.state.left;
  if (guest.here) return `${words.state.in} · ${time(new Date(guest.here.at).toISOString(), here)}`;
  if (guest.called !== undefined) return words.state.called;
  if (guest.out) return words.out[guest.standsBy ? "standsBy" : guest.out];
  return guest.firstTime ? words.firstTime : words.state.place;
}
