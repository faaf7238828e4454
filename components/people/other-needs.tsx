import { Link } from "#components/ui/link.tsx";
import { Table } from "#components/ui/table.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./people.module.css";

const words = wordsOf("access");

type OtherNeedsProps = {
  /** Null until they are asked for: each look is noted. */
  people: readonly { id: string; name: string; access: string }[] | null;
  /** The address that shows them, and that of the list of people. */
  ask: string;
  base: string;
  /** How many are shown at most. */
  most: number;
};

/** Who wrote what no count has a name for, for whoever may read what people need. */
export function OtherNeedsPart({ people, ask, base, most }: OtherNeedsProps) {
  const { title, caption, name, said } = words.others;
  return (
    <section className={styles.part} id="other">
      <h2>{title}</h2>
      {people ? (
        <Table
          caption={caption}
          rows={people}
          rowId={({ id }) => id}
          columns={[
            {
              id: "name",
              label: name,
              header: true,
              cell: ({ id, name }) => <Link href={`${base}/${id}`}>{name}</Link>,
            },
            { id: "said", label: said, cell: ({ access }) => access },
          ]}
        />
      ) : (
        <p>
          <Link href={ask}>{words.others.ask}</Link>
        </p>
      )}
      {people && people.length >= most ? <p>{words.who.more(most)}</p> : null}
      <p>{words.who.asked}</p>
    </section>
  );
}
