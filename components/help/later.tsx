"use client";

import { type ComponentProps, type ComponentType, useEffect, useState } from "react";
import { loadWords } from "#messages/areas.tsx";
import type { HelpNotice } from "./notice.tsx";

type Props = ComponentProps<typeof HelpNotice>;

/** The notice of a call for help, which comes with its words once there is one: few phones are of the crew. */
export function LateHelp(props: Props) {
  const [Shown, setShown] = useState<ComponentType<Props> | null>(null);
  const called = props.calls.length > 0;
  useEffect(() => {
    if (!called) return;
    Promise.all([import("./notice.tsx"), loadWords("helping")]).then(
      ([it]) => setShown(() => it.HelpNotice),
      () => undefined,
    );
  }, [called]);
  return Shown ? <Shown {...props} /> : null;
}
