"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { RoundUpLink } from "#domain/round-up.ts";
import { wordsOf } from "#messages/words.ts";
import { LinkLine } from "./groups.tsx";
import styles from "./round-up.module.css";

const { desk: words } = wordsOf("roundUp");

type DeskLink = RoundUpLink & { hidden: boolean; reported: string };

/** All links, those first that somebody reported, each to be hidden or shown. */
export function DeskLinks({ links, decide }: { links: readonly DeskLink[]; decide: FormAction }) {
  if (links.length === 0) return <p>{words.none}</p>;
  return (
    <ul className={styles.links}>
      {links.map((link) => (
        <li key={link.id}>
          <LinkLine link={link} />
          {link.reported ? (
            <Banner tone="wait" title={words.reported}>
              <blockquote dir="auto">{link.reported}</blockquote>
            </Banner>
          ) : null}
          <div className={styles.decide}>
            <Tag>{link.hidden ? words.isHidden : words.isShown}</Tag>
            {link.reported ? <Decide link={link} to="keep" action={decide} /> : null}
            <Decide link={link} to={link.hidden ? "show" : "hide"} action={decide} />
          </div>
        </li>
      ))}
    </ul>
  );
}

type DecideProps = { link: DeskLink; to: "hide" | "show" | "keep"; action: FormAction };

function Decide({ link: { id, title }, to, action }: DecideProps) {
  return (
    <Form action={action} pendingWords={words.pending}>
      {() => (
        <>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="to" value={to} />
          <Submit kind="quiet" pendingWords={words.pending}>
            {words[to]}
            <span className="visually-hidden">: {title}</span>
          </Submit>
        </>
      )}
    </Form>
  );
}
