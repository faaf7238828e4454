import { ButtonLink } from "#components/ui/button.tsx";
import { wordsOf } from "#messages/words.ts";
import { Act, type Action } from "./act.tsx";
import styles from "./status.module.css";

const words = wordsOf("status");

type PhoneProps = {
  slug: string;
  /** Whether this device holds the ticket already. */
  held: boolean;
  token: string;
  use: Action;
};

/** Makes this device the one that pitches and raises hands. */
export function ForTheDay({ slug, held, token, use }: PhoneProps) {
  const { phone } = words;
  return (
    <section className={styles.part}>
      <h2>{phone.title}</h2>
      <p>{held ? phone.held : phone.what}</p>
      {held ? (
        <ButtonLink kind="quiet" wide href={`/e/${slug}/now`}>
          {phone.open}
        </ButtonLink>
      ) : (
        <Act action={use} token={token} kind="quiet" wide>
          {phone.use}
        </Act>
      )}
      {held ? <p>{phone.other}</p> : null}
    </section>
  );
}
