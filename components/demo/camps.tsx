import type { ReactNode } from "react";
import type { FormAction } from "#components/form/answer.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import type { Hour } from "#components/ui/hour.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./camps.module.css";
import { Way } from "./way.tsx";

const demo = wordsOf("demo");

export type DemoCard = {
  slug: string;
  name: string;
  phase: string;
  strapline: string;
  facts: readonly string[];
  moment: string;
  /** Morning, noon or afternoon, for the card's colour. */
  hour: Hour;
  /** Whether somebody waits whose turn is next. */
  line: boolean;
};

export function DemoPage({ product, children }: { product: string; children: ReactNode }) {
  return (
    <div className={styles.page}>
      <header>
        <p className={styles.product}>{product}</p>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        <h1>{demo.title}</h1>
        {children}
      </main>
    </div>
  );
}

export function Lede({ children }: { children: ReactNode }) {
  return <p className={styles.lede}>{children}</p>;
}

type Ways = { camper: FormAction; next: FormAction; organiser: FormAction };

export function DemoCamps({ camps, ways }: { camps: readonly DemoCard[]; ways: Ways }) {
  return (
    <ul className={styles.camps}>
      {camps.map((camp) => (
        <li key={camp.slug} className={styles.camp}>
          <Card
            as="article"
            hour={camp.hour}
            above={<span className={styles.phase}>{camp.phase}</span>}
            title={camp.name}
            foot={<Ways camp={camp} ways={ways} />}
          >
            <p>{camp.strapline}</p>
            <ul className={styles.facts}>
              {camp.facts.map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
            <p>{camp.moment}</p>
          </Card>
        </li>
      ))}
    </ul>
  );
}

function Ways({ camp, ways }: { camp: DemoCard; ways: Ways }) {
  return (
    <>
      <Way camp={camp.slug} become={ways.camper}>
        {demo.beCamper}
        <Whose camp={camp} />
      </Way>
      {camp.line ? (
        <Way camp={camp.slug} become={ways.next}>
          {demo.beNext}
          <Whose camp={camp} />
        </Way>
      ) : null}
      <Way camp={camp.slug} become={ways.organiser}>
        {demo.beOrganiser}
        <Whose camp={camp} />
      </Way>
      <ButtonLink kind="quiet" wide href={`/e/${camp.slug}/wall`}>
        {demo.beWall}
        <Whose camp={camp} />
      </ButtonLink>
    </>
  );
}

/** For screen readers, since every card has the same buttons. */
function Whose({ camp }: { camp: DemoCard }) {
  return <span className="visually-hidden"> {camp.name}</span>;
}
