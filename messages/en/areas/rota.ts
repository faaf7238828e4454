import { asked } from "../asked.ts";
import { help } from "../help.ts";
import { rota } from "../rota.ts";

export const rotaWords = { asked, help, rota };
