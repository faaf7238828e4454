import { type CampProps, PhonePage, titleOf } from "../phone.tsx";

export const generateMetadata = (props: CampProps) => titleOf(props, "now");

export default PhonePage;
