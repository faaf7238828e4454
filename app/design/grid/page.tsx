import { HourBand } from "#components/ui/hour-band.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { RoomName } from "#components/ui/room.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "../design.module.css";
import { hours } from "../look.tsx";
import { SampleTabs } from "../tabs.tsx";

const design = wordsOf("design");

export default function Page() {
  return (
    <Phone camp={design.camp} where={design.where} tabs={<SampleTabs current="grid" />}>
      <Heading title={design.grid.title} />
      {design.day.map((slot, index) => {
        const hour = hours[index] ?? "pause";
        return (
          <section className={styles.bleed} key={slot}>
            <HourBand hour={hour} level={2} aside={hour === 3 ? design.now.badge : null}>
              {slot}
            </HourBand>
            {hour === "pause"
              ? null
              : design.pitches.slice(index % 4, (index % 4) + 2).map((pitch) => (
                  <article className={styles.row} key={pitch.id}>
                    <h3>
                      {pitch.title}
                      <small>
                        <RoomName letter={pitch.letter}>{pitch.room}</RoomName>
                      </small>
                    </h3>
                    {pitch.hands > 40 ? <Icon name="hand" /> : null}
                  </article>
                ))}
          </section>
        );
      })}
    </Phone>
  );
}
