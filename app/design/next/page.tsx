import { Card } from "#components/ui/card.tsx";
import { RoomName } from "#components/ui/room.tsx";
import { Wall, WallCards, WallClock, WallHeading } from "#components/ui/wall.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "../design.module.css";

const design = wordsOf("design");

export default function Page() {
  const { wall, now, pitches } = design;
  return (
    <Wall
      hour={3}
      above={<WallHeading title={now.title}>{wall.slot}</WallHeading>}
      join={<WallClock>{wall.clock}</WallClock>}
      footHour={4}
      foot={
        <>
          <strong className={styles.strong}>{wall.next}</strong>
          <p>{wall.moved}</p>
        </>
      }
    >
      <WallCards columns={4}>
        {pitches.map((pitch) => (
          <Card
            as="li"
            key={pitch.id}
            title={pitch.title}
            above={<RoomName letter={pitch.letter}>{pitch.room}</RoomName>}
          />
        ))}
      </WallCards>
    </Wall>
  );
}
