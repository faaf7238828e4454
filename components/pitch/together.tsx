import { Buttons } from "#components/ui/button.tsx";
import { worded } from "#components/ui/words.tsx";
import type { MergeNews, Pairing } from "#domain/pitch/together.ts";
import type { HostedPitch, MergedPitch } from "#domain/pitch.ts";
import { list } from "#messages/counts.ts";
import { type Place, time } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { type Act, ActForm } from "./act.tsx";
import type { OwnAct, TogetherAct } from "./acts.ts";
import styles from "./pitch.module.css";

const { together: words } = wordsOf("myPitches");

type TogetherProps = {
  pitch: HostedPitch;
  pairings: readonly Pairing[];
  news: MergeNews | null;
  place: Place;
  /** Null where only the crew can do it now. */
  act: Act | null;
};

/** What a host reads under a pitch of theirs: with what it is one, who asks, and which others sound alike. */
export function Together({ pitch, pairings, news, place, act }: TogetherProps) {
  const questions = pairings.filter(({ kind }) => kind === "asks_me");
  const others = pairings.filter((pairing) => !questions.includes(pairing));
  const parts = pitch.mergedInto ? [pitch.mergedInto] : (pitch.merged ?? []);
  return (
    <>
      <Pairs pitchId={pitch.id} pairings={questions} act={act} />
      {parts.map((other) => (
        <One key={other.id} pitch={pitch} other={other} act={act} />
      ))}
      {parts.length > 0 ? <p>{words.oneHand}</p> : null}
      {parts.length > 0 && news?.byCrew && news.reason ? <p>{worded(words.byCrew(news.reason))}</p> : null}
      {parts.length === 0 && news?.apart ? <Apart news={news} place={place} /> : null}
      <Pairs pitchId={pitch.id} pairings={others} act={act} />
    </>
  );
}

const hostsOf = ({ hosts }: MergedPitch) => list(hosts, readerLocale());

function One({ pitch, other, act }: { pitch: HostedPitch; other: MergedPitch; act: Act | null }) {
  const says = pitch.mergedInto ? words.into : words.holds;
  return (
    <div className={styles.pair}>
      <p>{worded(says(other.title, hostsOf(other)))}</p>
      {other.line ? <p>{worded(other.line)}</p> : null}
      {act ? (
        <Button
          act={act}
          name="part"
          pitchId={pitch.mergedInto ? pitch.id : other.id}
          at={pitch.id}
          done={words.parted(other.title)}
          words={[words.part, words.partAbout(other.title), words.parting]}
        />
      ) : null}
    </div>
  );
}

function Apart({ news: { title, at, byCrew, reason }, place }: { news: MergeNews; place: Place }) {
  return (
    <>
      <p>{worded(words.apart(title, time(at, place)))}</p>
      {byCrew && reason ? <p>{worded(words.apartByCrew(reason))}</p> : null}
    </>
  );
}

function Pair({ pitchId, pairing: { kind, other }, act }: { pitchId: string; pairing: Pairing; act: Act }) {
  const { title } = other;
  const both = { act, pitchId, otherId: other.id };
  const says = {
    asks_me: words.asksMe(title, hostsOf(other)),
    asked: words.asked(title),
    declined: words.declined(title),
    alike: words.alike(title, hostsOf(other)),
  };
  return (
    <div className={styles.pair}>
      <p>{worded(says[kind])}</p>
      {kind === "asks_me" && other.line ? <p>{worded(other.line)}</p> : null}
      <Buttons>
        {kind === "asks_me" ? (
          <>
            <Button
              {...both}
              name="agree"
              words={[words.yes, words.yesAbout(title), words.agreeing]}
              done={words.agreed(title)}
              primary
            />
            <Button
              {...both}
              name="decline"
              words={[words.no, words.noAbout(title), words.declining]}
              done={words.saidNo(title)}
            />
          </>
        ) : null}
        {kind === "asked" ? (
          <Button
            {...both}
            name="takeBack"
            words={[words.takeBack, words.takeBack, words.takingBack]}
            done={words.tookBack}
          />
        ) : null}
        {kind === "alike" ? (
          <Button
            {...both}
            name="ask"
            words={[words.ask, words.askAbout(title), words.asking]}
            done={words.nowAsked}
          />
        ) : null}
      </Buttons>
    </div>
  );
}

type PairsProps = { pitchId: string; pairings: readonly Pairing[]; act: Act | null };

function Pairs({ pitchId, pairings, act }: PairsProps) {
  if (!act) return null;
  return pairings.map((pairing) => <Pair key={pairing.other.id} {...{ pitchId, pairing, act }} />);
}

type ButtonProps = {
  act: Act;
  name: OwnAct | TogetherAct;
  pitchId: string;
  otherId?: string;
  /** On the button, for screen readers, and while it is sent. */
  words: readonly [string, string, string];
  /** Once it was done, under the pitch of `at`; without that, under `pitchId`. */
  done: string;
  at?: string;
  primary?: boolean;
};

function Button({ words: [says, label, pendingWords], ...form }: ButtonProps) {
  return (
    <ActForm {...form} {...{ label, pendingWords }}>
      {says}
    </ActForm>
  );
}
