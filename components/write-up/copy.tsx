"use client";

import { useState } from "react";
import { useAlive } from "#components/ui/alive.ts";
import { Button, Buttons } from "#components/ui/button.tsx";
import { wordsOf } from "#messages/words.ts";
import type { Copied } from "./copied.ts";
import styles from "./write-up.module.css";

const { copy: words } = wordsOf("writeUp");

/** All of it in one press, or as a file. Without a script there are the files. @param at where those are */
export function CopyWriteUps({ copied, at }: { copied: Copied; at: string }) {
  const alive = useAlive();
  const [state, setState] = useState<"copied" | "failed" | null>(null);
  return (
    <section className={styles.part}>
      <h2>{words.title}</h2>
      <p>{words.lede}</p>
      {alive ? (
        <Buttons>
          <Button kind="quiet" onClick={() => copy(copied).then(setState)}>
            {words.copy}
          </Button>
        </Buttons>
      ) : null}
      <p className={styles.said} role="status">
        {state ? words[state] : null}
      </p>
      <p className={styles.acts}>
        <a href={`${at}/text`} download>
          {words.text}
        </a>
        <a href={`${at}/html`} download>
          {words.html}
        </a>
      </p>
    </section>
  );
}

/** As both where the browser takes both, so that what it is pasted into chooses. */
async function copy({ text, html }: Copied): Promise<"copied" | "failed"> {
  try {
    if (typeof ClipboardItem === "undefined") await navigator.clipboard.writeText(text);
    else {
      const blob = (type: string, words: string) => new Blob([words], { type });
      const both = { "text/plain": blob("text/plain", text), "text/html": blob("text/html", html) };
      await navigator.clipboard.write([new ClipboardItem(both)]);
    }
    return "copied";
  } catch {
    return "failed";
  }
}
