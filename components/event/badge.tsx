"use client";

import { useSyncExternalStore } from "react";
import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { saidCode, signedCodeIn } from "#domain/ticket.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("badge");

export function BadgeForm({ action }: { action: FormAction }) {
  const scanned = useScanned();
  return (
    <Form action={action}>
      {(fields) => (
        <>
          <TextField
            // One that was scanned arrives after the page.
            key={scanned}
            label={words.code}
            hint={words.codeHint}
            name="code"
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
            defaultValue={fields.text("code") || scanned}
            error={fields.error("code")}
          />
          <TextField
            label={words.name}
            hint={words.nameHint}
            name="name"
            autoComplete="given-name"
            spellCheck={false}
            defaultValue={fields.text("name")}
            error={fields.error("name")}
          />
          <Submit wide pendingWords={words.pending}>
            {words.submit}
          </Submit>
        </>
      )}
    </Form>
  );
}

const listen = (changed: () => void) => {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
};

/** The code after the `#` of the address, where no server and no log sees it; empty where there is none. */
function useScanned(): string {
  const hash = useSyncExternalStore(
    listen,
    () => window.location.hash,
    () => "",
  );
  return saidCode(signedCodeIn(hash.slice(1))?.code ?? "");
}
