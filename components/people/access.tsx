import { Empty } from "#components/ui/empty.tsx";
import { Table } from "#components/ui/table.tsx";
import { ACCESS_KINDS, type AccessCounts, type CompanionCount } from "#domain/access.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("access");

type AccessTableProps = {
  counts: AccessCounts;
  companions: CompanionCount;
  /** How many people have a place. */
  places: number;
  /** Whether the reader may read what each of them wrote. */
  reads: boolean;
};

/** How many need what, and how many come along with them. */
export function AccessTable({ counts, companions, places, reads }: AccessTableProps) {
  if (counts.wrote === 0 && companions.people === 0) return <Empty title={words.none} />;
  const named = ACCESS_KINDS.map((kind) => ({
    id: kind,
    what: words.kinds[kind],
    people: counts.kinds[kind],
  }));
  const other = { id: "other" as const, what: reads ? words.otherRead : words.other, people: counts.other };
  const along = { id: "companions" as const, what: words.companions, people: companions.companions };
  return (
    <>
      <p>{words.lede(places, reads)}</p>
      <Table
        caption={words.caption}
        rows={[...named, other, along].filter(({ people }) => people > 0)}
        rowId={({ id }) => id}
        columns={[
          { id: "what", label: words.kind, header: true, cell: ({ what }) => what },
          { id: "people", label: words.people, figures: true, cell: ({ people }) => people },
        ]}
      />
      <p>{words.how}</p>
    </>
  );
}
