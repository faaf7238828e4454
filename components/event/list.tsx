import { Card, Stack } from "#components/ui/card.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Link } from "#components/ui/link.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Words } from "#components/ui/words.tsx";
import { type EventView, permits } from "#domain/event.ts";
import { event as words } from "#messages/en/event.ts";
import { home } from "#messages/en/front.ts";
import { weekday } from "#messages/format.ts";
import styles from "./event.module.css";
import { isOn, isPast } from "./life.ts";
import { placeOf } from "./place.ts";

/** The camps of this house: those that are on first, then those to come, then those that were. */
export function CampList({ camps }: { camps: readonly EventView[] }) {
  const groups = [
    { title: home.live, camps: camps.filter(isOn) },
    { title: home.coming, camps: camps.filter((camp) => !isOn(camp) && !isPast(camp)) },
    { title: home.past, camps: camps.filter(isPast).toReversed() },
  ];
  return groups
    .filter((group) => group.camps.length > 0)
    .map((group) => (
      <section key={group.title} className={styles.group}>
        <h2>{group.title}</h2>
        <Stack as="ul">
          {group.camps.map((camp) => (
            <CampCard key={camp.id} camp={camp} />
          ))}
        </Stack>
      </section>
    ));
}

function CampCard({ camp }: { camp: EventView }) {
  const state = isOn(camp) || permits(camp.phase, "register");
  return (
    <Card
      as="li"
      level={3}
      title={
        <Link className={styles.whole} href={`/e/${camp.slug}`}>
          <Words>{camp.name}</Words>
        </Link>
      }
      above={state ? <Tag tone="good">{words.phases[camp.phase]}</Tag> : null}
    >
      <p>
        <Figures>
          {weekday(camp.startsAt, placeOf(camp))} · <Words>{camp.place}</Words>
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
