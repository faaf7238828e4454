"use client";

import type { FormAction } from "#components/form/answer.ts";
import { type Filled, Form } from "#components/form/form.tsx";
import { Buttons } from "#components/ui/button.tsx";
import { Chips } from "#components/ui/choice.tsx";
import { SelectField, TextArea, TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { isBlank, MAIL_GROUPS, type MailGroup, type MailWords } from "#domain/group-mail.ts";
import { LONGEST } from "#domain/limits.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./group-mail.module.css";

const { form: words, begin } = wordsOf("groupMail");

export type WriteView = {
  draft: MailWords & { mark: string };
  /** How many would get it in each group; of one sector only where it is chosen. */
  counts: Readonly<Partial<Record<MailGroup, number>>>;
  sectors: readonly { id: string; name: string }[];
  /** What can stand in braces, as it is typed. */
  braces: string;
};

type WriteProps = WriteView & {
  action: FormAction;
  /** Another after every save, so that the form begins with what was saved. */
  at: string;
};

/** Every button keeps what is typed first. */
export function WriteForm({ action, at, draft, ...view }: WriteProps) {
  return (
    <Form action={action} facts={`${draft.mark} ${at}`} keep="mail" pendingWords={words.keeping}>
      {(fields) => (
        <>
          {/* What Enter presses, wherever it is pressed. */}
          <button type="submit" name="step" value="keep" hidden tabIndex={-1} />
          <input type="hidden" name="mark" value={fields.text("mark", draft.mark)} />
          <Whom fields={fields} draft={draft} {...view} />
          {isBlank(draft) ? <Beginnings /> : null}
          <Words fields={fields} draft={draft} braces={view.braces} />
          <Buttons>
            <Submit kind="quiet" name="step" value="keep" pendingWords={words.keeping}>
              {words.keep}
            </Submit>
            <Submit kind="quiet" name="step" value="trial" pendingWords={words.keeping}>
              {words.trial}
            </Submit>
            <Submit name="step" value="send" pendingWords={words.keeping}>
              {words.send}
            </Submit>
          </Buttons>
          {isBlank(draft) ? null : <Drop />}
        </>
      )}
    </Form>
  );
}

type Part = { fields: Filled; draft: MailWords };

function Whom({ fields, draft, counts, sectors }: Part & Pick<WriteView, "counts" | "sectors">) {
  return (
    <>
      <Chips
        legend={words.to}
        name="group"
        options={MAIL_GROUPS.map((value) => {
          const people = counts[value];
          const label = words.groups[value];
          return { value, label: people === undefined ? label : words.of(label, people) };
        })}
        chosen={[fields.text("group", draft.group)]}
      />
      <div className={styles.sector}>
        <SelectField
          label={words.sector}
          hint={words.sectorHint}
          name="sectorId"
          defaultValue={fields.text("sectorId", draft.sectorId ?? "")}
          error={fields.error("sectorId")}
        >
          <option value="">{words.noSector}</option>
          {sectors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
    </>
  );
}

function Words({ fields, draft, braces }: Part & Pick<WriteView, "braces">) {
  const theirs = fields.text("theirs");
  return (
    <>
      <TextField
        label={words.subject}
        name="subject"
        autoComplete="off"
        maxLength={LONGEST.mailSubject}
        defaultValue={fields.text("subject", draft.subject)}
        error={fields.error("subject")}
      />
      <TextArea
        label={words.body}
        hint={words.bodyHint(braces)}
        name="body"
        rows={14}
        maxLength={LONGEST.mailBody}
        defaultValue={fields.text("body", draft.body)}
        error={fields.error("body")}
      />
      {theirs ? (
        <section className={styles.theirs}>
          <h2>{words.theirs}</h2>
          <p className={styles.hint}>{words.theirsHint}</p>
          <p className={styles.typed}>{theirs}</p>
        </section>
      ) : null}
    </>
  );
}

function Beginnings() {
  return (
    <section className={styles.begin}>
      <h2>{begin.title}</h2>
      <p className={styles.hint}>{begin.hint}</p>
      <Buttons>
        {(["joining", "venue", "reminder", "thanks"] as const).map((name) => (
          <Submit key={name} kind="quiet" name="step" value={name} pendingWords={words.keeping}>
            {begin.labels[name]}
          </Submit>
        ))}
      </Buttons>
    </section>
  );
}

function Drop() {
  return (
    <details className={styles.drop}>
      <summary>{words.drop.open}</summary>
      <p>{words.drop.sure}</p>
      <Submit kind="danger" name="step" value="drop" pendingWords={words.keeping}>
        {words.drop.go}
      </Submit>
    </details>
  );
}
