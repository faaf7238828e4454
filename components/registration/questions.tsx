/** The questions of a registration, one screen each. What was typed before is shown again; what is wrong is said beside it. */
import { Check } from "#components/ui/check.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { TextArea, TextField } from "#components/ui/field.tsx";
import { LONGEST } from "#domain/limits.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("registration");

/** The steps in the order they are asked; each is an id in the page, so that its #fragment shows it. */
export const STEPS = ["you", "work", "day"] as const;
export type Step = (typeof STEPS)[number];

/** Which answers a step asks for; `field` is the id an error links to. */
export const ASKED: Record<Step, readonly { name: string; field: string }[]> = {
  you: [
    { name: "name", field: "name" },
    { name: "email", field: "email" },
  ],
  work: [
    { name: "sectorId", field: "sectorId-first" },
    { name: "organisation", field: "organisation" },
    { name: "firstTime", field: "firstTime" },
  ],
  day: [
    { name: "access", field: "access" },
    { name: "photos", field: "photos" },
  ],
};

/** Kinds of organisation, as this camp divides them. */
export type Sector = { id: string; name: string };

type Errors = Readonly<Record<string, string>>;

function You({ errors }: { errors: Errors }) {
  return (
    <>
      <TextField
        name="name"
        label={words.you.name}
        hint={words.you.nameHint}
        error={errors.name}
        autoComplete="name"
        maxLength={LONGEST.personName}
        required
      />
      <TextField
        name="email"
        inputMode="email"
        autoCapitalize="none"
        label={words.you.email}
        hint={words.you.emailHint}
        error={errors.email}
        autoComplete="email"
        maxLength={LONGEST.email}
        spellCheck={false}
        required
      />
    </>
  );
}

function Work({ errors, sectors }: { errors: Errors; sectors: readonly Sector[] }) {
  return (
    <>
      <Choice
        legend={words.work.sector}
        name="sectorId"
        options={sectors.map((sector) => ({ value: sector.id, label: sector.name }))}
        error={errors.sectorId}
        required
      />
      <TextField
        name="organisation"
        label={words.work.organisation}
        optional={words.work.optional}
        error={errors.organisation}
        autoComplete="organization"
        maxLength={LONGEST.organisation}
      />
      <Check name="firstTime" value="yes" label={words.work.firstTime} />
    </>
  );
}

function Day({ errors }: { errors: Errors }) {
  return (
    <>
      <TextArea
        name="access"
        label={words.day.access}
        optional={words.work.optional}
        hint={words.day.accessHint}
        error={errors.access}
        maxLength={LONGEST.access}
      />
      <Check name="photos" value="yes" label={words.day.photos} hint={words.day.photosHint} />
    </>
  );
}

/** The questions of one step. */
export function Questions(props: { step: Step; errors: Errors; sectors: readonly Sector[] }) {
  if (props.step === "you") return <You errors={props.errors} />;
  if (props.step === "work") return <Work errors={props.errors} sectors={props.sectors} />;
  return <Day errors={props.errors} />;
}
