import { Figures } from "#components/ui/figures.tsx";
import type { OnTheDay } from "#domain/registration/on-the-day.ts";
import { time } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { Act, type Action } from "./act.tsx";
import styles from "./status.module.css";

const { leave: words } = wordsOf("standby");

type LeavingProps = {
  here: OnTheDay["here"];
  zone: string;
  token: string;
  leave: Action;
  back: Action;
};

/** "I'm leaving": for whoever came in today. */
export function Leaving({ here, zone, token, leave, back }: LeavingProps) {
  if (!here) return null;
  const place = { locale: readerLocale(), zone };
  return (
    <section className={styles.part}>
      <h2>{here.leftAt ? <Figures>{words.said(time(here.leftAt, place))}</Figures> : words.title}</h2>
      <p>{here.leftAt ? words.saidWhat : words.what}</p>
      <Act action={here.leftAt ? back : leave} token={token} kind="quiet" wide>
        {here.leftAt ? words.back : words.say}
      </Act>
    </section>
  );
}
