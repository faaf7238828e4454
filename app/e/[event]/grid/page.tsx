import { ShownGrid } from "#components/event/grid-tab.tsx";
import { PhonePage, type PhoneProps } from "../phone.tsx";
import { type CampProps, titleOf } from "../title.ts";

export const generateMetadata = (props: CampProps) => titleOf(props, "grid");

export default function Page(props: PhoneProps) {
  return <PhonePage {...props} opened={{ name: "grid", of: "", Tab: ShownGrid }} words="gridTab" />;
}
