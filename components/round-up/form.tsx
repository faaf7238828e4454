"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Chips } from "#components/ui/choice.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST } from "#domain/limits.ts";
import { LINK_KINDS, type Topic } from "#domain/round-up.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./round-up.module.css";

const words = wordsOf("roundUp");
const { form } = words;

type LinkFormProps = {
  action: FormAction;
  topics: readonly Topic[];
  /** The id of the link that is added; sent again it is the same. */
  fresh: string;
};

/** Adds a link to the round-up. */
export function LinkForm({ action, topics, fresh }: LinkFormProps) {
  return (
    <Form action={action} keep="round-up" pendingWords={form.sending}>
      {(fields) => (
        <div className={styles.fields}>
          <input type="hidden" name="id" value={fields.text("id", fresh)} />
          <TextField
            label={form.url}
            hint={form.urlHint}
            name="url"
            type="url"
            inputMode="url"
            spellCheck={false}
            autoCapitalize="none"
            autoComplete="off"
            maxLength={LONGEST.linkUrl}
            defaultValue={fields.text("url")}
            error={fields.error("url")}
          />
          <TextField
            label={form.name}
            name="title"
            maxLength={LONGEST.linkTitle}
            defaultValue={fields.text("title")}
            error={fields.error("title")}
          />
          <TextField
            label={form.author}
            optional={form.optional}
            hint={form.authorHint}
            name="author"
            maxLength={LONGEST.linkAuthor}
            defaultValue={fields.text("author")}
            error={fields.error("author")}
          />
          <Chips
            legend={form.kind}
            name="kind"
            options={LINK_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
            chosen={[fields.text("kind", "post")]}
            error={fields.error("kind")}
          />
          <SelectField
            label={form.about}
            name="about"
            defaultValue={fields.text("about")}
            error={fields.error("about")}
          >
            <option value="">{words.whole}</option>
            {topics.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </SelectField>
          <Submit pendingWords={form.sending}>{form.send}</Submit>
        </div>
      )}
    </Form>
  );
}
