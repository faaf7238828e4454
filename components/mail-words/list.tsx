import { Link } from "#components/ui/link.tsx";
import { Table } from "#components/ui/table.tsx";
import { LETTERS, type Letter } from "#domain/mail-words.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("letterWords");

type LettersProps = {
  /** The address under which each has its page. */
  base: string;
  /** The languages in which its words are the camp's own. */
  own: ReadonlyMap<Letter, readonly string[]>;
};

/** Every mail about a place, when it goes, and whose its words are. */
export function Letters({ base, own }: LettersProps) {
  return (
    <Table
      caption={words.table}
      rows={LETTERS.map((letter) => ({ letter, ...words.letters[letter] }))}
      rowId={({ letter }) => letter}
      columns={[
        {
          id: "letter",
          label: words.columns.letter,
          header: true,
          cell: ({ letter, title }) => <Link href={`${base}/${letter}`}>{title}</Link>,
        },
        { id: "when", label: words.columns.when, cell: ({ when }) => when },
        {
          id: "words",
          label: words.columns.words,
          cell: ({ letter }) => (own.has(letter) ? [words.own, ...own.get(letter)!].join(" · ") : words.ours),
        },
      ]}
    />
  );
}
