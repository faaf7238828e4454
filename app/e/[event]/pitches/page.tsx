import { ShownPitches } from "#components/event/pitches-tab.tsx";
import { PhonePage, type PhoneProps } from "../phone.tsx";
import { type CampProps, titleOf } from "../title.ts";

export const generateMetadata = (props: CampProps) => titleOf(props, "pitches");

export default function Page(props: PhoneProps) {
  return <PhonePage {...props} opened={{ name: "pitches", of: "", Tab: ShownPitches }} />;
}
