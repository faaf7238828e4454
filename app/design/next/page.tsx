import { Card } from "#components/ui/card.tsx";
import { RoomName } from "#components/ui/room.tsx";
import { Wall, WallCards } from "#components/ui/wall.tsx";
import { design } from "#messages/en/design.ts";
import styles from "../design.module.css";

export default function Page() {
  const { wall, now, pitches } = design;
  return (
    <Wall
      hour={3}
      above={wall.slot}
      join={wall.join}
      footHour={4}
      foot={
        <>
          <strong className={styles.strong}>{wall.next}</strong>
          <p>{wall.moved}</p>
        </>
      }
    >
      <WallCards title={now.title} clock={wall.clock}>
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
