import { Bar, Ring, Shares } from "#components/ui/bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { BigNumber, Numbers } from "#components/ui/figures.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./design.module.css";
import { PeopleTable, sectors } from "./people.tsx";
import { Section } from "./section.tsx";

const design = wordsOf("design");

const { numbers, sample, sections } = design;

export function FactSections() {
  return (
    <>
      <Section id="numbers" title={sections.numbers}>
        <Card>
          <BigNumber value={numbers.line}>{numbers.lineMeaning}</BigNumber>
          <hr />
          <Bar value={58} max={100} label={numbers.chance} />
        </Card>
        <Card>
          <BigNumber value={numbers.in}>{numbers.inMeaning}</BigNumber>
          <hr />
          <Bar value={94} max={130} label={numbers.inMeaning} tone="good" />
        </Card>
        <Ring value={19} max={30} label={numbers.seconds} />
        <div className={styles.wide}>
          <Numbers items={numbers.row} />
        </div>
        <div className={styles.wide}>
          <Shares label={numbers.sharesLabel} shares={sectors()} count={String} />
        </div>
      </Section>
      <Section id="table" title={sections.table}>
        <div className={styles.wide}>
          <PeopleTable actions={<Button kind="quiet">{sample.calendar}</Button>} />
        </div>
      </Section>
    </>
  );
}
