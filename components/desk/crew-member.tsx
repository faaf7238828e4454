"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Card } from "#components/ui/card.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { Link } from "#components/ui/link.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { ROLES, type Role } from "#domain/permission.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./crew.module.css";
import { roleOptions } from "./crew.tsx";

const permission = wordsOf("permission");

const { member: words } = wordsOf("crew");

export type MemberView = {
  personId: string;
  name: string;
  roles: readonly Role[];
  you: boolean;
  /** Owns the installation, and is changed by nobody else. */
  fixed: boolean;
  /** The only organiser, who stays one. */
  last: boolean;
};

type MemberProps = {
  member: MemberView;
  camp: string;
  already: boolean;
  /** Where they are among the people, or are added to them; null for whoever may do neither. */
  place: { registered: boolean; href: string } | null;
  change: FormAction;
  remove: FormAction;
};

export function Member({ member, camp, already, place, change, remove }: MemberProps) {
  const { name, roles, you, fixed, last } = member;
  const as = permission.being(roles);
  return (
    <div className={styles.crew}>
      <p>{you ? words.you(as, camp) : words.lede(name, as, camp)}</p>
      {already ? <Banner tone="wait" role="status" title={words.already} /> : null}
      {place ? (
        <p>
          {place.registered ? words.place.has : words.place.none}{" "}
          <Link href={place.href}>{place.registered ? words.place.see : words.place.add}</Link>
        </p>
      ) : null}
      {fixed ? (
        <p>{words.owner(name)}</p>
      ) : (
        <>
          <Change member={member} action={change} />
          {last ? (
            <p>{words.last}</p>
          ) : (
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
          )}
        </>
      )}
    </div>
  );
}

function Change({ member, action }: { member: MemberView; action: FormAction }) {
  const label = member.you ? words.yours : words.roles;
  return (
    <Card as="section" title={words.rolesTitle}>
      <Form action={action} anyway={words.sure} pendingWords={words.pending}>
        {(fields) => (
          <>
            <input type="hidden" name="person" value={member.personId} />
            <Choice
              legend={label}
              name="role"
              many
              hint={words.rolesHint}
              options={roleOptions()}
              chosen={ROLES.filter((role) => fields.ticked("role", role, member.roles.includes(role)))}
              error={fields.error("role")}
            />
            {fields.asked ? null : (
              <Submit kind="quiet" pendingWords={words.pending}>
                {words.change}
              </Submit>
            )}
          </>
        )}
      </Form>
    </Card>
  );
}
