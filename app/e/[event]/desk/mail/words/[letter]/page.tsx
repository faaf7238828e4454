import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { mayAt } from "#app/viewer.ts";
import { type Answered, Said } from "#components/desk/said.tsx";
import { LetterForm } from "#components/mail-words/form.tsx";
import styles from "#components/mail-words/mail-words.module.css";
import { Link } from "#components/ui/link.tsx";
import { database } from "#db/connection.ts";
import { markOfWords, readMailWords } from "#db/mail-words.ts";
import { knownIn, LETTERS, type Letter, mustOf } from "#domain/mail-words.ts";
import { LANGUAGES, type Tag } from "#messages/languages.ts";
import { ourLetter } from "#messages/letter.ts";
import { inLanguage, languages, wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../../../frame.tsx";
import { heardFrom, type SearchParams } from "../../../said.ts";
import { changeLetter } from "../actions.ts";
import { allBraced, previewOf } from "../preview.ts";

const words = wordsOf("letterWords");

type Props = { params: Promise<{ event: string; letter: string }>; searchParams: Promise<SearchParams> };

const letterIn = (name: string): Letter => LETTERS.find((it) => it === name) ?? notFound();

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event: slug, letter } = await params;
  await mayAt(slug, "changeSettings");
  return { title: words.letters[letterIn(letter)].title };
}

export default async function LetterPage({ params, searchParams }: Props) {
  const { event: slug, letter: name } = await params;
  const { event } = await mayAt(slug, "changeSettings");
  const letter = letterIn(name);
  const asked = await searchParams;
  const heard = heardFrom(asked);
  const all = languages();
  const locale =
    all.find((tag) => tag === asked.language) ?? all.find((tag) => tag === event.locale) ?? all[0]!;
  const own = await readMailWords(database(), event.id, { letter, locale });
  const now = own ?? inLanguage(locale, () => ourLetter(letter));
  const base = `/e/${slug}/desk/mail/words`;
  return (
    <DeskFrame slug={slug} at="mail" title={words.letters[letter].title}>
      <Said answered={answeredOf(heard?.code)} at={heard?.at ?? ""} />
      <p>
        <Link href={base}>{words.back}</Link>
      </p>
      <p>{words.letters[letter].when}</p>
      {all.length > 1 ? <Languages all={all} current={locale} page={`${base}/${letter}`} /> : null}
      <LetterForm
        key={`${locale} ${heard?.at}`}
        action={changeLetter.bind(null, slug)}
        letter={letter}
        language={locale}
        now={now}
        seen={previewOf(event, locale, now)}
        mark={markOfWords(own)}
        own={own !== null}
        known={allBraced(knownIn(letter))}
        must={allBraced(mustOf(letter))}
      />
    </DeskFrame>
  );
}

function Languages({ all, current, page }: { all: readonly Tag[]; current: Tag; page: string }) {
  return (
    <nav className={styles.languages} aria-label={words.languages}>
      {all.map((tag) => (
        <Link key={tag} href={`${page}?language=${tag}`} aria-current={tag === current ? "page" : undefined}>
          {LANGUAGES[tag].name}
        </Link>
      ))}
    </nav>
  );
}

function answeredOf(code: string | undefined): Answered | null {
  if (code === "kept") return { title: words.kept, next: words.keptNext };
  return code === "reset" ? { title: words.wasReset } : null;
}
