import { EqualityPart } from "#components/equality/part.tsx";
import styles from "#components/registration/status.module.css";
import { Link } from "#components/ui/link.tsx";
import { database } from "#db/connection.ts";
import { readEquality } from "#db/equality/answering.ts";
import type { StatusPage } from "#db/registration/status.ts";
import { isHalted } from "#domain/event.ts";
import { takesPart } from "#domain/registration.ts";
import { wordsOf } from "#messages/words.ts";

const privacy = wordsOf("privacy");
const swaps = wordsOf("swaps");

type AsidesProps = { page: StatusPage & { now: Date }; token: string };

/** Where a private page leads beside what it is about: nothing before the address is proven. */
export async function Asides({ page, token }: AsidesProps) {
  if (!page.registration.proven) return null;
  const equality = await readEquality(database(), page, page.now);
  const own = `/e/${page.event.slug}/r/${token}`;
  return (
    <>
      {equality ? <EqualityPart answered={equality.answered} page={`${own}/equality`} /> : null}
      {takesPart(page.registration.status) && !isHalted(page.event.phase) ? (
        <p className={styles.part}>
          <Link href={`${own}/swaps`}>{swaps.link}</Link>
        </p>
      ) : null}
      <p className={styles.part}>
        <Link href={`${own}/data`}>{privacy.link}</Link>
      </p>
    </>
  );
}
