import type { Metadata } from "next";
import { mayAt } from "#app/viewer.ts";
import styles from "#components/compere/compere.module.css";
import { Compere } from "#components/compere/compere.tsx";
import { TypePitch } from "#components/pitch/type.tsx";
import { permits } from "#domain/event.ts";
import { wordsOf } from "#messages/words.ts";
import type { SearchParams } from "../../said.ts";
import { typePitch } from "../actions.ts";
import { blankCard } from "../blank.ts";
import { runLine } from "./actions.ts";

const words = wordsOf("compere");

export const generateMetadata = (): Metadata => ({ title: words.title });

type Props = { params: Promise<{ event: string }>; searchParams: Promise<SearchParams> };

/** The compère's phone. Whoever of the crew opens it goes on where the last one stopped. */
export default async function Page({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const { event } = await mayAt(slug, "seeProgramme", "runPitches");
  const { q } = await searchParams;
  return (
    <Compere
      action={runLine.bind(null, slug)}
      served={new Date().toISOString()}
      search={typeof q === "string" ? q : ""}
    >
      {permits(event.phase, "pitch") ? (
        <details className={styles.add}>
          <summary>{words.add}</summary>
          <TypePitch fresh={blankCard()} action={typePitch.bind(null, slug)} />
        </details>
      ) : null}
    </Compere>
  );
}
