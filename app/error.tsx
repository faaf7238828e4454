"use client";

/** The page for a fault. Its digest finds the fault in the log. */
import { useEffect } from "react";
import { Button, ButtonLink, Buttons } from "#components/ui/button.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { wordsOf } from "#messages/words.ts";

const common = wordsOf("common");

type Fault = { error: Error & { digest?: string }; retry: () => void };

export default function Broken({ error, retry }: Fault) {
  useEffect(() => {
    document.title = common.broken.title;
  }, []);
  return (
    <Phone camp={common.product}>
      <Heading title={common.broken.title}>{common.broken.why}</Heading>
      <Buttons>
        <Button onClick={retry}>{common.broken.next}</Button>
        <ButtonLink href="/" kind="quiet">
          {common.broken.home}
        </ButtonLink>
      </Buttons>
      {error.digest ? <p>{common.broken.reference(error.digest)}</p> : null}
    </Phone>
  );
}
