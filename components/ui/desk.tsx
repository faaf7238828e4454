import type { ReactNode } from "react";
import styles from "./desk.module.css";
import { Link } from "./link.tsx";
import { Menu } from "./menu.tsx";
import { worded } from "./words.tsx";

export type DeskLink = { href: string; label: string; count?: ReactNode; current?: boolean };

type DeskProps = {
  camp: ReactNode;
  where?: ReactNode;
  /** Names the side list for a screen reader. */
  label: string;
  /** The button that opens it where there is no room for it beside the page. */
  menu: { open: string; close: string };
  links: readonly DeskLink[];
  /** At the foot of the side list: see `Phase`. */
  phase?: ReactNode;
  title: ReactNode;
  /** Beside the title: "Draft · 6 changes since version 2". */
  remark?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

/** The organiser's layout: the side list with counts, the title with its actions, the page. */
export function Desk({
  camp,
  where,
  label,
  menu,
  links,
  phase,
  title,
  remark,
  actions,
  children,
}: DeskProps) {
  return (
    <div className={styles.desk} data-layout="desk">
      <header className={styles.side} data-print="no">
        <div className={styles.whose}>
          <p className={styles.camp}>{worded(camp)}</p>
          {where ? <p className={styles.where}>{worded(where)}</p> : null}
        </div>
        <Menu id="desk-menu" label={menu.open} close={menu.close}>
          <nav className={styles.links} aria-label={label}>
            {links.map((link) => (
              <Link
                key={link.href}
                className={styles.link}
                href={link.href}
                aria-current={link.current ? "page" : undefined}
              >
                {link.label}
                {link.count === undefined ? null : <span className={styles.count}>{link.count}</span>}
              </Link>
            ))}
          </nav>
          {phase}
        </Menu>
      </header>
      <main className={styles.main} id="main" tabIndex={-1}>
        <div className={styles.header}>
          <h1 className={styles.title}>{worded(title)}</h1>
          {remark ? <p className={styles.remark}>{remark}</p> : null}
          {actions ? <div className={styles.actions}>{actions}</div> : null}
        </div>
        {children}
      </main>
    </div>
  );
}

export function Phase({
  label,
  phase,
  children,
}: {
  label: ReactNode;
  phase: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={styles.phase}>
      <p className={styles.label}>{label}</p>
      <p className={styles.name}>{phase}</p>
      {children}
    </div>
  );
}
