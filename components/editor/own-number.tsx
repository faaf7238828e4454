"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { RANGES } from "#domain/limits.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./held.module.css";
import { useEditor } from "./state.tsx";
import { written } from "./words.ts";

const { held } = wordsOf("editor");

/** What is in the field and not set yet, and the number that was there when it was begun. */
type Typed = { text: string; over: number | null };

const numberIn = (text: string) => (text.trim() === "" ? null : Number(text));

/**
 * How many the crew expects, where it knows better than the hands; emptied, the hands count again. What another desk sets
 * is shown at once, and beside what is being typed said.
 */
export function OwnNumber({ pitchId, own }: { pitchId: string; own: number | null }) {
  const { expect } = useEditor();
  const [typed, setTyped] = useState<Typed | null>(null);
  const changed = typed !== null && own !== typed.over;
  const arrived = changed && own === numberIn(typed.text);
  if (arrived) setTyped(null);
  function send() {
    const heads = typed ? numberIn(typed.text) : own;
    if (heads === null || (Number.isInteger(heads) && heads >= 0)) expect(pitchId, heads);
  }
  return (
    <form action={send} className={styles.own}>
      <label htmlFor="expected">{held.own}</label>
      <input
        id="expected"
        name="expected"
        type="number"
        {...RANGES.expected}
        value={typed?.text ?? own ?? ""}
        onChange={({ target }) => setTyped({ text: target.value, over: typed ? typed.over : own })}
      />
      <Button kind="quiet" type="submit">
        {held.set}
      </Button>
      <output>{changed && !arrived ? held.meanwhile(own === null ? null : written(own)) : null}</output>
    </form>
  );
}
