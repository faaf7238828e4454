"use client";

import { useEffect } from "react";

/** After an act that the page answers by being another: its heading is read. Give it a new key for a new act. */
export function FocusHeading() {
  useEffect(() => {
    const heading = document.querySelector<HTMLElement>("#main h1");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }, []);
  return null;
}
