import type { ReactNode } from "react";
import { ReaderArea } from "#messages/reader-area.tsx";

export default function Layout({ children }: { children: ReactNode }) {
  return <ReaderArea name="note">{children}</ReaderArea>;
}
