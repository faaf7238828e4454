import { Empty } from "#components/ui/empty.tsx";
import { Table } from "#components/ui/table.tsx";
import { ACCESS_KINDS, type AccessCounts } from "#domain/access.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("access");

/** @param places how many people have a place */
export function AccessTable({ counts, places }: { counts: AccessCounts; places: number }) {
  if (counts.wrote === 0) return <Empty title={words.none} />;
  const named = ACCESS_KINDS.map((kind) => ({
    id: kind,
    what: words.kinds[kind],
    people: counts.kinds[kind],
  }));
  const other = { id: "other" as const, what: words.other, people: counts.other };
  return (
    <>
      <p>{words.lede(places)}</p>
      <Table
        caption={words.caption}
        rows={[...named, other].filter(({ people }) => people > 0)}
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
