"use client";

import { useState } from "react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Status } from "#components/ui/status.tsx";
import { wordsOf } from "#messages/words.ts";

const { hiddenYours: words } = wordsOf("pitch");

const keyOf = (slug: string) => `wallchart hidden ${slug}`;

/** Tells whoever pitched something that the crew hid it, until they put that away. @param since when the last was hidden */
export function HiddenNotice({ slug, since }: { slug: string; since: string | undefined }) {
  const [putAway, setPutAway] = useState<string>();
  const shown = since !== undefined && since !== putAway && since !== read(slug);
  return (
    <Status
      action={
        <>
          <ButtonLink kind="quiet" href={`/e/${slug}/me`}>
            {words.why}
          </ButtonLink>
          <Button
            kind="quiet"
            onClick={() => {
              if (since) keep(slug, since);
              setPutAway(since);
              document.getElementById("main")?.focus({ preventScroll: true });
            }}
          >
            {words.dismiss}
          </Button>
        </>
      }
    >
      {shown ? words.told : null}
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
