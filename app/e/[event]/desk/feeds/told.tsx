/** The programs that are told what changes, and what they were told. */
import snippet from "#components/feeds/snippet.module.css";
import { type LogRow, WebhookLog } from "#components/feeds/webhook-log.tsx";
import styles from "#components/feeds/webhooks.module.css";
import { Webhooks } from "#components/feeds/webhooks.tsx";
import { database } from "#db/connection.ts";
import { type Delivery, listDeliveries } from "#db/webhook/log.ts";
import { listWebhooks } from "#db/webhook.ts";
import type { EventView, Phase } from "#domain/event.ts";
import { MOST } from "#domain/limits.ts";
import type { May } from "#domain/viewer.ts";
import { canSendAgain, deliveryState, webhookState } from "#domain/webhook.ts";
import { type Place, timeAway } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import {
  addAddress,
  newSecret,
  removeAddress,
  sendOnceMore,
  switchAddressOn,
  testAddress,
} from "./actions.ts";

const words = wordsOf("webhooks");
const { phases } = wordsOf("event");

type ToldProps = { event: EventView; may: May<"changeSettings">; now: number };

export async function Told({ event, may, now }: ToldProps) {
  const { slug, zone } = event;
  const place: Place = { locale: readerLocale(), zone };
  const [hooks, deliveries] = [await listWebhooks(database(), may), await listDeliveries(database(), may)];
  return (
    <>
      <section className={snippet.part} id="programs">
        <h2>{words.title}</h2>
        <p>
          {words.body} {words.how}
        </p>
        <Webhooks
          rows={hooks.map(({ id, url, failingSince, offAt }) => {
            const state = webhookState({ failingSince, offAt });
            const when = (at: Date) => timeAway(at.toISOString(), now, place);
            const failing = failingSince && words.failing(when(failingSince));
            const note = offAt ? words.off(when(offAt)) : failing;
            return { id, url, host: new URL(url).host, state, off: offAt !== null, note };
          })}
          room={hooks.length < MOST.webhooks}
          actions={{
            add: addAddress.bind(null, slug),
            renew: newSecret.bind(null, slug),
            test: testAddress.bind(null, slug),
            on: switchAddressOn.bind(null, slug),
            remove: removeAddress.bind(null, slug),
          }}
        />
      </section>
      <section className={styles.log}>
        <h2>{words.log.title}</h2>
        <WebhookLog
          rows={deliveries.map((it) => logRow(it, now, place))}
          again={sendOnceMore.bind(null, slug)}
        />
        {deliveries.length > 0 ? <p>{words.log.kept}</p> : null}
      </section>
    </>
  );
}

function logRow(delivery: Delivery, now: number, place: Place): LogRow {
  const { id, kind, version, fromPhase, toPhase, url, at, tries, why, offAt } = delivery;
  const state = deliveryState(delivery);
  const steps = [fromPhase, toPhase].flatMap((phase) => (phase ? [phases[phase as Phase]] : []));
  const about = [...(version === null ? [] : [words.log.version(version)]), steps.join(" → ")].filter(
    Boolean,
  );
  return {
    ...{ id, state, host: new URL(url).host, when: timeAway(at.toISOString(), now, place) },
    what: [words.log.kinds[kind], ...about].join(", "),
    detail: tries === 0 ? "" : [words.log.tries(tries), ...(why ? [whyWords(why)] : [])].join(", "),
    again: canSendAgain(state) && offAt === null,
  };
}

function whyWords(why: string): string {
  const { status, no_answer, not_public, other } = words.log.why;
  if (/^\d+$/.test(why)) return status(why);
  if (why === "no_answer") return no_answer;
  return why === "not_public" || why === "no_address" ? not_public : other(why);
}
