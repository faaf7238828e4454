import { Bar } from "#components/ui/bar.tsx";
import { Card } from "#components/ui/card.tsx";
import { TextField } from "#components/ui/field.tsx";
import { BigNumber } from "#components/ui/figures.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { ConnectionState } from "#components/ui/status.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "../design.module.css";

const design = wordsOf("design");

export default function Page() {
  const { checkIn, numbers } = design;
  return (
    <Phone
      layout="check-in"
      camp={checkIn.title}
      connection={<ConnectionState state="offline">{checkIn.queued}</ConnectionState>}
    >
      <h1 className="visually-hidden">{checkIn.title}</h1>
      <BigNumber value={numbers.in}>{numbers.inMeaning}</BigNumber>
      <Bar value={94} max={130} label={numbers.inMeaning} tone="good" />
      <div className={styles.viewfinder}>
        <span />
      </div>
      <TextField name="name" label={checkIn.search} autoComplete="off" />
      <Card tone="good" title={checkIn.in}>
        {checkIn.note}
      </Card>
    </Phone>
  );
}
