import type { ReactNode } from "react";
import type { Hour } from "./hour.ts";
import styles from "./phone.module.css";
import { worded } from "./words.tsx";

type PhoneProps = {
  /** The camp's name, in the top line. */
  camp: ReactNode;
  /** The camp's own page, to which its name leads; none on that page itself. */
  home?: string;
  /** Where and when, or the step of a form: "Birmingham · 14 July", "Step 2 of 4". */
  where?: ReactNode;
  /** A `ConnectionState`. */
  connection?: ReactNode;
  tabs?: ReactNode;
  /** The one thing to do here, within the thumb's reach above the tabs. */
  action?: ReactNode;
  hour?: Hour;
  /** The check-in is dark, because entrances are bright and batteries are low. */
  layout?: "phone" | "check-in";
  /** What became of a tap: over the page, above its foot, so that nothing moves. */
  told?: ReactNode;
  children: ReactNode;
};

/**
 * The camper's layout: one column, the top line, the page, one action, four tabs. Those are at the thumb and before the
 * page for a keyboard, which would have to pass a long list otherwise.
 */
export function Phone({
  camp,
  home,
  where,
  connection,
  tabs,
  action,
  hour,
  layout = "phone",
  told,
  children,
}: PhoneProps) {
  return (
    <div className={styles.phone} data-layout={layout} data-hour={hour}>
      <header className={styles.top}>
        {home ? (
          <a className={styles.camp} href={home}>
            {worded(camp)}
          </a>
        ) : (
          <span className={styles.camp}>{worded(camp)}</span>
        )}
        {where ? <span className={styles.where}>{worded(where)}</span> : null}
        {connection ? <span className={styles.connection}>{connection}</span> : null}
      </header>
      {action || tabs || told ? (
        <footer className={styles.bottom}>
          {action ? <div className={styles.action}>{action}</div> : null}
          <div className={styles.foot}>
            {told ? <div className={styles.told}>{told}</div> : null}
            {tabs}
          </div>
        </footer>
      ) : null}
      <main className={styles.main} id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

/** `above` is the line over the title, such as a slot's time. */
export function Heading({
  above,
  title,
  children,
}: {
  above?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={styles.heading}>
      {above ? <p className={styles.above}>{worded(above)}</p> : null}
      <h1>{worded(title)}</h1>
      {children ? <p className={styles.lede}>{worded(children)}</p> : null}
    </div>
  );
}
