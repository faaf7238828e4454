import { audience } from "../audience.ts";
import { editor } from "../editor.ts";
import { reasons } from "../reasons.ts";
import { requestsDesk } from "../requests-desk.ts";
import { room } from "../room.ts";
import { roomOff } from "../room-off.ts";
import { suggestion } from "../suggestion.ts";

export const editorWords = { audience, editor, requestsDesk, room, roomOff, suggestion, reasons };
