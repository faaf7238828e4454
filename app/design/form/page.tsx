import { Button } from "#components/ui/button.tsx";
import { Check } from "#components/ui/check.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { wordsOf } from "#messages/words.ts";

const design = wordsOf("design");

export default function Page() {
  const { work, field } = design;
  return (
    <Phone
      camp={design.camp}
      where={work.step}
      action={
        <Button type="submit" form="work-form" wide>
          {work.continue}
        </Button>
      }
    >
      <form id="work-form">
        <Choice
          name="work"
          legend={work.legend}
          legendAs="h1"
          hint={work.hint}
          options={work.options}
          chosen={["local"]}
        />
        <TextField name="email" type="email" autoComplete="off" label={field.email} hint={field.emailHint} />
        <Check name="first" label={field.first} defaultChecked />
      </form>
    </Phone>
  );
}
