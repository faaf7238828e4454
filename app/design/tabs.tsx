import { type Tab, Tabs } from "#components/ui/tabs.tsx";
import { wordsOf } from "#messages/words.ts";

const common = wordsOf("common");

/** @param current the tab whose page this is */
export function SampleTabs({ current }: { current: "now" | "pitches" | "grid" | "me" }) {
  const { label, ...names } = common.tabs;
  const tabs: Tab[] = [
    { href: "/design/now", icon: "clock", label: names.now, current: current === "now" },
    { href: "/design/phone", icon: "hand", label: names.pitches, current: current === "pitches" },
    { href: "/design/grid", icon: "grid", label: names.grid, current: current === "grid" },
    { href: "/design/form", icon: "person", label: names.me, current: current === "me" },
  ];
  return <Tabs label={label} tabs={tabs} />;
}
