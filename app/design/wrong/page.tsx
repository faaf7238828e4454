import { Button } from "#components/ui/button.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { wordsOf } from "#messages/words.ts";

const common = wordsOf("common");
const design = wordsOf("design");

/** A page of its own, because the error summary takes the focus. */
export default function Page() {
  const { work, field } = design;
  return (
    <Phone camp={design.camp} where={work.step} action={<Button wide>{work.continue}</Button>}>
      <ErrorSummary
        title={common.errorSummary}
        errors={[
          { field: "work-first", message: work.error },
          { field: "email", message: field.emailError },
        ]}
      />
      <Choice name="work" legend={work.legend} legendAs="h1" error={work.error} options={work.options} />
      <TextField
        name="email"
        type="email"
        autoComplete="off"
        label={field.email}
        error={field.emailError}
        defaultValue={field.emailValue}
      />
    </Phone>
  );
}
