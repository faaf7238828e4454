/** With which pitch one is merged, and then what that would come to. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { mayAt } from "#app/viewer.ts";
import { Candidates } from "#components/pitch/candidates.tsx";
import { MergePitches } from "#components/pitch/merging.tsx";
import styles from "#components/pitch/pitch.module.css";
import { Empty } from "#components/ui/empty.tsx";
import { Link } from "#components/ui/link.tsx";
import { worded } from "#components/ui/words.tsx";
import { database } from "#db/connection.ts";
import { previewMerge } from "#db/pitch/mergeable.ts";
import { readSnapshot } from "#db/snapshot.ts";
import { isId } from "#domain/id.ts";
import { allLike } from "#domain/likeness.ts";
import type { Snapshot } from "#domain/live.ts";
import { whichStays } from "#domain/pitch/merging.ts";
import type { PitchView } from "#domain/pitch.ts";
import { fold } from "#domain/search.ts";
import type { May } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";
import { DeskFrame } from "../../../frame.tsx";
import type { SearchParams } from "../../../said.ts";
import { mergeThese } from "./actions.ts";
import { countedOf, Half, whatHappens } from "./becomes.tsx";

const words = wordsOf("pitchMerging");
const pitchWords = wordsOf("pitch");

export const generateMetadata = (): Metadata => ({ title: words.title });

type Props = { params: Promise<{ event: string; pitch: string }>; searchParams: Promise<SearchParams> };

export default async function Merge({ params, searchParams }: Props) {
  const { event: slug, pitch: id } = await params;
  const { event, may } = await mayAt(slug, "seeProgramme", "runPitches");
  const snapshot = await readSnapshot(database(), event.id, "programme", pitchWords.hidden);
  const found = snapshot.pitches.find((pitch) => pitch.id === id);
  if (!found) notFound();
  const { with: other, stays, q } = await searchParams;
  const here = `/e/${slug}/desk/pitches/${id}/merge`;
  return (
    <DeskFrame
      slug={slug}
      at="pitches"
      title={words.title}
      actions={<Link href={`/e/${slug}/desk/pitches/${id}`}>{words.back}</Link>}
    >
      {typeof other === "string" && isId(other) ? (
        <Preview {...{ slug, here, may, snapshot, one: id, other, stays: String(stays ?? "") }} />
      ) : (
        <Choose
          found={found}
          snapshot={snapshot}
          search={typeof q === "string" ? q.trim() : ""}
          here={here}
        />
      )}
    </DeskFrame>
  );
}

type ChooseProps = { found: PitchView; snapshot: Snapshot; search: string; here: string };

function Choose({ found, snapshot: { pitches, hands }, search, here }: ChooseProps) {
  const others = pitches.filter(({ id }) => id !== found.id);
  const alike = allLike(others, found.title);
  const wanted = fold(search);
  const matches = ({ title, hosts }: PitchView) =>
    [title, ...hosts].some((text) => fold(text).includes(wanted));
  return (
    <>
      <p>{worded(words.with(found.title))}</p>
      <Candidates
        alike={alike}
        others={others.filter((pitch) => (search ? matches(pitch) : !alike.includes(pitch)))}
        hands={hands}
        search={search}
        hrefOf={(pitchId) => `${here}?with=${pitchId}`}
      />
    </>
  );
}

type PreviewProps = {
  slug: string;
  here: string;
  may: May<"runPitches">;
  snapshot: Snapshot;
  one: string;
  other: string;
  /** Which of the two was asked to stay; else the one that has more. */
  stays: string;
};

async function Preview({ slug, here, may, snapshot, one, other, stays }: PreviewProps) {
  const both = await previewMerge(database(), may, { stays: one, goes: other });
  if (!both) notFound();
  const usual = whichStays(both.stays, both.goes);
  const swapped = stays === "" ? usual.stays.id === other : stays === other;
  const preview = swapped ? await previewMerge(database(), may, { stays: other, goes: one }) : both;
  const halves = [preview!.stays, preview!.goes].map(({ id }) => snapshot.pitches.find((it) => it.id === id));
  const [staying, going] = halves;
  if (!staying || !going) return <Empty title={words.why.changed_meanwhile} />;
  return (
    <>
      <div className={styles.columns}>
        <Half
          title={words.stays}
          pitch={staying}
          hands={snapshot.hands}
          counted={countedOf(snapshot, staying)}
        />
        <Half title={words.goes} pitch={going} hands={snapshot.hands} counted={countedOf(snapshot, going)} />
      </div>
      <p>
        <Link href={`${here}?with=${other}&stays=${going.id}`}>{words.swap}</Link>
      </p>
      {preview!.why ? (
        <Empty title={words.why[preview!.why]} />
      ) : (
        <div className={styles.amend}>
          <section className={styles.section}>
            <h2>{words.becomes}</h2>
            <ul className={styles.happens}>
              {whatHappens(snapshot, preview!, staying, going).map((line) => (
                <li key={line}>{worded(line)}</li>
              ))}
            </ul>
          </section>
          <MergePitches
            stays={staying.id}
            goes={going.id}
            mark={preview!.mark}
            action={mergeThese.bind(null, slug)}
          />
        </div>
      )}
    </>
  );
}
