import { Link } from "#components/ui/link.tsx";
import { Table } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { CAMP_PAGES, type CampPage, isReviewed, type Lack, type PageVersion } from "#domain/camp-page.ts";
import { wordsOf } from "#messages/words.ts";

const { titles, desk: words } = wordsOf("campPage");

type PageListProps = {
  /** The address under which each has its page at the desk. */
  base: string;
  /** The newest version of those that were ever changed. */
  pages: readonly (PageVersion & { page: CampPage })[];
  lacks: readonly Lack[];
};

/** Every page, whose its words are, and what of it is missing before tickets can open. */
export function PageList({ base, pages, lacks }: PageListProps) {
  const own = (page: CampPage) => pages.find((it) => it.page === page && it.body !== null);
  return (
    <Table
      caption={words.table}
      rows={CAMP_PAGES.map((page) => ({ page, own: own(page), lack: lacks.find((it) => it.page === page) }))}
      rowId={({ page }) => page}
      columns={[
        {
          id: "page",
          label: words.columns.page,
          header: true,
          cell: ({ page }) => <Link href={`${base}/${page}`}>{titles[page]}</Link>,
        },
        {
          id: "words",
          label: words.columns.words,
          cell: ({ own }) => (own ? words.own(own.version, own.by) : words.ours),
        },
        {
          id: "state",
          label: words.columns.state,
          cell: ({ page, lack }) =>
            lack ? <Tag tone="wait">{words.short[lack.why]}</Tag> : isReviewed(page) ? words.done : null,
        },
      ]}
    />
  );
}
