import { type CampProps, PhonePage, titleOf } from "../phone.tsx";

export const generateMetadata = (props: CampProps) => titleOf(props, "grid");

export default PhonePage;
