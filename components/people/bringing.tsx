import { Link } from "#components/ui/link.tsx";
import { Table } from "#components/ui/table.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./people.module.css";

const words = wordsOf("access").who;

type BringingProps = {
  /** Null until they are asked for: each look is noted. */
  people: readonly { id: string; name: string; companions: number; companionsNote: string }[] | null;
  /** The address that shows them, and that of the list of people. */
  ask: string;
  base: string;
  /** How many are shown at most. */
  most: number;
};

/** Who brings whom along, for whoever may read what people need. */
export function BringingPart({ people, ask, base, most }: BringingProps) {
  return (
    <section className={styles.part} id="along">
      <h2>{words.title}</h2>
      {people ? (
        <Table
          caption={words.caption}
          rows={people}
          rowId={({ id }) => id}
          columns={[
            {
              id: "name",
              label: words.name,
              header: true,
              cell: ({ id, name }) => <Link href={`${base}/${id}`}>{name}</Link>,
            },
            {
              id: "companions",
              label: words.companions,
              figures: true,
              cell: ({ companions }) => companions,
            },
            { id: "note", label: words.note, cell: ({ companionsNote }) => companionsNote },
          ]}
        />
      ) : (
        <p>
          <Link href={ask}>{words.ask}</Link>
        </p>
      )}
      {people && people.length >= most ? <p>{words.more(most)}</p> : null}
      <p>{words.asked}</p>
    </section>
  );
}
