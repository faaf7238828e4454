import type { ComponentProps, ReactNode } from "react";
import styles from "./button.module.css";
import { Icon, type IconName } from "./icon.tsx";
import { Link, type LinkProps } from "./link.tsx";

/** One `primary` per screen; `danger` is for what cannot be undone; the rest are `quiet`. */
export type ButtonKind = "primary" | "quiet" | "danger";

type Look = { kind?: ButtonKind; icon?: IconName; wide?: boolean; children: ReactNode };

type ButtonProps = Omit<ComponentProps<"button">, "className" | "style"> & Look & { pending?: boolean };

/**
 * While `pending` it keeps its place and its focus but takes no second tap; the caller changes the words ("Sending").
 */
export function Button({
  kind = "primary",
  icon,
  wide,
  pending,
  children,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={pending ? "button" : type}
      className={styles.button}
      data-kind={kind}
      data-wide={wide}
      data-pending={pending}
      aria-disabled={pending || rest["aria-disabled"]}
      onClick={pending ? undefined : rest.onClick}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}

type ButtonLinkProps = Omit<LinkProps, "className" | "style"> & Look;

/** The same look for a link, which changes nothing. */
export function ButtonLink({ kind = "primary", icon, wide, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} likeButton className={styles.button} data-kind={kind} data-wide={wide}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </Link>
  );
}

/** Side by side while there is room, else one under the other. */
export function Buttons({ children, end }: { children: ReactNode; end?: boolean }) {
  return (
    <div className={styles.buttons} data-end={end}>
      {children}
    </div>
  );
}
