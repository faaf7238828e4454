"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps, MouseEvent } from "react";

export type LinkProps = ComponentProps<"a"> & {
  href: string;
  /** Asked before a page is opened; true where the caller showed it by itself, so that nothing is fetched. */
  onOpen?: ((href: string) => boolean) | undefined;
};

/**
 * A link within the product. It goes there without loading the page anew, and fetches nothing ahead: the
 * framework's own link does, and weighs 5 kB on every page of a phone in a basement.
 */
export function Link({ href, onOpen, onClick, ...rest }: LinkProps) {
  const router = useRouter();
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || !isPlainTap(event) || !href.startsWith("/")) return;
    event.preventDefault();
    if (!onOpen?.(href)) router.push(href);
  };
  return <a {...rest} href={href} onClick={open} />;
}

/** A tap that asks for this page here; anything else (a new tab, a download) is the browser's own. */
function isPlainTap(event: MouseEvent<HTMLAnchorElement>): boolean {
  const link = event.currentTarget;
  const held = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  return event.button === 0 && !held && !link.target && !link.hasAttribute("download");
}
