import { ButtonLink } from "#components/ui/button.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./status.module.css";

const words = wordsOf("registration");

type NotOpenProps = {
  camp: string;
  where: string;
  slug: string;
  title: string;
  why: string;
  next: string;
};

export function NotOpen({ camp, where, slug, title, why, next }: NotOpenProps) {
  return (
    <Phone camp={camp} home={`/e/${slug}`} where={where}>
      <Heading title={title}>{why}</Heading>
      <p>{next}</p>
      <div className={styles.acts}>
        <ButtonLink wide kind="quiet" href={`/e/${slug}`}>
          {words.phase.toCamp}
        </ButtonLink>
      </div>
    </Phone>
  );
}
