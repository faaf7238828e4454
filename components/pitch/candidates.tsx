import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Link } from "#components/ui/link.tsx";
import { Words } from "#components/ui/words.tsx";
import type { Hands } from "#domain/live.ts";
import type { PitchView } from "#domain/pitch.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { Meta } from "./meta.tsx";
import styles from "./pitch.module.css";

const words = wordsOf("pitchMerging");

type CandidatesProps = {
  alike: readonly PitchView[];
  others: readonly PitchView[];
  hands: Hands | null;
  /** What is looked for; empty for nothing. */
  search: string;
  hrefOf: (pitchId: string) => string;
};

/** The pitches that one can be merged with: those that sound alike first. Works without a script. */
export function Candidates({ alike, others, hands, search, hrefOf }: CandidatesProps) {
  const heads = search ? words.found(search) : words.others;
  return (
    <>
      {alike.length > 0 ? <Some title={words.alike} pitches={alike} {...{ hands, hrefOf }} /> : null}
      <form method="get" className={styles.find}>
        <TextField name="q" label={words.search} defaultValue={search} autoComplete="off" />
        <Button kind="quiet" type="submit">
          {words.look}
        </Button>
      </form>
      {others.length > 0 ? (
        <Some title={heads} pitches={others} {...{ hands, hrefOf }} />
      ) : (
        <p>{search ? words.nothing : alike.length > 0 ? null : words.alone}</p>
      )}
    </>
  );
}

type SomeProps = Pick<CandidatesProps, "hands" | "hrefOf"> & { title: string; pitches: readonly PitchView[] };

function Some({ title, pitches, hands, hrefOf }: SomeProps) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      <ul className={styles.parts}>
        {pitches.map((pitch) => (
          <li key={pitch.id}>
            <Link className={styles.pick} href={hrefOf(pitch.id)} aria-label={words.choose(pitch.title)}>
              <Words>{pitch.title}</Words>
            </Link>
            <p className={styles.quiet}>
              <Meta pitch={pitch} />
              {hands ? ` · ${count(hands[pitch.id] ?? 0, words.hands, readerLocale())}` : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
