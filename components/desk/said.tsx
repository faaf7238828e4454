import type { ReactNode } from "react";
import { Banner, type BannerTone } from "#components/ui/banner.tsx";
import { Spotlight } from "#components/ui/spotlight.tsx";

import styles from "./said.module.css";

export type Answered = { tone?: BannerTone; title: ReactNode; next?: string | undefined; action?: ReactNode };

/** The answer to an act, on the page it led to. @param at which act it answers: another one takes the focus again */
export function Said({ answered, at }: { answered: Answered | null; at: string }) {
  if (!answered) return null;
  const { tone = "good", title, next, action } = answered;
  return (
    <div className={styles.said}>
      <Spotlight key={at}>
        <Banner tone={tone} role="status" title={title} action={action}>
          {next ? <p>{next}</p> : null}
        </Banner>
      </Spotlight>
    </div>
  );
}
