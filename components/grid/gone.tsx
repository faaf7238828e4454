/** What was taken off: it stays to be seen until its slot has ended. */
import { Card } from "#components/ui/card.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Words, worded } from "#components/ui/words.tsx";
import type { GridChange } from "#domain/grid.ts";
import { goneFrom } from "#messages/grid-change.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./grid.module.css";
import type { Reader } from "./reader.ts";

const words = wordsOf("grid");

type GoneProps = { change: GridChange; reader: Reader };

const roomOf = ({ change, reader: { grid, place } }: GoneProps) => {
  const room = goneFrom(grid, change, place);
  return room ? words.changed.goneFrom(room) : null;
};

const Title = ({ change }: GoneProps) => (
  <del>
    <Words>{change.title}</Words>
  </del>
);

export function GoneRow(gone: GoneProps) {
  const room = roomOf(gone);
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <h3>
          <Title {...gone} />
        </h3>
        <p className={styles.where}>
          <Tag>{words.changed.gone}</Tag>
          {room ? <span>{worded(room)}</span> : null}
        </p>
      </div>
    </div>
  );
}

/** The same among cards. */
export function GoneCard(gone: GoneProps) {
  const room = roomOf(gone);
  return (
    <Card
      as="li"
      level={2}
      above={
        <>
          {room ? <span className={styles.room}>{worded(room)}</span> : null}
          <Tag>{words.changed.gone}</Tag>
        </>
      }
      title={<Title {...gone} />}
    />
  );
}
