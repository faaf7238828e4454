"use client";

import { useActionState } from "react";
import { FRESH } from "#components/form/answer.ts";
import { Submit } from "#components/ui/submit.tsx";
import { type CampQuestion, fieldOf, type More } from "#domain/question.ts";
import { type Answers, ASKED, questionOf } from "#domain/registration/answers.ts";
import { wordsOf } from "#messages/words.ts";
import { Act, type Action, Answer } from "./act.tsx";
import { idsWith, OwnQuestion } from "./own-question.tsx";
import { Question, type Sector } from "./question.tsx";
import styles from "./status.module.css";
import { Sure } from "./sure.tsx";

const { take, sending } = wordsOf("transfer");

/** The address is proven by the link, and not asked for. */
const TOLD = ASKED.filter((name) => name !== "email");

type TakingProps = {
  sectors: readonly Sector[];
  /** The camp's own. */
  questions: readonly CampQuestion[];
  /** What the form begins with. */
  begun: { answers: Partial<Answers>; more: More };
  token: string;
  accept: Action;
};

/** Takes a place that somebody hands on, with what everybody who registers is asked. */
export function Taking({ sectors, questions, begun, token, accept }: TakingProps) {
  const [state, send] = useActionState(accept, FRESH);
  const sent = Object.keys(state.values).length > 0;
  const told = (name: (typeof TOLD)[number]) => {
    if (!sent) return begun.answers[name];
    return questionOf(name).kind === "tick" ? state.values[name] === "yes" : String(state.values[name] ?? "");
  };
  return (
    <form className={styles.part} action={send} key={JSON.stringify(state)}>
      <h2>{take.form}</h2>
      <Answer state={state} idOf={idsWith(questions)} />
      <input type="hidden" name="token" value={token} />
      {TOLD.map((name) => (
        <Question key={name} name={name} value={told(name)} error={state.errors[name]} sectors={sectors} />
      ))}
      {questions.map((question) => {
        const field = fieldOf(question.id);
        return (
          <OwnQuestion
            key={question.id}
            question={question}
            value={sent ? String(state.values[field] ?? "") : begun.more[question.id]}
            error={state.errors[field]}
          />
        );
      })}
      <Submit wide pendingWords={sending}>
        {take.take}
      </Submit>
    </form>
  );
}

/** Leaves the place with whoever wanted to hand it on. */
export function NoThanks({ giver, token, decline }: { giver: string; token: string; decline: Action }) {
  return (
    <Sure label={take.no} what={take.noWhat(giver)}>
      <Act action={decline} token={token} kind="danger" wide>
        {take.noSure}
      </Act>
    </Sure>
  );
}
