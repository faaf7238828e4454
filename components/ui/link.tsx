"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, createContext, type KeyboardEvent, type MouseEvent, useContext } from "react";

export type LinkProps = ComponentProps<"a"> & {
  href: string;
  /** Called before a page is opened; true where the caller showed it by itself, so that nothing is fetched. */
  onOpen?: ((href: string) => boolean) | undefined;
  /** It looks like a button, so that the space bar presses it as well. */
  likeButton?: boolean;
};

/** What a page shows by itself when a link in it is tapped: true where it did, as `onOpen`. */
export const Opens = createContext<LinkProps["onOpen"]>(undefined);

/**
 * A link within the product, navigating without reloading and without prefetching. The framework's own link prefetches,
 * and weighs 5 kB on every page.
 */
export function Link({ href, onOpen, onClick, likeButton = false, ...rest }: LinkProps) {
  const router = useRouter();
  const opens = useContext(Opens);
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || !isPlainTap(event) || !href.startsWith("/")) return;
    event.preventDefault();
    if (!(onOpen ?? opens)?.(href)) router.push(href);
  };
  const onKeyDown = likeButton ? press : undefined;
  return <a onKeyDown={onKeyDown} {...rest} href={href} onClick={open} />;
}

/** A click, before the browser scrolls the page. */
function press(event: KeyboardEvent<HTMLAnchorElement>) {
  if (event.key !== " " || event.repeat) return;
  event.preventDefault();
  event.currentTarget.click();
}

/** Anything but a plain tap (a new tab, a download) is left to the browser. */
function isPlainTap(event: MouseEvent<HTMLAnchorElement>): boolean {
  const link = event.currentTarget;
  const held = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  return event.button === 0 && !held && !link.target && !link.hasAttribute("download");
}
