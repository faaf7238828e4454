"use client";

import { useMyself } from "#components/live/me.ts";
import { ButtonLink } from "#components/ui/button.tsx";

/** To the form; for whoever has registered to their own page, said by `otherwise`, in the same place. */
export function WayToRegister({
  slug,
  otherwise,
  children,
}: {
  slug: string;
  otherwise: string;
  children: string;
}) {
  const registered = Boolean(useMyself(slug)?.owner);
  return (
    <ButtonLink wide href={`/e/${slug}/${registered ? "me" : "register"}`}>
      {registered ? otherwise : children}
    </ButtonLink>
  );
}

/** For the crew. The last of its list, so that it moves nothing when it comes. */
export function DeskLink({ slug, children }: { slug: string; children: string }) {
  return useMyself(slug)?.crew ? <a href={`/e/${slug}/desk`}>{children}</a> : null;
}
