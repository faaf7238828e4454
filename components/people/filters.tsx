"use client";

import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { Button, ButtonLink, Buttons } from "#components/ui/button.tsx";
import { Chips } from "#components/ui/choice.tsx";
import { SelectField } from "#components/ui/field.tsx";
import {
  isNarrowed,
  keptView,
  type PeopleView,
  SORTS,
  TRAITS,
  USUAL_VIEW,
  viewAt,
} from "#domain/people-view.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./people.module.css";

const words = wordsOf("peopleView");

type FiltersProps = { base: string; view: PeopleView; sectors: readonly { id: string; name: string }[] };

/** What is shown otherwise than usual, in words. */
function said({ sector, traits, sort }: PeopleView, sectors: FiltersProps["sectors"]): string[] {
  return [
    ...sectors.filter(({ id }) => id === sector).map(({ name }) => name),
    ...traits.map((trait) => words.traits[trait]),
    ...(sort === USUAL_VIEW.sort ? [] : [words.sorts[sort]]),
  ];
}

/** Who of the list is shown, and in which order. A plain form: without a script it leads to the same address. */
export function Filters({ base, view, sectors }: FiltersProps) {
  const router = useRouter();
  const show = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget) as unknown as Iterable<[string, string]>;
    router.push(viewAt(base, keptView(new URLSearchParams([...typed]).toString())));
  };
  const { group, sort, traits } = view;
  const changed = isNarrowed(view) || sort !== USUAL_VIEW.sort;
  return (
    <details className={styles.filters}>
      <summary>
        {words.summary}
        {changed ? <span className={styles.shown}> · {said(view, sectors).join(" · ")}</span> : null}
      </summary>
      <search>
        {/* A new key draws the fields anew where another address was opened. */}
        <form key={viewAt(base, view)} action={base} onSubmit={show}>
          <input type="hidden" name="show" value={group} />
          <div className={styles.choices}>
            <SelectField name="sector" label={words.sector} defaultValue={view.sector ?? ""}>
              <option value="">{words.allSectors}</option>
              {sectors.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </SelectField>
            <SelectField name="sort" label={words.sort} defaultValue={sort}>
              {SORTS.map((name) => (
                <option key={name} value={name}>
                  {words.sorts[name]}
                </option>
              ))}
            </SelectField>
          </div>
          <Chips
            legend={words.only}
            name="only"
            many
            chosen={traits}
            options={TRAITS.map((value) => ({ value, label: words.traits[value] }))}
          />
          <Buttons>
            <Button type="submit" kind="quiet">
              {words.show}
            </Button>
            {changed ? (
              <ButtonLink kind="quiet" href={viewAt(base, { ...USUAL_VIEW, group })}>
                {words.reset}
              </ButtonLink>
            ) : null}
          </Buttons>
        </form>
      </search>
    </details>
  );
}
