/** Inside the desk, whose reader has one: what is not there and what is not theirs get the same page. */
import type { Metadata } from "next";
import { NotHere } from "#components/desk/not-here.tsx";
import { wordsOf } from "#messages/words.ts";

const common = wordsOf("common");

export const generateMetadata = (): Metadata => ({ title: common.notFound.title });

export default function NotFound() {
  return <NotHere />;
}
