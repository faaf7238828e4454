/** What the demo camps say on the two pages that tickets wait for. In English, as their names and pitches are. */
import type { ReviewedPage } from "#domain/camp-page.ts";

export const PAGES: Record<ReviewedPage, string> = {
  privacy: `This camp is made up, and so is everybody who is registered for it.

## What you type here

Anybody who tries this demo can see what you type, as its crew. It is gone when the demo is moved to another day, or set up anew. So do not type anything about a real person.

No email leaves this demo: what would be sent is on the page of its mailbox, for everybody to read.`,
  accessibility: `This is about the pages of {camp}, a demo camp, on this website.

## What works

The pages are made to meet the Web Content Accessibility Guidelines, version 2.2, at level AA. You can use them with a keyboard, with a screen reader and in high contrast, and read nearly all of them without JavaScript.

## What does not

Nobody has told us of anything yet. Whoever runs this demo is glad to hear of it.`,
};
