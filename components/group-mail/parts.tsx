import { Link } from "#components/ui/link.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./group-mail.module.css";

const { parts: words, number } = wordsOf("mailLog");

export type MailPart = "write" | "all" | "failed";

/** From writing to what went out and what failed of it. */
export function MailParts({ base, current, failed }: { base: string; current: MailPart; failed: number }) {
  const parts = [
    { name: "write", href: base, label: words.write },
    { name: "all", href: `${base}?show=out`, label: words.all },
    {
      name: "failed",
      href: `${base}?show=failed`,
      label: failed > 0 ? `${words.failed} · ${number(failed)}` : words.failed,
    },
  ] as const;
  return (
    <nav className={styles.parts} aria-label={words.label}>
      {parts.map(({ name, href, label }) => (
        <Link key={name} href={href} aria-current={name === current ? "page" : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
