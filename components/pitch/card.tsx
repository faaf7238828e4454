import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { worded } from "#components/ui/words.tsx";
import { RaisedHand } from "#components/voting/hand.tsx";
import type { Raising } from "#components/voting/raising.ts";
import type { NoteLevel, PitchView } from "#domain/pitch.ts";
import { wordsOf } from "#messages/words.ts";
import own from "./card.module.css";
import { Ands, Meta } from "./meta.tsx";
import styles from "./pitch.module.css";

const words = wordsOf("pitch");

type PitchCardProps = {
  as?: "li" | "div";
  pitch: PitchView;
  raising: Raising;
  /** Whoever reads it hosts it. */
  yours?: boolean;
  atTheFront?: boolean;
  /** Another thing to do with it, beside the hand. */
  action?: ReactNode;
  /** Where one says that it does not belong. */
  report?: string;
};

/** What is the reader's own is said at its edge, or where there is room for it: it comes late, and moves nothing. */
export function PitchCard({ as = "li", pitch, raising, yours, atTheFront, action, report }: PitchCardProps) {
  const closedUp = !raising.raise && raising.up(pitch.id);
  const pins = [atTheFront && words.atTheFront, yours && words.yours, closedUp && words.yourHand];
  const title = `title-${pitch.id}`;
  return (
    <Card
      as={as}
      id={`pitch-${pitch.id}`}
      pin={pins.filter(Boolean).join(" · ") || null}
      title={<span id={title}>{worded(pitch.title)}</span>}
      foot={
        <>
          <RaisedHand pitchId={pitch.id} about={title} raising={raising} />
          {action}
        </>
      }
    >
      {pitch.line || pitch.noteLevel !== "open" ? (
        <p className={styles.line}>
          <NoteTag level={pitch.noteLevel} />
          {worded(pitch.line)}
        </p>
      ) : null}
      <p className={own.who}>
        <span>
          <Meta pitch={pitch} />
        </span>
        {report ? (
          <a href={report} aria-describedby={title}>
            {words.report}
          </a>
        ) : null}
      </p>
      <Ands merged={pitch.merged} lines />
    </Card>
  );
}

/** What may leave the room, where that is not all of it. */
export function NoteTag({ level }: { level: NoteLevel }) {
  if (level === "open") return null;
  return (
    <>
      <Tag>{words.choices.noteLevel[level]}</Tag>{" "}
    </>
  );
}
