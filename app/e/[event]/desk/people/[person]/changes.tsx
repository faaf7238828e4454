import { Mend } from "#components/people/mend.tsx";
import { Twin } from "#components/people/merging.tsx";
import { type Heir, Move } from "#components/people/move.tsx";
import styles from "#components/people/people.module.css";
import { SendAgain } from "#components/people/send-again.tsx";
import type { Question } from "#db/change.ts";
import type { PersonDetail } from "#domain/history.ts";
import type { ByHand } from "#domain/people.ts";
import { canBeSentAgain } from "#domain/registration/status.ts";
import { allows } from "#domain/registration.ts";
import { wordsOf } from "#messages/words.ts";
import { mend, move } from "../actions.ts";
import { findOther, sendAgain } from "./actions.ts";

const consequence = wordsOf("consequence");
const words = wordsOf("people");

export const MOVES = ["confirm", "put_back_in_line", "remove"] as const;
type Hand = (typeof MOVES)[number];

type ChangesProps = {
  slug: string;
  person: PersonDetail;
  kept: string;
  can: (act: ByHand) => boolean;
  /** What is said before a move, with what is agreed to by it. */
  asked: Partial<Record<Hand, Question | null>>;
  heirs: readonly Heir[] | null;
};

/** What the crew may do to somebody by hand. */
export function Changes({ slug, person, kept, can, asked, heirs }: ChangesProps) {
  const of = { registrationId: person.id, kept };
  const moves = MOVES.filter((name) => can(name) && allows(name, person.status)).map((name) => (
    <Move
      key={name}
      move={name}
      seen={person.status}
      {...of}
      action={move.bind(null, slug)}
      heirs={name === "put_back_in_line" ? heirs : null}
      over={warningOf(asked[name] ?? null)}
    />
  ));
  // Whose registration is part of another has what they have there: only where that was a mistake is this one moved.
  if (person.mergedInto)
    return moves.length > 0 ? (
      <details className={styles.move}>
        <summary>{words.person.merged.apart}</summary>
        <div className={styles.ask}>
          <p>{words.person.merged.apartWhat}</p>
          {moves}
        </div>
      </details>
    ) : null;
  return (
    <>
      {moves}
      {can("send_again") && canBeSentAgain(person) ? (
        <SendAgain {...of} proven={person.proven} email={person.email} action={sendAgain.bind(null, slug)} />
      ) : null}
      {can("confirm") ? <Twin {...of} action={findOther.bind(null, slug)} /> : null}
      {can("mend") ? <Mend {...of} action={mend.bind(null, slug)} /> : null}
    </>
  );
}

function warningOf(question: Question | null) {
  if (!question) return null;
  const { asks, agreement } = question;
  return { says: asks.map((it) => consequence.say(it)).join(" "), agreement };
}
