"use client";

import { useEffect, useState } from "react";
import { readDrawList } from "#components/queries.ts";
import { useAlive } from "#components/ui/alive.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { drawOrder, entryOf, listHash } from "#domain/draw.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./draw.module.css";

const words = wordsOf("release").page.check;

type Found = { is: "checking" | "failed" | "no_list" | "no_order" } | { is: "right"; order: string[] };

type CheckDrawProps = {
  /** Where the list is. */
  list: string;
  /** What was published of it when the entries closed. */
  hash: string;
  seed: string;
};

/** Works the draw out again in the reader's own browser, and finds them in it. */
export function CheckDraw({ list, hash, seed }: CheckDrawProps) {
  const [found, setFound] = useState<Found | null>(null);
  const [name, setName] = useState("");
  // Whoever comes from their own page brings their entry's name behind the address: no server is told.
  useEffect(() => setName(/^#[0-9a-f-]{36}$/.exec(window.location.hash)?.[0].slice(1) ?? ""), []);

  async function check() {
    setFound({ is: "checking" });
    setFound(await look(list, hash, seed));
  }

  const alive = useAlive();
  const place = found?.is === "right" ? found.order.indexOf(name.trim().toLowerCase()) + 1 : 0;
  return (
    <section className={styles.check}>
      <h2>{words.title}</h2>
      <p>{words.what}</p>
      <Button
        type="button"
        kind="quiet"
        disabled={!alive}
        pending={found?.is === "checking"}
        onClick={() => void check()}
      >
        {found?.is === "checking" ? words.checking : words.button}
      </Button>
      <div role="status" className={styles.said}>
        {found ? <Said found={found} /> : null}
        {found?.is === "right" && name.trim() !== "" ? (
          <p>
            <strong>{place > 0 ? words.found(place, found.order.length) : words.unknown}</strong>
          </p>
        ) : null}
      </div>
      {found?.is === "right" ? (
        <TextField
          label={words.find}
          name="entry"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      ) : null}
    </section>
  );
}

function Said({ found }: { found: Found }) {
  if (found.is === "right") return <Banner tone="good" title={words.yes(found.order.length)} />;
  if (found.is === "failed") return <Banner tone="wait" title={words.failed} />;
  if (found.is === "no_list") return <Banner tone="bad" title={words.noList} />;
  return found.is === "no_order" ? <Banner tone="bad" title={words.noOrder} /> : null;
}

async function look(list: string, hash: string, seed: string): Promise<Found> {
  try {
    const lines = await readDrawList(list);
    if (listHash(lines) !== hash) return { is: "no_list" };
    const order = drawOrder(seed, lines);
    return order.join() === lines.join() ? { is: "right", order: order.map(entryOf) } : { is: "no_order" };
  } catch {
    return { is: "failed" };
  }
}
