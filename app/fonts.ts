/**
 * The two families, self-hosted from npm. Only the latin files are preloaded; the latin-ext ones (ŵ and ŷ) wait for a
 * page with such a letter. The fallbacks are in styles/fallbacks.css: next/font would use Arial alone, which no Android
 * has.
 */
import localFont from "next/font/local";

const text = localFont({
  src: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
  variable: "--font-text",
  weight: "200 800",
  display: "swap",
  adjustFontFallback: false,
});

const display = localFont({
  src: "../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2",
  variable: "--font-display",
  weight: "200 800",
  display: "swap",
  adjustFontFallback: false,
});

const textExt = localFont({
  src: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
  variable: "--font-text-ext",
  weight: "200 800",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0100-0130, U+0132-0151, U+0154-02BA, U+1E00-1EFF" }],
});

const displayExt = localFont({
  src: "../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-ext-wght-normal.woff2",
  variable: "--font-display-ext",
  weight: "200 800",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0100-0130, U+0132-0151, U+0154-02BA, U+1E00-1EFF" }],
});

// The text face has a slashed zero, which reads as code in "10.30am", so its digits are the display face's. The same
// file with the same options gets the same address, so one download serves both.
const digits = localFont({
  src: "../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2",
  variable: "--font-digits",
  weight: "200 800",
  display: "swap",
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0030-0039" }],
});

/** Class names for `<html>`; they carry the variables that tokens.css composes into `--text` and `--display`. */
export const fonts = [text, display, digits, textExt, displayExt].map((font) => font.variable).join(" ");
