/** What making one registration out of two of the same person would come to. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { mayAt } from "#app/viewer.ts";
import { FollowPeople } from "#components/desk/follow-people.tsx";
import { Merge } from "#components/people/merging.tsx";
import styles from "#components/people/people.module.css";
import { StatusTag } from "#components/people/tag.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Link } from "#components/ui/link.tsx";
import { database } from "#db/connection.ts";
import { listThese } from "#db/people-list.ts";
import { type MergePreview, previewMerge } from "#db/registration/merging.ts";
import { isId } from "#domain/id.ts";
import { keptView, personAt, viewText } from "#domain/people-view.ts";
import { holdsPlace, type PersonInLine } from "#domain/registration.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../../frame.tsx";
import type { SearchParams } from "../../said.ts";
import { mergeThem } from "./actions.ts";

const words = wordsOf("merging");

export const generateMetadata = (): Metadata => ({ title: words.title });

type Props = { params: Promise<{ event: string }>; searchParams: Promise<SearchParams> };

export default async function MergePeople({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { may } = await mayAt(slug, "seePeople", "movePeople");
  const { stays, goes, list } = await searchParams;
  if (!isId(String(stays)) || !isId(String(goes))) notFound();
  const preview = await previewMerge(database(), may, String(stays), String(goes));
  if (!preview) notFound();
  const people = await listThese(database(), may, [preview.stays.id, preview.goes.id]);
  const [kept, base, now] = [viewText(keptView(list)), `/e/${slug}/desk/people`, Date.now()];
  const swapped = new URLSearchParams({
    stays: preview.goes.id,
    goes: preview.stays.id,
    ...(kept && { list: kept }),
  });
  return (
    <DeskFrame
      slug={slug}
      at="people"
      title={words.title}
      actions={<Link href={personAt(base, preview.stays.id, kept)}>{words.back}</Link>}
    >
      <FollowPeople />
      <div className={styles.columns}>
        {people.map((person, index) => (
          <section key={person.id} className={styles.part}>
            <h2>{index === 0 ? words.stays : words.goes}</h2>
            <Half person={person} now={now} />
          </section>
        ))}
      </div>
      <p>
        <Link href={`${base}/merge?${swapped}`}>{words.swap}</Link>
      </p>
      {preview.merged ? (
        <>
          <section className={styles.part}>
            <h2>{words.becomes}</h2>
            <Becomes preview={preview} people={people} now={now} />
          </section>
          <div className={styles.narrow}>
            <Merge
              stays={preview.stays.id}
              goes={preview.goes.id}
              mark={preview.mark}
              kept={kept}
              action={mergeThem.bind(null, slug)}
            />
          </div>
        </>
      ) : (
        <Empty title={words.nothing} />
      )}
    </DeskFrame>
  );
}

function Half({ person, now }: { person: PersonInLine; now: number }) {
  return (
    <>
      <p>
        {person.name}
        <br />
        {person.email}
        <br />
        {person.organisation}
      </p>
      <StatusTag person={person} now={now} />
    </>
  );
}

type BecomesProps = { preview: MergePreview; people: readonly PersonInLine[]; now: number };

function Becomes({ preview: { merged, stays, goes, hands, pitches }, people, now }: BecomesProps) {
  if (!merged) return null;
  const better = people[merged.from === "stays" ? 0 : 1]!;
  const then = { ...better, status: merged.status, proven: people[0]!.proven, bounced: people[0]!.bounced };
  const lines = [
    words.rank,
    ...(holdsPlace(stays.status) && holdsPlace(goes.status) ? [words.freed] : []),
    ...(hands.goes > 0 ? [words.hands(hands.stays, hands.goes)] : []),
    ...(pitches.goes > 0 ? [words.pitches(pitches.goes)] : []),
    ...[words.answers, words.ends, words.told, words.undo],
  ];
  return (
    <ul>
      <li>
        {words.gets[merged.from]} <StatusTag person={then} now={now} />
      </li>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
