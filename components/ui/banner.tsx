import type { ReactNode } from "react";
import styles from "./banner.module.css";
import { Icon, type IconName } from "./icon.tsx";

export type BannerTone = "info" | "good" | "wait" | "bad" | "offline";

const icons: Record<BannerTone, IconName> = {
  info: "info",
  good: "check",
  wait: "clock",
  bad: "warn",
  offline: "offline",
};

type BannerProps = {
  tone?: BannerTone;
  title: ReactNode;
  action?: ReactNode;
  /** For a banner that appears on an open page; `alert` interrupts, so only for what would be missed otherwise. */
  role?: "status" | "alert";
  children?: ReactNode;
};

/** What happened, why, and the next thing to do. */
export function Banner({ tone = "info", title, action, role, children }: BannerProps) {
  return (
    <div className={styles.banner} data-tone={tone} role={role}>
      <Icon name={icons[tone]} />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {children}
      </div>
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  );
}
