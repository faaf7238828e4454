"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { Words } from "#components/ui/words.tsx";
import type { RequestView } from "#domain/session-request.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./request.module.css";

const words = wordsOf("sessionRequest");

type OpenRequestsProps = {
  requests: readonly RequestView[];
  /** The session that is looked at, and what each is called, by its id. */
  about: string;
  titleOf: Readonly<Record<string, string>>;
  stand: FormAction;
};

/** What is asked of a session already, each to stand behind with a tap. Nothing where nobody asks anything. */
export function OpenRequests({ requests, about, titleOf, stand }: OpenRequestsProps) {
  if (requests.length === 0) return null;
  return (
    <section>
      <h2>{words.open}</h2>
      <ul className={styles.open}>
        {requests.map((request) => {
          const said = saidOf(request, about, titleOf);
          return (
            <li key={request.id}>
              <p>
                <Words>{said}</Words> {request.mine ? <strong>{words.mine}</strong> : null}
              </p>
              <Form action={stand} facts={`${request.id} ${request.mine}`} pendingWords={words.sending}>
                {() => (
                  <>
                    <input type="hidden" name="id" value={request.id} />
                    <input type="hidden" name="act" value={request.mine ? "stop" : "back"} />
                    <Submit kind="quiet" pendingWords={words.sending}>
                      {request.mine ? words.stop : words.back}
                      <span className="visually-hidden">: {said}</span>
                    </Submit>
                  </>
                )}
              </Form>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function saidOf(
  { kind, pitchId, otherId, people }: RequestView,
  about: string,
  titleOf: OpenRequestsProps["titleOf"],
) {
  const asked = count(people, words.asked[kind], readerLocale());
  const other = pitchId === about ? otherId : pitchId;
  return kind === "apart" && other ? `${asked} ${words.beside(titleOf[other] ?? "")}` : asked;
}
