/** Names that look alike; without an answer they are two people. */
import { Choice } from "#components/ui/choice.tsx";
import type { ImportReport } from "#domain/import/report.ts";
import { number } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const imports = wordsOf("imports");

export function AlikeFields({ alike, alikeAll }: Pick<ImportReport, "alike" | "alikeAll">) {
  if (alike.length === 0) return null;
  const more =
    alikeAll > alike.length
      ? ` ${imports.alike.more(number(alike.length, readerLocale()), number(alikeAll, readerLocale()))}`
      : "";
  return (
    <Choice
      many
      legend={imports.alike.title}
      hint={`${imports.alike.hint}${more}`}
      name="same"
      chosen={alike.filter(({ same }) => same).map(({ id }) => id)}
      options={alike.map((one) => ({ value: one.id, label: imports.alike.tick(one) }))}
    />
  );
}
