import { ButtonLink } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { Heading } from "#components/ui/phone.tsx";
import type { Erasure } from "#domain/erasure.ts";
import { wordsOf } from "#messages/words.ts";
import { Act, type Action } from "./act.tsx";
import styles from "./status.module.css";
import { Sure } from "./sure.tsx";

const words = wordsOf("privacy");

type WhatIsHeldProps = {
  camp: string;
  erasure: Erasure;
  /** The address of their own page. */
  page: string;
  token: string;
  erase: Action;
};

/** A copy for whoever it is about, and its end, with all that follows said first. */
export function WhatIsHeld({ camp, erasure, page, token, erase }: WhatIsHeldProps) {
  const { copy } = words;
  return (
    <>
      <Heading title={words.title}>{words.lede(camp)}</Heading>
      <section className={styles.part}>
        <h2>{copy.title}</h2>
        <p>{copy.what}</p>
        {erasure.counted ? <p>{copy.counted}</p> : null}
        {/* Left to the browser: the router cannot fetch a file. */}
        <ButtonLink kind="quiet" wide href={`${page}/data/download`} download>
          {copy.button}
        </ButtonLink>
      </section>
      <section className={styles.part}>
        <h2>{words.erase.title}</h2>
        <Sure label={words.erase.label} what={words.erase.what}>
          <ul className={styles.points}>
            {saidOf(erasure).map((it) => (
              <li key={it}>{it}</li>
            ))}
          </ul>
          <Act action={erase} token={token} kind="danger" wide>
            {words.erase.sure}
          </Act>
        </Sure>
      </section>
      <p className={styles.part}>
        <Link href={page}>{words.back}</Link>
      </p>
    </>
  );
}

function saidOf({ lets, pitches, hands, writeUps, counted, account, barred }: Erasure): string[] {
  const { erase } = words;
  return [
    ...(lets ? [erase.lets(lets)] : []),
    ...(pitches.withdrawn > 0 ? [erase.withdrawn(pitches.withdrawn)] : []),
    ...(pitches.stay > 0 ? [erase.stay(pitches.stay)] : []),
    ...(hands > 0 ? [erase.hands(hands)] : []),
    ...(writeUps > 0 ? [erase.writeUps(writeUps)] : []),
    barred ? erase.barred : erase.gone,
    ...(counted ? [erase.counted] : []),
    ...(account && !barred ? [erase.account] : []),
    erase.log,
  ];
}
