"use client";

import { Form, type FormAction } from "#components/desk/form.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Card } from "#components/ui/card.tsx";
import { Submit } from "#components/ui/submit.tsx";
import type { Role } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./crew.module.css";

const desk = wordsOf("desk");

const words = desk.crew.member;

export type MemberView = {
  personId: string;
  name: string;
  role: Role;
  you: boolean;
  /** Why nobody may change them, where that is so. */
  fixed: "owner" | "last" | null;
};

type MemberProps = {
  member: MemberView;
  camp: string;
  already: boolean;
  change: FormAction;
  remove: FormAction;
};

/** One member of the crew, and what can be changed about them: each with what it means, before it is done. */
export function Member({ member, camp, already, change, remove }: MemberProps) {
  const { name, role, you, fixed } = member;
  const as = desk.crew.roleOf[role];
  return (
    <div className={styles.crew}>
      <p>{you ? words.you(as, camp) : words.lede(name, as, camp)}</p>
      {already ? <Banner tone="wait" role="status" title={words.already} /> : null}
      {fixed ? (
        <p>{fixed === "owner" ? words.owner(name) : words.last}</p>
      ) : (
        <>
          <Change member={member} action={change} />
          <Card as="section" title={you ? words.leave : words.off}>
            <p>{you ? words.leaveHint : words.offHint(name)}</p>
            <Form action={remove}>
              {() => (
                <>
                  <input type="hidden" name="person" value={member.personId} />
                  <Submit kind="danger" pendingWords={words.pending}>
                    {you ? words.leave : words.off}
                    <span className="visually-hidden"> {name}</span>
                  </Submit>
                </>
              )}
            </Form>
          </Card>
        </>
      )}
    </div>
  );
}

function Change({ member, action }: { member: MemberView; action: FormAction }) {
  const wanted: Role = member.role === "organiser" ? "campmaker" : "organiser";
  const label = (member.you ? words.makeMe : words.make)[wanted];
  return (
    <Card as="section" title={label}>
      <p>{member.you ? words.meansYou[wanted] : words.means[wanted]}</p>
      <Form action={action}>
        {() => (
          <>
            <input type="hidden" name="person" value={member.personId} />
            <input type="hidden" name="role" value={wanted} />
            <Submit kind="quiet" pendingWords={words.pending}>
              {label}
            </Submit>
          </>
        )}
      </Form>
    </Card>
  );
}
