/** Of a place on its way nothing is kept once its giver is deleted; an address that never was gets the same page. */
import { Heading, Phone } from "#components/ui/phone.tsx";
import { wordsOf } from "#messages/words.ts";

const common = wordsOf("common");
const { gone } = wordsOf("transfer");

export default function NoTransfer() {
  return (
    <Phone camp={common.product}>
      <title>{gone.title}</title>
      <Heading title={gone.title}>{gone.what}</Heading>
    </Phone>
  );
}
