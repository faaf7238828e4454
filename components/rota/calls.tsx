"use client";

import { useActionState } from "react";
import { placeOf } from "#components/event/place.ts";
import { useSnapshot } from "#components/live/provider.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Button, Buttons } from "#components/ui/button.tsx";
import { Card, Stack } from "#components/ui/card.tsx";
import { Words } from "#components/ui/words.tsx";
import { type HelpCall, standing } from "#domain/help-call.ts";
import { time } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import { UNTAPPED } from "./answer.ts";
import type { Calling } from "./call-form.tsx";
import styles from "./rota.module.css";

const words = wordsOf("help");

type CallsProps = {
  me: { id: string };
  calling: Calling;
  /** Milliseconds since 1970. */
  now: number;
};

/** The calls for help that stand: who is coming, and what this reader says to each. Nothing where there is none. */
export function Calls({ me, calling, now }: CallsProps) {
  const { crew } = useSnapshot();
  const calls = standing(crew?.calls ?? [], now);
  return (
    <section className={styles.part} id="help" aria-live="polite">
      {calls.length > 0 ? (
        <>
          <h2>{words.title}</h2>
          <Stack as="ul">
            {calls.map((call) => (
              <Call key={call.id} {...{ call, me, calling }} />
            ))}
          </Stack>
        </>
      ) : null}
    </section>
  );
}

function Call({ call, me, calling }: { call: HelpCall; me: { id: string }; calling: Calling }) {
  const place = placeOf(useSnapshot().event);
  const [{ refusal }, send, pending] = useActionState(calling.answer, UNTAPPED);
  const mine = call.by?.id === me.id;
  const comes = call.coming.some(({ id }) => id === me.id);
  const called = time(call.at, place);
  return (
    <Card as="li" tone="wait">
      <div className={styles.card}>
        <h3 className={styles.what}>
          <Words>{words.said(call.what, call.place)}</Words>
        </h3>
        <p className={styles.soft}>
          <Words>{call.by ? words.by(call.by.name, called) : words.nobodys(called)}</Words>
          {". "}
          {words.ends(time(call.endsAt, place))}
        </p>
        <p className={styles.what}>
          <Words>
            {call.coming.length > 0 ? words.coming(call.coming.map(({ name }) => name)) : words.nobody}
          </Words>
        </p>
        <form action={send}>
          <input type="hidden" name="call" value={call.id} />
          <Buttons>
            {mine ? null : (
              <Button
                type={pending ? "button" : "submit"}
                name="say"
                value={comes ? "stay" : "come"}
                kind={comes ? "quiet" : "primary"}
                aria-disabled={pending}
              >
                {comes ? words.stay : words.come}
              </Button>
            )}
            <Button
              type={pending ? "button" : "submit"}
              name="say"
              value="met"
              kind="quiet"
              aria-disabled={pending}
            >
              {words.met}
            </Button>
            {mine ? (
              <Button
                type={pending ? "button" : "submit"}
                name="say"
                value="called_off"
                kind="quiet"
                aria-disabled={pending}
              >
                {words.callOff}
              </Button>
            ) : null}
          </Buttons>
        </form>
        {refusal ? (
          <Banner tone="bad" role="alert" title={refusal.what}>
            <p>{refusal.next}</p>
          </Banner>
        ) : null}
      </div>
    </Card>
  );
}
