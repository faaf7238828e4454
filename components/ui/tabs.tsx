import { Icon, type IconName } from "./icon.tsx";
import { Link } from "./link.tsx";
import styles from "./tabs.module.css";

export type Tab = { href: string; label: string; icon: IconName; current?: boolean };

type TabsProps = {
  /** Names the tabs for a screen reader. */
  label: string;
  tabs: readonly Tab[];
  /** Called before a tab is opened; true where the page showed it by itself, so that nothing is fetched. */
  onOpen?: (href: string) => boolean;
};

export function Tabs({ label, tabs, onOpen }: TabsProps) {
  return (
    <nav className={styles.tabs} aria-label={label} data-print="no">
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          className={styles.tab}
          href={tab.href}
          aria-current={tab.current ? "page" : undefined}
          onOpen={onOpen}
        >
          <Icon name={tab.icon} />
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
