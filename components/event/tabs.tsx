import { Tabs } from "#components/ui/tabs.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./event.module.css";

const common = wordsOf("common");

export const TABS = ["now", "pitches", "grid", "me"] as const;
export type TabName = (typeof TABS)[number];

const ICONS = { now: "clock", pitches: "hand", grid: "grid", me: "person" } as const;

/** Where a page leads that needs the network and has none: `public/sw.js` shows what the phone has kept instead. */
const NO_NETWORK = "no-network";

/** `onOpen` as in `Tabs`. */
export function CampTabs({
  slug,
  current,
  onOpen,
}: {
  slug: string;
  current: TabName;
  onOpen?: (href: string) => boolean;
}) {
  return (
    <>
      <div id={NO_NETWORK} className={styles.noNetwork} tabIndex={-1}>
        <p>{common.needsNetwork}</p>
        <a href="#main">{common.seen}</a>
      </div>
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
