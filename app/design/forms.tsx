import { Check } from "#components/ui/check.tsx";
import { Chips, Choice } from "#components/ui/choice.tsx";
import { SelectField, TextArea, TextField } from "#components/ui/field.tsx";
import { wordsOf } from "#messages/words.ts";
import { Section } from "./section.tsx";

const design = wordsOf("design");

const { field, kind, needs, work, sections } = design;

export function FormSections() {
  return (
    <>
      <Section id="fields" title={sections.fields}>
        <TextField name="about" label={field.about} hint={field.aboutHint} defaultValue={field.aboutValue} />
        <TextField
          name="email"
          type="email"
          autoComplete="off"
          label={field.email}
          hint={field.emailHint}
          error={field.emailError}
          defaultValue={field.emailValue}
        />
        <TextArea name="line" label={field.line} optional={field.optional} defaultValue={field.lineValue} />
        <SelectField name="sector" label={field.sector}>
          {work.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </SelectField>
        <TextField name="off" label={field.off} defaultValue="130" inputMode="numeric" disabled />
        <div>
          <Check name="first" label={field.first} hint={field.firstHint} defaultChecked />
          <Check name="photos" label={field.photos} />
        </div>
      </Section>
      <Section id="choices" title={sections.choices}>
        <Choice name="work" legend={work.legend} hint={work.hint} options={work.options} chosen={["local"]} />
        <Choice name="work-bad" legend={work.legend} error={work.error} options={work.options} />
        <div>
          <Chips name="kind" legend={kind.legend} options={kind.options} chosen={["discuss"]} />
          <Chips
            name="needs"
            legend={needs.legend}
            options={needs.options}
            chosen={["screen", "quiet"]}
            many
          />
        </div>
      </Section>
    </>
  );
}
