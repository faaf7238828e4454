import { Buttons } from "#components/ui/button.tsx";
import { Card, Stack } from "#components/ui/card.tsx";
import { worded } from "#components/ui/words.tsx";
import type { HostAsk, Invitation } from "#domain/pitch/host-ask.ts";
import { isHostless } from "#domain/pitch.ts";
import { wordsOf } from "#messages/words.ts";
import { type Act, ActForm } from "./act.tsx";
import { Answer } from "./answers.tsx";
import styles from "./pitch.module.css";

const { hosts: asked, invited: words } = wordsOf("myPitches");

/** Where the answer is read: the card of a question goes with it. */
const ASKED = "asked";

/** Who asks the reader to host a pitch. @param act takes a form with the question's id in `pitch` */
export function Invitations({ invitations, act }: { invitations: readonly Invitation[]; act: Act }) {
  if (invitations.length === 0) return <Answer at={ASKED} />;
  return (
    <section className={styles.section}>
      <h2>{words.title}</h2>
      <Answer at={ASKED} />
      <Stack as="ul">
        {invitations.map(({ id, kind, by, pitch }) => (
          <Card
            as="li"
            level={3}
            key={id}
            title={pitch.title}
            foot={
              <Buttons>
                <ActForm
                  act={act}
                  name="acceptHost"
                  pitchId={id}
                  pendingWords={words.agreeing}
                  label={words.yesAbout[kind](pitch.title)}
                  done={words.agreed[kind](pitch.title)}
                  at={ASKED}
                  primary
                >
                  {words.yes[kind]}
                </ActForm>
                <ActForm
                  act={act}
                  name="declineHost"
                  pitchId={id}
                  pendingWords={words.declining}
                  label={words.noAbout(pitch.title)}
                  done={words.declined(pitch.title, by)}
                  at={ASKED}
                >
                  {words.no}
                </ActForm>
              </Buttons>
            }
          >
            {pitch.line ? <p>{worded(pitch.line)}</p> : null}
            <p>{worded(words[kind === "beside" && isHostless(pitch) ? "wish" : kind](by))}</p>
          </Card>
        ))}
      </Stack>
    </section>
  );
}

/** What a host asked of others about a pitch of theirs, and what they said. */
export function HostAsks({ asks }: { asks: readonly HostAsk[] }) {
  return asks.map(({ id, name, kind, declined }) => {
    const whom = name || asked.badge;
    return <p key={id}>{worded(declined ? asked.declined(whom) : asked.asked[kind](whom))}</p>;
  });
}
