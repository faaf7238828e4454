"use client";

import { useEffect, useState } from "react";
import { readRefusal } from "#components/queries.ts";
import { Banner } from "#components/ui/banner.tsx";
import { useConnection, useLive } from "./provider.tsx";

/** Says why a screen hears nothing more where the server refuses it: a stream that is refused tells no script why. */
export function Refused() {
  const { slug, screen } = useLive();
  const lost = useConnection() === "offline";
  const [refused, setRefused] = useState<Awaited<ReturnType<typeof readRefusal>>>(null);
  useEffect(() => {
    setRefused(null);
    if (!lost) return;
    let gone = false;
    void readRefusal(slug, screen).then((why) => gone || setRefused(why));
    return () => {
      gone = true;
    };
  }, [slug, screen, lost]);
  if (!refused) return null;
  const { said } = refused;
  return (
    <Banner tone="bad" role="alert" title={said.what}>
      <p>{said.next}</p>
    </Banner>
  );
}
