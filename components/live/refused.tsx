"use client";

import { useEffect, useState } from "react";
import { readRefusal } from "#components/queries.ts";
import { Banner } from "#components/ui/banner.tsx";
import { useConnection, useLive } from "./provider.tsx";

/** Says why a screen hears nothing more where the server refuses it: a stream that is refused tells no script why. */
export function Refused() {
  const { slug, screen } = useLive();
  const lost = useConnection() === "offline";
  const [said, setSaid] = useState<Awaited<ReturnType<typeof readRefusal>>>(null);
  useEffect(() => {
    setSaid(null);
    if (!lost) return;
    let gone = false;
    void readRefusal(slug, screen).then((why) => gone || setSaid(why));
    return () => {
      gone = true;
    };
  }, [slug, screen, lost]);
  if (!said) return null;
  return (
    <Banner tone="bad" role="alert" title={said.what}>
      <p>{said.next}</p>
    </Banner>
  );
}
