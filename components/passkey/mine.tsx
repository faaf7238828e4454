"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { ButtonLink, Buttons } from "#components/ui/button.tsx";
import { Card, Stack } from "#components/ui/card.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Link } from "#components/ui/link.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("passkey");

/** Days are written out; `used` null before its first use. */
export type PasskeyCard = { id: string; name: string; added: string; used: string | null; here: boolean };

/** @param removable whether each has a way to be removed, which says first what that means */
export function Passkeys({ keys, removable }: { keys: readonly PasskeyCard[]; removable: boolean }) {
  return (
    <Stack as="ul">
      {keys.map(({ id, name, added, used, here }) => (
        <Card
          as="li"
          key={id}
          title={name}
          above={here ? <Tag tone="good">{words.here}</Tag> : null}
          foot={
            removable ? (
              <Link href={`/sign-in/passkeys?remove=${id}`}>
                {words.remove.open}
                <span className="visually-hidden"> {name}</span>
              </Link>
            ) : null
          }
        >
          <p>
            <Figures>{words.added(added)}</Figures>
          </p>
          {used ? (
            <p>
              <Figures>{words.used(used)}</Figures>
            </p>
          ) : null}
        </Card>
      ))}
    </Stack>
  );
}

type RemoveProps = {
  passkey: { id: string; name: string };
  /** It is the last one; `stays`: and a camp requires one of whoever has it. */
  last: boolean;
  stays: boolean;
  action: FormAction;
};

export function RemovePasskey({ passkey: { id, name }, last, stays, action }: RemoveProps) {
  const { remove } = words;
  const keep = (
    <ButtonLink kind="quiet" href="/sign-in/passkeys">
      {remove.keep}
    </ButtonLink>
  );
  return (
    <Card as="section" title={remove.title(name)} tone="wait">
      {stays ? (
        <>
          <p>{remove.stays}</p>
          {keep}
        </>
      ) : (
        <>
          <p>{remove.means}</p>
          {last ? <p>{remove.last}</p> : null}
          <Form action={action}>
            {() => (
              <>
                <input type="hidden" name="passkey" value={id} />
                <Buttons>
                  <Submit kind="danger" pendingWords={remove.pending}>
                    {remove.sure}
                  </Submit>
                  {keep}
                </Buttons>
              </>
            )}
          </Form>
        </>
      )}
    </Card>
  );
}
