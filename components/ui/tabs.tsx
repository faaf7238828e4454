import Link from "next/link";
import { Icon, type IconName } from "./icon.tsx";
import styles from "./tabs.module.css";

export type Tab = { href: string; label: string; icon: IconName; current?: boolean };

/** The phone's four places, within the thumb's reach. `label` names them for a screen reader. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className={styles.tabs} aria-label={label} data-print="no">
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          className={styles.tab}
          href={tab.href}
          aria-current={tab.current ? "page" : undefined}
        >
          <Icon name={tab.icon} />
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
