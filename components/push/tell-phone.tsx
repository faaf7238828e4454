"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { PushAsk } from "#domain/push.ts";
import { wordsOf } from "#messages/words.ts";
import { askBrowser, type Ended, forgetAddress, type Refused, type Standing, standingOf } from "./browser.ts";
import styles from "./tell-phone.module.css";

const words = wordsOf("push");

type TellPhoneProps = {
  /** By which address this phone is told, as SHA-256 in hex; null where it is not. */
  told: string | null;
  /** What a push service knows this installation by. */
  publicKey: string;
  ask: (asked: PushAsk) => Promise<Refused | null>;
  end: () => Promise<Refused | Ended>;
};

/** What came of a press. */
type Said = "begun" | "ended" | Refused | null;

/** Whether this phone is told of announcements, and the one button for it. Nothing until it is known what the phone can do. */
export function TellPhone({ told, publicKey, ask, end }: TellPhoneProps) {
  const [standing, setStanding] = useState<Standing | null>(null);
  const [pending, setPending] = useState(false);
  const [said, setSaid] = useState<Said>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    let shown = true;
    standingOf(told).then(
      (found) => shown && setStanding(found),
      () => shown && setStanding("cannot"),
    );
    return () => {
      shown = false;
    };
  }, [told]);

  const press = async (act: () => Promise<[Said, Standing?]>) => {
    setPending(true);
    setSaid(null);
    const [came, stands] = await act().catch((): [Said] => [navigator.onLine ? words.fault : words.offline]);
    setPending(false);
    setSaid(came);
    if (stands) setStanding(stands);
    // The button is gone.
    if (stands === "denied") title.current?.focus();
  };
  const begin = () =>
    press(async () => {
      const asked = await askBrowser(publicKey);
      if (asked === "denied") return [words.denied, "denied"];
      if (asked === "unanswered" || asked === "noService") return [words[asked]];
      const refused = await ask(asked);
      return refused ? [refused] : ["begun", "on"];
    });
  const stop = () =>
    press(async () => {
      const ended = await end();
      if ("what" in ended) return [ended];
      // The server tells it nothing any more, whatever the browser makes of that.
      if (ended.last) await forgetAddress().catch(() => undefined);
      return ["ended", "off"];
    });

  if (standing === null) return null;
  return (
    <section className={styles.part} aria-labelledby="in-your-pocket">
      <h2 id="in-your-pocket" ref={title} tabIndex={-1}>
        {words.title}
      </h2>
      {standing === "on" || standing === "off" ? (
        <>
          <p>{words[standing].what}</p>
          {standing === "off" ? <p className={styles.quiet}>{words.off.how}</p> : null}
          <p>
            {/* One button in both, so that the focus stays on it. */}
            <Button kind="quiet" pending={pending} onClick={standing === "on" ? stop : begin}>
              {standing === "on"
                ? words.on[pending ? "ending" : "end"]
                : words.off[pending ? "asking" : "ask"]}
            </Button>
          </p>
        </>
      ) : said === null ? (
        <>
          <p>{words[standing].what}</p>
          <p>{words[standing].next}</p>
        </>
      ) : null}
      <output className={styles.said} aria-live="polite">
        {said === null ? null : typeof said === "string" ? words[said] : `${said.what} ${said.next}`}
      </output>
    </section>
  );
}
