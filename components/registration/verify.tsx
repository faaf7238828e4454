import type { RegistrationView } from "#domain/registration.ts";
import { status as words } from "#messages/en/status.ts";
import { Act, type Action, CodeForm } from "./act.tsx";
import styles from "./status.module.css";

type VerifyProps = {
  registration: RegistrationView;
  token: string;
  /** The page was opened by the link in our mail: one button is proof enough. */
  mailed: boolean;
  byCode: Action;
  byLink: Action;
  again: Action;
};

/** Asks for proof that the mailbox is read. Opening a link is not proof: mail scanners open every link. */
export function Verify({ registration, token, mailed, byCode, byLink, again }: VerifyProps) {
  const { verify } = words;
  const why = registration.status === "waiting" ? verify.skipped : verify.place;
  return (
    <section className={styles.verify} aria-labelledby="verify">
      <h2 id="verify">{verify.title}</h2>
      {mailed ? (
        <>
          <p>{verify.link}</p>
          <Act action={byLink} token={token} wide>
            {verify.linkYes}
          </Act>
        </>
      ) : (
        <>
          <p>
            {verify.sent(registration.email)} {why}
          </p>
          <CodeForm action={byCode} token={token} />
          <Act action={again} token={token} kind="quiet">
            {verify.again}
          </Act>
        </>
      )}
    </section>
  );
}
