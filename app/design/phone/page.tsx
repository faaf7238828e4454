import { Card, Stack } from "#components/ui/card.tsx";
import { Hand } from "#components/ui/hand.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { ConnectionState } from "#components/ui/status.tsx";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { SampleTabs } from "../tabs.tsx";

const common = wordsOf("common");
const design = wordsOf("design");

export default function Page() {
  const { sample } = design;
  return (
    <Phone
      camp={design.camp}
      connection={<ConnectionState state="live">{common.connection.live}</ConnectionState>}
      tabs={<SampleTabs current="pitches" />}
    >
      <Heading title={sample.title}>{sample.lede}</Heading>
      <Stack as="ul">
        {design.pitches.map((pitch, index) => (
          <Card
            as="li"
            key={pitch.id}
            title={<span id={pitch.id}>{pitch.title}</span>}
            foot={
              <Hand
                up={index === 0}
                label={sample.come}
                about={pitch.id}
                count={count(pitch.hands, sample.hands, readerLocale())}
              />
            }
          >
            {pitch.line}
          </Card>
        ))}
      </Stack>
    </Phone>
  );
}
