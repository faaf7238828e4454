import { Check } from "#components/ui/check.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import { LONGEST } from "#domain/limits.ts";
import { BROUGHT_AS, type PeopleImportState } from "#domain/people-import/state.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./people-import.module.css";

const words = wordsOf("peopleImport");

type HowProps = { state: PeopleImportState; sectors: readonly { id: string; name: string }[] };

/** What those get who are brought, why, and whether they are told. */
export function How({ state, sectors }: HowProps) {
  const { as, sectorId, reason, tell, errors } = state;
  const only = sectors.length === 1 ? sectors[0]!.id : "";
  return (
    <div className={styles.reading} key={JSON.stringify([as, sectorId, reason, tell, errors])}>
      <Choice
        legend={words.how}
        name="as"
        chosen={[as]}
        options={BROUGHT_AS.map((value) => ({ value, ...words.as[value] }))}
      />
      <SelectField
        name="sectorId"
        label={words.sector}
        defaultValue={sectorId || only}
        {...(errors.sectorId && { error: errors.sectorId })}
      >
        <option value="">{words.sectorChoose}</option>
        {sectors.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        name="reason"
        label={words.reason}
        maxLength={LONGEST.reason}
        defaultValue={reason}
        {...(errors.reason && { error: errors.reason })}
      />
      <Check name="tell" value="yes" label={words.tell} hint={words.tellHint} defaultChecked={tell} />
    </div>
  );
}
