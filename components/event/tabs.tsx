import { Tabs } from "#components/ui/tabs.tsx";
import { wordsOf } from "#messages/words.ts";
import { NoNetwork } from "./no-network.tsx";

const common = wordsOf("common");

export const TABS = ["now", "pitches", "grid", "me"] as const;
export type TabName = (typeof TABS)[number];

const ICONS = { now: "clock", pitches: "hand", grid: "grid", me: "person" } as const;

/** `onOpen` as in `Tabs`; `live`: whether the network has been heard; `current` is null on a page of no tab. */
export function CampTabs({
  slug,
  current,
  live = false,
  onOpen,
}: {
  slug: string;
  current: TabName | null;
  live?: boolean;
  onOpen?: (href: string) => boolean;
}) {
  return (
    <>
      <NoNetwork current={current ?? ""} live={live} />
      <Tabs
        label={common.tabs.label}
        {...(onOpen && { onOpen })}
        tabs={TABS.map((name) => ({
          href: `/e/${slug}/${name}`,
          label: common.tabs[name],
          icon: ICONS[name],
          current: name === current,
        }))}
      />
    </>
  );
}
