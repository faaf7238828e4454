import { Ring } from "#components/ui/bar.tsx";
import { BigNumber } from "#components/ui/figures.tsx";
import { Wall, WallTitle } from "#components/ui/wall.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "../design.module.css";

const design = wordsOf("design");

export default function Page() {
  const { wall, numbers, pitches } = design;
  return (
    <Wall
      hour={1}
      above={wall.above}
      join={wall.join}
      foot={
        <>
          <BigNumber value={wall.hands} wall>
            {wall.handsUp}
          </BigNumber>
          <p className={styles.then}>
            {wall.afterwards} <strong>{wall.queue}</strong>
          </p>
          <Ring value={19} max={30} label={numbers.seconds} />
        </>
      }
    >
      <WallTitle by={wall.by}>{pitches[1]?.title}</WallTitle>
    </Wall>
  );
}
