/** The pages that show every component in every state, in development and in demo mode only. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { env } from "#env.ts";
import { ReaderArea } from "#messages/reader-area.tsx";
import { wordsOf } from "#messages/words.ts";

const design = wordsOf("design");

export const generateMetadata = (): Metadata => ({ title: design.title, robots: { index: false } });

// Decided at every request: one build may be run in demo mode or not.
export const dynamic = "force-dynamic";

export default function Layout({ children }: { children: ReactNode }) {
  const { DEMO, NODE_ENV } = env();
  if (!DEMO && NODE_ENV !== "development") notFound();
  return <ReaderArea name="design">{children}</ReaderArea>;
}
