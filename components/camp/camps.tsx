import Link from "next/link";
import { fullDatesOf } from "#components/event/life.ts";
import { Card } from "#components/ui/card.tsx";
import { Figures } from "#components/ui/figures.tsx";
import type { EventView } from "#domain/event.ts";
import type { Role } from "#domain/viewer.ts";
import { camp } from "#messages/en/camp.ts";
import { event } from "#messages/en/event.ts";
import styles from "./camps.module.css";

/** A camp in a list; `role` is null for one that somebody only comes to. */
type CampInList = EventView & { role: Role | null };

/** Camps as cards: the crew's lead to the desk, a camper's to the camp. */
export function Camps({ title, camps }: { title?: string; camps: readonly CampInList[] }) {
  return (
    <section className={styles.camps}>
      {title ? <h2>{title}</h2> : null}
      <ul className={styles.list}>
        {camps.map((it) => (
          <Card
            as="li"
            key={it.id}
            title={<Link href={it.role ? `/e/${it.slug}/desk` : `/e/${it.slug}`}>{it.name}</Link>}
          >
            <p>
              <Figures>
                {it.place} · {fullDatesOf(it)}
              </Figures>
            </p>
            <p>
              {event.phases[it.phase]}
              {it.role ? ` · ${camp.mine[it.role]}` : null}
            </p>
          </Card>
        ))}
      </ul>
    </section>
  );
}
