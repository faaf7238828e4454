import { agenda } from "../agenda.ts";
import { camp } from "../camp.ts";
import { plan } from "../plan.ts";
import { reasons } from "../reasons.ts";

export const agendaWords = { agenda, camp, plan, reasons };
