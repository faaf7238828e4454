import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import { Letters } from "#components/mail-words/list.tsx";
import { Link } from "#components/ui/link.tsx";
import { database } from "#db/connection.ts";
import { listOwnLetters } from "#db/mail-words.ts";
import type { Letter } from "#domain/mail-words.ts";
import { LANGUAGES } from "#messages/languages.ts";
import { languages, wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../../frame.tsx";

const log = wordsOf("mailLog");
const words = wordsOf("letterWords");

export const generateMetadata = (): Metadata => ({ title: words.title });

type Props = { params: Promise<{ event: string }> };

export default async function LettersPage({ params }: Props) {
  const { event: slug } = await params;
  const { may } = await mayAt(slug, "changeSettings");
  const own = new Map<Letter, string[]>();
  for (const { letter, locale } of await listOwnLetters(database(), may)) {
    const name = languages().find((tag) => tag === locale);
    if (name) own.set(letter, [...(own.get(letter) ?? []), LANGUAGES[name].name]);
  }
  const base = `/e/${slug}/desk/mail`;
  return (
    <DeskFrame slug={slug} at="mail" title={words.title}>
      <p>
        <Link href={base}>{log.parts.write}</Link>
      </p>
      <p>{words.lede}</p>
      <Letters base={`${base}/words`} own={own} />
    </DeskFrame>
  );
}
