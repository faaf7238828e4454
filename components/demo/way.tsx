"use client";

import type { ReactNode } from "react";
import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./camps.module.css";

const demo = wordsOf("demo");

/** @param camp its slug */
export function Way({ camp, become, children }: { camp: string; become: FormAction; children: ReactNode }) {
  return (
    <div className={styles.way}>
      <Form action={become}>
        {() => (
          <>
            <input type="hidden" name="camp" value={camp} />
            <Submit kind="quiet" wide pendingWords={demo.being}>
              {children}
            </Submit>
          </>
        )}
      </Form>
    </div>
  );
}
