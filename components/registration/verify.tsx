import { Figures } from "#components/ui/figures.tsx";
import { isHeld, isWaiting } from "#domain/registration/status.ts";
import type { RegistrationView } from "#domain/registration.ts";
import { time, weekday } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { Act, type Action, CodeForm } from "./act.tsx";
import { MendAddress } from "./details.tsx";
import styles from "./status.module.css";

const words = wordsOf("status");

type VerifyProps = {
  registration: RegistrationView;
  token: string;
  zone: string;
  /** When the newest code went out, ISO 8601; null while it is on its way. */
  codeSentAt: string | null;
  /** The page was opened by the mailed link: one button is proof enough. */
  mailed: boolean;
  byCode: Action;
  byLink: Action;
  again: Action;
  mend: Action;
};

/** Asks for proof that the mailbox is read. Opening a link is none: mail scanners open every link. */
export function Verify({
  registration,
  token,
  zone,
  codeSentAt,
  mailed,
  byCode,
  byLink,
  again,
  mend,
}: VerifyProps) {
  const { verify } = words;
  const { status, email, bounced } = registration;
  const why = isWaiting(status) ? verify.skipped : isHeld(status) ? verify.held : verify.place;
  const here = { locale: readerLocale(), zone };
  const sent = codeSentAt
    ? verify.sent(email, `${time(codeSentAt, here)}, ${weekday(codeSentAt, here)}`)
    : verify.queued(email);
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
            <Figures>{bounced ? verify.bounced(email) : sent}</Figures> {why}
          </p>
          <CodeForm action={byCode} token={token} />
          <Act action={again} token={token} kind="quiet">
            {verify.again}
          </Act>
          <MendAddress token={token} mend={mend} />
        </>
      )}
    </section>
  );
}
