import type { ReactNode } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./fixed.module.css";

const { archived } = wordsOf("refusal");

/** Says that nothing of a camp is changed in the archive, and what to do. Nothing elsewhere. */
export function ArchiveBanner({ fixed }: { fixed: boolean }) {
  if (!fixed) return null;
  return (
    <Banner title={archived.what}>
      <p>{archived.next}</p>
    </Banner>
  );
}

/** Forms that can be read, and not sent, while the camp is in the archive. */
export function Fixed({ fixed, children }: { fixed: boolean; children: ReactNode }) {
  if (!fixed) return children;
  return (
    <fieldset disabled className={styles.fixed}>
      {children}
    </fieldset>
  );
}
