"use client";

import { Banner } from "#components/ui/banner.tsx";
import { Button, ButtonLink, Buttons } from "#components/ui/button.tsx";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import type { DoorState, Refusal } from "./phone-state.ts";

const words = wordsOf("door");

/** What is mended at the desk. */
const LEAD_TO_DESK = ["cut_off", "not_open", "passkey_needed"];

type ShutOutProps = {
  slug: string;
  refusal: Refusal;
  /** How many taps are kept here and not sent. */
  unsent: number;
  again: () => void;
};

/** Why the server, which answers, tells this phone nothing: what to do next, and how many taps wait on it meanwhile. */
export function ShutOut({ slug, refusal, unsent, again }: ShutOutProps) {
  const { code } = refusal;
  const said = code in words.shutOut ? words.shutOut[code as keyof typeof words.shutOut] : null;
  return (
    <Banner
      tone="bad"
      role="alert"
      title={said?.title ?? refusal.words}
      action={
        code === "signed_out" ? (
          <ButtonLink kind="quiet" href="/sign-in">
            {words.signIn}
          </ButtonLink>
        ) : code === "not_found" ? (
          <ButtonLink kind="quiet" href="/desk">
            {words.yourCamps}
          </ButtonLink>
        ) : (
          <Buttons>
            <Button kind="quiet" onClick={again}>
              {words.noList.again}
            </Button>
            {LEAD_TO_DESK.includes(code) ? (
              <ButtonLink kind="quiet" href={`/e/${slug}/desk`}>
                {words.desk}
              </ButtonLink>
            ) : null}
          </Buttons>
        )
      }
    >
      {said ? <p>{said.next}</p> : null}
      {unsent > 0 ? <p>{words.waiting(count(unsent, words.unsent, readerLocale()))}</p> : null}
    </Banner>
  );
}

/** While there is no list and nobody refuses one. @param stuck the last try reached nobody */
export function NoList({ state, stuck, again }: { state: DoorState; stuck: boolean; again: () => void }) {
  const unsent = state.unsent.length + state.unlisted.length;
  if (state.over && !stuck) return <Banner title={words.over.title}>{words.over.body}</Banner>;
  if (!state.ready || !stuck) return <p role="status">{words.loading}</p>;
  return (
    <Banner
      tone="offline"
      title={words.noList.title}
      action={
        <Button kind="quiet" onClick={again}>
          {words.noList.again}
        </Button>
      }
    >
      <p>{words.noList.body}</p>
      {unsent > 0 ? <p>{words.waiting(count(unsent, words.unsent, readerLocale()))}</p> : null}
    </Banner>
  );
}
