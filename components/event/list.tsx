import { Card, Stack } from "#components/ui/card.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Link } from "#components/ui/link.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Words } from "#components/ui/words.tsx";
import { type EventView, hasDate, isHalted, permits } from "#domain/event.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./event.module.css";
import { dateOf, isOn, isPast, timeOf } from "./life.ts";
import { momentOf } from "./opening.tsx";
import { phaseOf } from "./phase.ts";

const halt = wordsOf("halt");
const home = wordsOf("home");
const release = wordsOf("release").soon;

/** Those that are on first, then those to come, then those that are over. */
export function CampList({ camps, now }: { camps: readonly EventView[]; now: number }) {
  const was = (camp: EventView) =>
    isPast(camp) || (!isOn(camp) && hasDate(camp.phase) && timeOf(camp, now) === "gone");
  const groups = [
    { title: home.live, camps: camps.filter(isOn) },
    { title: home.coming, camps: camps.filter((camp) => !isOn(camp) && !was(camp)) },
    { title: home.past, camps: camps.filter(was) },
  ];
  return groups
    .filter((group) => group.camps.length > 0)
    .map((group) => (
      <section key={group.title} className={styles.group}>
        <h2>{group.title}</h2>
        <CampStack camps={group.camps} now={now} />
      </section>
    ));
}

type CampStackProps = {
  camps: readonly EventView[];
  now: number;
  /** All of them are over: none says in which phase it was left. */
  past?: boolean;
};

/** Camps in the order given. */
export function CampStack({ camps, now, past = false }: CampStackProps) {
  return (
    <Stack as="ul">
      {camps.map((camp) => (
        <CampCard key={camp.id} camp={camp} now={now} past={past} />
      ))}
    </Stack>
  );
}

function CampCard({ camp, now, past }: { camp: EventView; now: number; past: boolean }) {
  const open = permits(camp.phase, "register") && timeOf(camp, now) !== "gone";
  const halted = isHalted(camp.phase);
  const state = halted || (!past && (isOn(camp) || open));
  const soon = open && camp.opensAt !== undefined && Date.parse(camp.opensAt) > now;
  const told = soon ? (
    <Tag>{release.title(momentOf(camp.opensAt!, camp))}</Tag>
  ) : (
    <Tag {...(!halted && { tone: "good" })}>{phaseOf(camp)}</Tag>
  );
  return (
    <Card
      as="li"
      // Where all are over, no heading of a group stands between them and the page's.
      level={past ? 2 : 3}
      title={
        <Link className={styles.whole} href={`/e/${camp.slug}`}>
          <Words>{camp.name}</Words>
        </Link>
      }
      above={state ? told : null}
    >
      <p>
        <Figures>
          {hasDate(camp.phase) ? dateOf(camp, now) : halt.noDate} · <Words>{camp.place}</Words>
        </Figures>
      </p>
      {camp.strapline ? (
        <p>
          <Words>{camp.strapline}</Words>
        </p>
      ) : null}
    </Card>
  );
}
