"use client";

import { useState } from "react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Status } from "#components/ui/status.tsx";
import { Words } from "#components/ui/words.tsx";
import { type HelpCall, standing } from "#domain/help-call.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("help");

type HelpNoticeProps = {
  slug: string;
  /** The newest first. */
  calls: readonly HelpCall[];
  /** Milliseconds since 1970. */
  now: number;
};

/** Tells whoever is on the crew, over any page of the camp, that one of them calls for help, until they put it away. */
export function HelpNotice({ slug, calls, now }: HelpNoticeProps) {
  const [putAway, setPutAway] = useState<readonly string[]>([]);
  const call = standing(calls, now).find(({ id }) => !putAway.includes(id));
  return (
    <Status
      action={
        <>
          <ButtonLink kind="quiet" href={`/e/${slug}/rota`}>
            {words.see}
          </ButtonLink>
          <Button
            kind="quiet"
            onClick={() => {
              setPutAway((before) => (call ? [...before, call.id] : before));
              document.getElementById("main")?.focus({ preventScroll: true });
            }}
          >
            {words.dismiss}
          </Button>
        </>
      }
    >
      {call ? (
        <Words>
          {[
            words.notice(call.what, call.place),
            ...(call.coming.length > 0 ? [`${words.coming(call.coming.map(({ name }) => name))}.`] : []),
          ].join(" ")}
        </Words>
      ) : null}
    </Status>
  );
}
