import { Empty } from "#components/ui/empty.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Heading } from "#components/ui/phone.tsx";
import { Table } from "#components/ui/table.tsx";
import type { FairnessShown } from "#domain/fairness.ts";
import type { DrawView } from "#domain/release.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./fairness.module.css";

const words = wordsOf("fairness");

type FairnessProps = {
  slug: string;
  /** Why there is nothing to show instead: the camp is not over, or nobody registered here. */
  shown: FairnessShown | "early" | "none";
  draws: readonly DrawView[];
};

/** How fairly a camp went, as anybody may read it. */
export function Fairness({ slug, shown, draws }: FairnessProps) {
  if (typeof shown === "string")
    return (
      <>
        <Heading title={words.title} />
        <Empty title={words[shown].title}>{words[shown].body}</Empty>
      </>
    );
  const { hosts, worst, turnout } = shown;
  return (
    <>
      <Heading title={words.title}>{words.lede}</Heading>
      <Places rows={shown.rows} />
      <Said title={words.hosts.title}>
        {hosts ? words.hosts.some(hosts.asked, hosts.got) : words.hosts.few}
      </Said>
      <Said title={words.wishes.title}>{worst === null ? words.wishes.few : words.wishes.some(worst)}</Said>
      <Said title={words.turnout.title}>
        {turnout ? words.turnout.some(turnout.asked, turnout.got) : words.turnout.few}
      </Said>
      <Said title={words.draws.title}>
        {draws.length === 0
          ? words.draws.none
          : draws.map(({ entries, places }) => words.draws.one(entries, places)).join(" ")}
      </Said>
      {draws.length > 0 ? (
        <p>
          <a href={`/e/${slug}/draw`}>{words.draws.link}</a>
        </p>
      ) : null}
    </>
  );
}

function Said({ title, children }: { title: string; children: string }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      <p>
        <Figures>{children}</Figures>
      </p>
    </section>
  );
}

type Row = FairnessShown["rows"][number];

const atLeast = (people: number) => (people > 0 ? words.atLeast(people) : words.fewer);
const nameOf = ({ of, name }: Row) => (of === "sector" ? name : words.places[of]);

function Places({ rows }: { rows: readonly Row[] }) {
  const { places } = words;
  return (
    <section className={styles.part}>
      <h2>{places.title}</h2>
      <Table
        caption={places.title}
        rows={rows}
        rowId={({ of, name }) => `${of} ${name}`}
        columns={[
          { id: "who", label: places.who, header: true, cell: nameOf },
          { id: "asked", label: places.asked, figures: true, cell: ({ asked }) => atLeast(asked) },
          { id: "got", label: places.got, figures: true, cell: ({ got }) => atLeast(got) },
        ]}
      />
      <p>{places.why}</p>
    </section>
  );
}
