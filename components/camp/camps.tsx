import { fullDatesOf } from "#components/event/life.ts";
import { phaseOf } from "#components/event/phase.ts";
import { Card } from "#components/ui/card.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Link } from "#components/ui/link.tsx";
import type { EventView } from "#domain/event.ts";
import type { Role } from "#domain/permission.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./camps.module.css";

const camp = wordsOf("camp");
const permission = wordsOf("permission");

/** `roles` is null for a camp that somebody only comes to. */
export type CampInList = EventView & { roles: readonly Role[] | null };

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
            title={<Link href={it.roles ? `/e/${it.slug}/desk` : `/e/${it.slug}`}>{it.name}</Link>}
          >
            <p>
              <Figures>
                {it.place} · {fullDatesOf(it)}
              </Figures>
            </p>
            <p>
              {phaseOf(it)}
              {it.roles ? ` · ${camp.mine.you(permission.being(it.roles))}` : null}
            </p>
          </Card>
        ))}
      </ul>
    </section>
  );
}
