import { type CampProps, PhonePage, titleOf } from "../phone.tsx";

export const generateMetadata = (props: CampProps) => titleOf(props, "pitches");

export default PhonePage;
