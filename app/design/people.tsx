import type { ReactNode } from "react";
import type { Share } from "#components/ui/bar.tsx";
import { Table } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { perLanguage, wordsOf } from "#messages/words.ts";

const design = wordsOf("design");

const { columns, caption, rows } = design.table;
const { shares } = design.numbers;

export const sectors = perLanguage((): readonly Share[] => [
  { label: shares.local, value: 61, hour: 1 },
  { label: shares.central, value: 38, hour: 5 },
  { label: shares.health, value: 19, hour: 3 },
  { label: shares.others, value: 8, hour: 4 },
]);

const tones = ["wait", "wait", "good", "bad"] as const;

export function PeopleTable({ actions }: { actions: ReactNode }) {
  return (
    <Table
      caption={caption}
      rows={rows}
      rowId={(row) => `line-${row.line}`}
      marked={(row) => row.line === "1"}
      columns={[
        { id: "line", label: columns.line, figures: true, cell: (row) => row.line },
        { id: "name", label: columns.name, header: true, cell: (row) => row.name },
        { id: "organisation", label: columns.organisation, cell: (row) => row.organisation },
        { id: "since", label: columns.since, figures: true, cell: (row) => row.since },
        {
          id: "status",
          label: columns.status,
          cell: (row) => <Tag tone={tones[rows.indexOf(row)] ?? "wait"}>{row.status}</Tag>,
        },
        { id: "actions", label: columns.actions, quiet: true, end: true, cell: () => actions },
      ]}
    />
  );
}
