"use client";

import { useEffect, useState } from "react";
import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Check } from "#components/ui/check.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Link } from "#components/ui/link.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST } from "#domain/limits.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./door.module.css";
import { takeName } from "./passed-name.ts";

const door = wordsOf("door");

type WalkInFormProps = {
  slug: string;
  camp: string;
  /** Minted with the form: sent twice it lets nobody in twice. */
  id: string;
  sectors: readonly { id: string; name: string }[];
  /** Who was let in last. */
  done: { id: string; name: string; photos: boolean } | null;
  action: FormAction;
};

/** Somebody who did not register, in ten seconds. Works without a script; it needs the network. */
export function WalkInForm({ slug, camp, id, sectors, done, action }: WalkInFormProps) {
  const words = door.walkIn;
  const passed = usePassedName();
  return (
    <Phone layout="check-in" camp={camp} home={`/e/${slug}`}>
      <Heading title={words.title}>{words.lede}</Heading>
      <Form action={action} facts={done?.id ?? ""} anyway={words.anyway} pendingWords={words.saving}>
        {(fields) => (
          <>
            {done && !fields.sent ? (
              <Banner tone="good" role="status" title={door.isIn(done.name)}>
                <p>{done.photos ? door.lanyard.yes : door.lanyard.no}</p>
              </Banner>
            ) : null}
            <input type="hidden" name="id" value={fields.text("id", id)} />
            <TextField
              name="name"
              label={words.name}
              maxLength={LONGEST.personName}
              autoComplete="off"
              autoCapitalize="words"
              defaultValue={fields.text("name", done ? "" : passed)}
              error={fields.error("name")}
            />
            <Choice
              name="sectorId"
              legend={words.sector}
              options={sectors.map((sector) => ({ value: sector.id, label: sector.name }))}
              chosen={[fields.text("sectorId", sectors.length === 1 ? sectors[0]!.id : "")]}
              error={fields.error("sectorId")}
            />
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
              label={words.firstTime}
              defaultChecked={fields.ticked("firstTime", "yes")}
            />
            <Check
              name="photos"
              value="yes"
              label={words.photos}
              defaultChecked={fields.ticked("photos", "yes")}
            />
            <Submit wide pendingWords={words.saving}>
              {door.letIn}
            </Submit>
          </>
        )}
      </Form>
      <p className={styles.foot}>
        <Link href={`/e/${slug}/door`}>{words.back}</Link>
      </p>
    </Phone>
  );
}

/** The name that was looked for at the door before; empty until a script runs, and where there was none. */
function usePassedName(): string {
  const [name, setName] = useState("");
  useEffect(() => {
    const passed = takeName();
    if (passed !== "") setName(passed);
  }, []);
  return name;
}
