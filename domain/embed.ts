/** How a grid looks that stands in somebody else's page: as they ask, as far as it can be read. */
import { type Colour, readableOn, writingOn } from "#domain/contrast.ts";

export const EMBED_THEMES = ["light", "dark"] as const;
export type EmbedTheme = (typeof EMBED_THEMES)[number];

/** `theme` null follows the reader's system; `accent` null is the look's own. */
export type EmbedLook = { theme: EmbedTheme | null; accent: Colour | null };

type Wanted = { theme: string | null; accent: string | null };

/** What is asked for in an address; what is none of it is as if nothing was asked. */
export function embedLook({ theme, accent }: Wanted): EmbedLook {
  return {
    theme: EMBED_THEMES.find((one) => one === theme) ?? null,
    accent: /^[0-9a-f]{6}$/i.test(accent ?? "") ? `#${accent!.toLowerCase()}` : null,
  };
}

/** The same as part of an address, empty where nothing is asked. */
export function embedQuery({ theme, accent }: EmbedLook): string {
  const asked = new URLSearchParams({ ...(theme && { theme }), ...(accent && { accent: accent.slice(1) }) });
  return asked.size > 0 ? `?${asked}` : "";
}

/** Of the look (tokens.css). */
const COLOURS = {
  light: { paper: "#fbfaf6", ink: "#1c1a16", line: "#ddd8cb", band: "#efece3", link: "#1f4bb8" },
  dark: { paper: "#141310", ink: "#f6f3ea", line: "#3a3730", band: "#2b2924", link: "#a9c4ff" },
} as const satisfies Record<EmbedTheme, Record<string, Colour>>;

export type EmbedColours = { paper: Colour; ink: Colour; line: Colour; band: Colour } & {
  link: Colour;
  /** Of a room's letter, and what it is written in. */
  square: Colour;
  letter: Colour;
};

/** Text is read at 4.5 to 1 and better, whatever the accent (WCAG 2.2, 1.4.3). */
const LEAST = 4.5;

export function embedColours(theme: EmbedTheme, accent: Colour | null): EmbedColours {
  const { paper, ink, line, band, link } = COLOURS[theme];
  const square = accent ?? ink;
  return {
    ...{ paper, ink, line, band, square },
    letter: writingOn(square, "#ffffff", "#000000"),
    link: accent ? readableOn(paper, accent, ink, LEAST) : link,
  };
}
