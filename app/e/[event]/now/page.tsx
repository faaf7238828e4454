import { ShownNow } from "#components/event/now-tab.tsx";
import { PhonePage, type PhoneProps } from "../phone.tsx";
import { type CampProps, titleOf } from "../title.ts";

export const generateMetadata = (props: CampProps) => titleOf(props, "now");

export default function Page(props: PhoneProps) {
  return <PhonePage {...props} opened={{ name: "now", of: "", Tab: ShownNow }} words="nowTab" />;
}
