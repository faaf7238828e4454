import { PhonePage } from "../phone.tsx";
import { type CampProps, titleOf } from "../title.ts";

export const generateMetadata = (props: CampProps) => titleOf(props, "grid");

export default PhonePage;
