"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Check } from "#components/ui/check.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST } from "#domain/limits.ts";
import { BROUGHT_AS } from "#domain/people-import/state.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./people.module.css";

const words = wordsOf("personAdd");

type AddProps = {
  /** Minted with the form: sent twice it adds nobody twice. */
  id: string;
  sectors: readonly { id: string; name: string }[];
  /** Somebody of the crew who is to take part as well; null for anybody. */
  member: { name: string; email: string; you: boolean } | null;
  action: FormAction;
};

export function AddPerson({ id, sectors, member, action }: AddProps) {
  const own = member?.you ? words.yours : words;
  const only = sectors.length === 1 ? sectors[0]!.id : "";
  return (
    <div className={styles.add}>
      <p>{member ? words.member[member.you ? "you" : "lede"] : words.lede}</p>
      <Form action={action} {...(member ? {} : { keep: "person-add" })} pendingWords={words.adding}>
        {(fields) => (
          <>
            <input type="hidden" name="id" value={fields.text("id", id)} />
            <TextField
              name="name"
              label={own.name}
              maxLength={LONGEST.personName}
              autoComplete="off"
              defaultValue={fields.text("name", member?.name)}
              error={fields.error("name")}
            />
            <TextField
              name="email"
              type="email"
              label={own.email}
              maxLength={LONGEST.email}
              autoComplete="off"
              spellCheck={false}
              defaultValue={fields.text("email", member?.email)}
              error={fields.error("email")}
            />
            <SelectField
              name="sectorId"
              label={words.sector}
              defaultValue={fields.text("sectorId", only)}
              error={fields.error("sectorId")}
            >
              <option value="">{words.sectorChoose}</option>
              {sectors.map((sector) => (
                <option key={sector.id} value={sector.id}>
                  {sector.name}
                </option>
              ))}
            </SelectField>
            <TextField
              name="organisation"
              label={words.organisation}
              optional={words.optional}
              maxLength={LONGEST.organisation}
              autoComplete="off"
              defaultValue={fields.text("organisation")}
              error={fields.error("organisation")}
            />
            <Check
              name="firstTime"
              value="yes"
              label={own.firstTime}
              defaultChecked={fields.ticked("firstTime", "yes")}
            />
            <Choice
              legend={own.gets}
              name="as"
              chosen={[fields.text("as", BROUGHT_AS[0])]}
              options={BROUGHT_AS.map((value) => ({ value, ...words.as[value] }))}
            />
            <TextField
              name="reason"
              label={words.reason}
              maxLength={LONGEST.reason}
              defaultValue={fields.text("reason", member ? words.member.reason : "")}
              error={fields.error("reason")}
            />
            <Check
              name="tell"
              value="yes"
              label={own.tell}
              hint={own.tellHint}
              defaultChecked={fields.ticked("tell", "yes", !member?.you)}
            />
            {fields.asked ? null : <Submit pendingWords={words.adding}>{own.add}</Submit>}
          </>
        )}
      </Form>
    </div>
  );
}
