/** The demo camps as cards, each with its three ways in. */
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import type { Hour } from "#components/ui/hour.ts";
import { Submit } from "#components/ui/submit.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./camps.module.css";

const demo = wordsOf("demo");

/** Sends the form that makes this browser somebody; its only field is the camp's address, `camp`. */
export type Become = (form: FormData) => Promise<void>;

export type DemoCard = {
  slug: string;
  name: string;
  phase: string;
  strapline: string;
  facts: readonly string[];
  moment: string;
  /** Where the demo camp stands in the day; morning, noon, afternoon. */
  hour: Hour;
  /** Whether somebody waits whose turn is next. */
  line: boolean;
};

/** The frame of the demo's front page: as wide as its three cards. */
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

/** The sentence under the title. */
export function Lede({ children }: { children: ReactNode }) {
  return <p className={styles.lede}>{children}</p>;
}

type Ways = { camper: Become; next: Become; organiser: Become };

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
      <Way camp={camp} become={ways.camper}>
        {demo.beCamper}
      </Way>
      {camp.line ? (
        <Way camp={camp} become={ways.next}>
          {demo.beNext}
        </Way>
      ) : null}
      <Way camp={camp} become={ways.organiser}>
        {demo.beOrganiser}
      </Way>
      <ButtonLink kind="quiet" wide href={`/e/${camp.slug}/wall`}>
        {demo.beWall}
        <Whose camp={camp} />
      </ButtonLink>
    </>
  );
}

function Way({ camp, become, children }: { camp: DemoCard; become: Become; children: ReactNode }) {
  return (
    <form action={become} className={styles.way}>
      <input type="hidden" name="camp" value={camp.slug} />
      <Submit kind="quiet" wide pendingWords={demo.being}>
        {children}
        <Whose camp={camp} />
      </Submit>
    </form>
  );
}

/** The same words stand on every card: a screen reader hears which camp they belong to. */
function Whose({ camp }: { camp: DemoCard }) {
  return <span className="visually-hidden"> {camp.name}</span>;
}
