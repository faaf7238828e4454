import { Card } from "#components/ui/card.tsx";
import { type Qr, QrCode } from "#components/ui/qr.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./people.module.css";

const { desk: words } = wordsOf("badge");

/**
 * What somebody scans who stands at the desk with a phone that does not know them.
 * @param qr the address of their badge @param code as it is said out loud
 */
export function OnTheirPhone({ qr, code }: { qr: Qr; code: string }) {
  return (
    <Card as="section" title={words.title}>
      <div className={styles.scan}>
        <QrCode qr={qr} label={words.qr(code)} />
        <p>{words.how(code)}</p>
      </div>
    </Card>
  );
}
