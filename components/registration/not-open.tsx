import { ButtonLink } from "#components/ui/button.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { registration as words } from "#messages/en/registration.ts";
import styles from "./status.module.css";

type NotOpenProps = {
  camp: string;
  where: string;
  slug: string;
  title: string;
  why: string;
  next: string;
  /** Another way on than the camp's page: back to the form, with what was typed. */
  back?: { href: string; label: string };
};

/** Why there is no form here, kindly, and what one can do instead. */
export function NotOpen({ camp, where, slug, title, why, next, back }: NotOpenProps) {
  return (
    <Phone camp={camp} where={where}>
      <Heading title={title}>{why}</Heading>
      <p>{next}</p>
      <div className={styles.acts}>
        <ButtonLink wide kind={back ? "primary" : "quiet"} href={back?.href ?? `/e/${slug}`}>
          {back?.label ?? words.phase.toCamp}
        </ButtonLink>
      </div>
    </Phone>
  );
}
