import { Figures } from "#components/ui/figures.tsx";
import type { Hour } from "#components/ui/hour.ts";
import { HourBand } from "#components/ui/hour-band.tsx";
import { Icon, iconNames } from "#components/ui/icon.tsx";
import { RoomName } from "#components/ui/room.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./design.module.css";
import { Section } from "./section.tsx";

const design = wordsOf("design");

/** In the order of `design.day`. */
export const hours: readonly Hour[] = [1, 2, "pause", 3, 4, 5, 6];

const { sample, sections } = design;

export function LookSections() {
  return (
    <>
      <Section id="type" title={sections.type}>
        <div>
          <h1>{sample.title}</h1>
          <p>{sample.lede}</p>
        </div>
        <div>
          <h2>{design.pitches[0]?.title}</h2>
          <p>{sample.welsh}</p>
        </div>
        <div>
          <h3>
            <Figures>{sample.fact}</Figures>
          </h3>
          <p>
            {sample.fact} <a href="#type">{sample.link}</a>
          </p>
        </div>
      </Section>
      <Section id="hours" title={sections.hours}>
        <div>
          {design.day.map((slot, index) => (
            <HourBand
              key={slot}
              hour={hours[index] ?? "pause"}
              aside={slot === design.day[3] ? design.now.badge : null}
            >
              {slot}
            </HourBand>
          ))}
        </div>
        <ul className={styles.icons}>
          {design.pitches.map((pitch) => (
            <li key={pitch.id}>
              <RoomName letter={pitch.letter}>{pitch.room}</RoomName>
            </li>
          ))}
        </ul>
        <div className={styles.swatches} data-hour="4">
          <Tag>{design.tags.moved}</Tag>
        </div>
      </Section>
      <Section id="icons" title={sections.icons}>
        <ul className={`${styles.icons} ${styles.wide}`}>
          {iconNames.map((name) => (
            <li key={name}>
              <Icon name={name} /> {name}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
