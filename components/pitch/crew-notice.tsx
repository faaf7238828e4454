"use client";

import { useState } from "react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Status } from "#components/ui/status.tsx";
import type { Me } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";

const { crewDid: words } = wordsOf("pitch");

const keyOf = (slug: string) => `wallchart hidden ${slug}`;

type CrewNoticeProps = { slug: string; me: Pick<Me, "hidden" | "withdrawn"> | undefined };

/** Tells whoever pitched something what the crew did with it last, until they put that away. */
export function CrewNotice({ slug, me: { hidden = "", withdrawn = "" } = {} }: CrewNoticeProps) {
  const [putAway, setPutAway] = useState("");
  const [did, since] =
    hidden >= withdrawn ? (["hidden", hidden] as const) : (["withdrawn", withdrawn] as const);
  const shown = since !== "" && since !== putAway && since > (read(slug) ?? "");
  return (
    <Status
      action={
        <>
          <ButtonLink kind="quiet" href={`/e/${slug}/me`}>
            {did === "hidden" ? words.why : words.see}
          </ButtonLink>
          <Button
            kind="quiet"
            onClick={() => {
              keep(slug, since);
              setPutAway(since);
              document.getElementById("main")?.focus({ preventScroll: true });
            }}
          >
            {words.dismiss}
          </Button>
        </>
      }
    >
      {shown ? words[did] : null}
    </Status>
  );
}

/** Without storage (private windows) it is told again with the next page. */
function read(slug: string): string | null {
  try {
    return localStorage.getItem(keyOf(slug));
  } catch {
    return null;
  }
}

function keep(slug: string, since: string): void {
  try {
    localStorage.setItem(keyOf(slug), since);
  } catch {
    // As above.
  }
}
