import type { ReactNode } from "react";
import styles from "./card.module.css";
import type { Hour } from "./hour.ts";
import { worded } from "./words.tsx";

type CardProps = {
  as?: "article" | "section" | "div" | "li";
  /** `level` is that of the title's heading. */
  title?: ReactNode;
  level?: 2 | 3;
  above?: ReactNode;
  /** At the card's edge, where it appears without moving anything: "At the front now". */
  pin?: ReactNode;
  foot?: ReactNode;
  /** Colours only repeat what the words say. */
  tone?: "good" | "wait" | "bad";
  hour?: Hour;
  id?: string;
  /** On a wall: how large its letters are, as of `WallCards`. */
  fit?: number;
  children?: ReactNode;
};

export function Card({
  as: Tag = "div",
  title,
  level = 2,
  above,
  pin,
  foot,
  tone,
  hour,
  id,
  fit,
  children,
}: CardProps) {
  const Title = level === 2 ? "h2" : "h3";
  return (
    <Tag className={styles.card} data-tone={tone} data-hour={hour} data-fit={fit} id={id}>
      {pin ? <p className={styles.pin}>{pin}</p> : null}
      {above ? <div className={styles.above}>{above}</div> : null}
      {title ? <Title className={styles.title}>{worded(title)}</Title> : null}
      {children ? <div className={styles.body}>{children}</div> : null}
      {foot ? <div className={styles.foot}>{foot}</div> : null}
    </Tag>
  );
}

/** Cards with the same space between; `as="ul"` when they are a list. */
export function Stack({ as: Tag = "div", children }: { as?: "div" | "ul" | "ol"; children: ReactNode }) {
  return <Tag className={styles.stack}>{children}</Tag>;
}
