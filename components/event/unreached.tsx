"use client";

import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Status } from "#components/ui/status.tsx";
import { wordsOf } from "#messages/words.ts";

const { unreached: words } = wordsOf("common");

/** Says that a page was asked for which needs the network: the service worker led here instead (public/sw.js). */
export function Unreached() {
  const [shown, show] = useState(false);
  useEffect(() => {
    if (location.hash !== "#unreached") return;
    history.replaceState(history.state, "", location.pathname + location.search);
    show(true);
  }, []);
  return (
    <Status
      action={
        <Button
          kind="quiet"
          onClick={() => {
            show(false);
            document.getElementById("main")?.focus({ preventScroll: true });
          }}
        >
          {words.dismiss}
        </Button>
      }
    >
      {shown ? words.what : null}
    </Status>
  );
}
