import { FocusHeading } from "#components/registration/focus-heading.tsx";
import styles from "#components/registration/status.module.css";
import { Link } from "#components/ui/link.tsx";
import { Heading } from "#components/ui/phone.tsx";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("equality");

/** On the private page: the way to the questions, or that they are answered. */
export function EqualityPart({ answered, page }: { answered: boolean; page: string }) {
  const { part } = words;
  return (
    <section className={styles.part}>
      <h2>{words.title}</h2>
      {answered ? (
        <p>{part.answered}</p>
      ) : (
        <>
          <p>{part.what}</p>
          <p>
            <Link href={page}>{part.link}</Link>
          </p>
        </>
      )}
    </section>
  );
}

/** In place of the questions, once somebody has answered. @param page their own */
export function EqualityThanks({ page }: { page: string }) {
  const { thanks, form } = words;
  return (
    <>
      <FocusHeading />
      <Heading title={thanks.title}>{thanks.body}</Heading>
      <p className={styles.part}>
        <Link href={page}>{form.back}</Link>
      </p>
    </>
  );
}
