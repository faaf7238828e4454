"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Check } from "#components/ui/check.tsx";
import { Figures } from "#components/ui/figures.tsx";
import type { Column } from "#components/ui/table.tsx";
import { obstacleTo } from "#domain/registration/hand-offer.ts";
import type { PersonInLine } from "#domain/registration.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./people.module.css";

const words = wordsOf("handOffer");

/** Whether somebody of the list can be offered a place. */
export function canBeOffered({ status, proven, bounced, pausedUntil }: PersonInLine): boolean {
  return obstacleTo({ status, verified: proven, bounced, paused: pausedUntil !== null }) === null;
}

/** A box beside whoever can be offered a place. */
export const choiceColumn = (): Column<PersonInLine> => ({
  id: "choose",
  label: words.choose,
  quiet: true,
  figures: true,
  cell: (person) =>
    canBeOffered(person) ? (
      <div className={styles.choose}>
        <Check
          name="to"
          id={`to-${person.id}`}
          value={person.id}
          label={<span className="visually-hidden">{words.chooseWhom(person.name)}</span>}
        />
      </div>
    ) : null,
});

/**
 * The first step of offering places by hand: boxes around the list, and the button to the second. A plain form: without a
 * script it leads to the same address. @param action null where nobody can be chosen
 */
export function Choosing({
  action,
  kept,
  children,
}: {
  action: string | null;
  kept: string;
  children: ReactNode;
}) {
  const router = useRouter();
  const [chosen, setChosen] = useState(0);
  if (!action) return children;
  const countChosen = ({ currentTarget }: FormEvent<HTMLFormElement>) =>
    setChosen(new FormData(currentTarget).getAll("to").length);
  const go = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const sent = new FormData(event.currentTarget) as unknown as Iterable<[string, string]>;
    router.push(`${action}?${new URLSearchParams([...sent])}`);
  };
  return (
    <form action={action} onSubmit={go} onChange={countChosen} className={styles.choosing}>
      {kept ? <input type="hidden" name="list" value={kept} /> : null}
      {children}
      <div className={styles.more}>
        <Button type="submit" kind="quiet">
          {words.go}
        </Button>
        <p className={styles.remark}>
          {chosen > 0 ? (
            <>
              <Figures>{words.chosen(chosen)}</Figures>{" "}
            </>
          ) : null}
          {words.goWhat}
        </p>
      </div>
    </form>
  );
}
