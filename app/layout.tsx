/** The frame of every page: language, fonts, styles in the order of their layers, and the skip link. */
import "#components/ui/styles/layers.css";
import "#components/ui/styles/reset.css";
import "#components/ui/styles/tokens.css";
import "#components/ui/styles/hours.css";
import "#components/ui/styles/fallbacks.css";
import "#components/ui/styles/base.css";
// Used by the pages for "not found" and faults: without this import Next preloads a second copy with every page.
import "#components/ui/phone.module.css";
import "#components/ui/button.module.css";
import "#components/ui/icon.module.css";
// The script of faults is in every page: without this import each page brings a second copy of the parts it shares with it.
import "./error.tsx";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { OneLanguage } from "#components/event/one-language.tsx";
import { EARLY_TAPS } from "#domain/early-tap.ts";
import { LATE_SCRIPTS } from "#domain/late-script.ts";
import { FORGET_SENT_FORM } from "#domain/sent-form.ts";
import { ReaderArea } from "#messages/reader-area.tsx";
import { languages, readerDirection, readerLocale, wordsOf } from "#messages/words.ts";
import { fonts } from "./fonts.ts";

const common = wordsOf("common");

export const generateMetadata = (): Metadata => ({
  title: { default: common.product, template: `%s · ${common.product}` },
  description: common.description,
  applicationName: common.product,
  formatDetection: { telephone: false, email: false, address: false },
  icons: {
    icon: [
      { url: "/icons/icon.svg", type: "image/svg+xml" },
      { url: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
    ],
    apple: "/icons/apple-180.png",
  },
  manifest: "/manifest.webmanifest",
});

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf6" },
    { media: "(prefers-color-scheme: dark)", color: "#141310" },
  ],
};

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang={readerLocale()} dir={readerDirection()} className={fonts}>
      <body>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a text of our own, in which nothing is inserted */}
        <script dangerouslySetInnerHTML={{ __html: LATE_SCRIPTS }} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a text of our own, in which nothing is inserted */}
        <script dangerouslySetInnerHTML={{ __html: EARLY_TAPS }} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a text of our own, in which nothing is inserted */}
        <script dangerouslySetInnerHTML={{ __html: FORGET_SENT_FORM }} />
        <a className="skip" href="#main">
          {common.skip}
        </a>
        <ReaderArea name="common">
          {languages().length > 1 ? <OneLanguage>{children}</OneLanguage> : children}
        </ReaderArea>
      </body>
    </html>
  );
}
