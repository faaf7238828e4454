import { Shares } from "#components/ui/bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Desk, Phase } from "#components/ui/desk.tsx";
import { Numbers } from "#components/ui/figures.tsx";
import { wordsOf } from "#messages/words.ts";
import { PeopleTable, sectors } from "../people.tsx";

const design = wordsOf("design");

export default function Page() {
  const { desk, numbers, table } = design;
  return (
    <Desk
      camp={design.camp}
      where={design.where}
      label={desk.nav}
      menu={desk.menu}
      links={desk.links.map((link, index) => ({
        ...link,
        href: `/design/desk?page=${index}`,
        current: index === 1,
      }))}
      phase={
        <Phase label={desk.now} phase={desk.phase}>
          <p>{desk.next}</p>
        </Phase>
      }
      title={desk.title}
      remark={desk.remark}
      actions={
        <>
          <Button kind="quiet" icon="download">
            {desk.download}
          </Button>
          <Button kind="quiet">{desk.add}</Button>
          <Button>{desk.offer}</Button>
        </>
      }
    >
      <Numbers items={numbers.row} />
      <Shares label={numbers.sharesLabel} shares={sectors()} count={String} />
      <p>{desk.remarkOnFloor}</p>
      <PeopleTable actions={<a href="#line-1">{table.why}</a>} />
    </Desk>
  );
}
