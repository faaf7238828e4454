/** What the audit log says that somebody did. */
import type { EditAct } from "#domain/draft.ts";
import type { Move, PersonInLine } from "#domain/registration.ts";

export type Act =
  | Move
  | EditAct
  | "verify"
  | "pause"
  | "end_pause"
  | "ask_coming"
  | "say_coming"
  | "say_late"
  | "stand_by"
  | "stand_down"
  | "leave_camp"
  | "come_back"
  | "begin_transfer"
  | "end_transfer"
  | "bounce"
  | "complain"
  | "unsubscribe"
  | "subscribe"
  | "mail_group"
  | "retry_mail"
  | "change_answers"
  | "change_address"
  | "send_again"
  | "add_second_address"
  | "confirm_second_address"
  | "remove_second_address"
  | "stop_second_address"
  | "import"
  | "add_by_hand"
  | "raise_capacity"
  | "rules"
  | "settings"
  | "phase"
  | "start_camp"
  | "rehearse"
  | "stop_rehearsal"
  | "delete_camp"
  | "invite"
  | "remove_crew"
  | "change_role"
  | "restore_crew"
  | "checklist"
  | "see_needs"
  | "pass_over"
  | "announce"
  | "hide_feedback"
  | "show_feedback"
  | "add_link"
  | "remove_link"
  | "report_link"
  | "keep_link"
  | "hide_link"
  | "show_link"
  | SwapAct
  | "hide_write_up"
  | "show_write_up"
  | "choose_line"
  | "drop_line"
  | "remind_write_up"
  | "take_back_announcement"
  | "take_pass"
  | "end_pass"
  | "enter_together"
  | "leave_together"
  | "split_together"
  | "close_entries"
  | "draw_release"
  | "releases"
  | "retime_offer"
  | "remind_offer"
  | "expect"
  | "count_room"
  | "count_paper"
  | PitchAct
  | LineAct
  | "report_pitch"
  | "keep_pitch"
  | "ask_request"
  | "settle_request"
  | "close_hands"
  | "open_hands"
  | "ask_plan"
  | "drop_plan"
  | "publish"
  | "take_back_grid"
  | "undo"
  | "check_in"
  | "undo_check_in"
  | "cut_off_door"
  | "print_badge"
  | RotaAct
  | "switch_room_off"
  | "switch_room_on"
  | "count_heads"
  | NoteAct
  | "repair"
  | "undo_repair"
  | PasskeyAct
  | "set_up"
  | "signed_in"
  | "erase";

/** Of the notes of a session: neither names a line, which is gone for good. */
type NoteAct = "take_line_out" | "leave_line" | "restore_note";

/** `refuse_passkey`: its count went back. `passkey_rule`: whether a camp requires one of its crew. */
type PasskeyAct = "add_passkey" | "remove_passkey" | "reset_passkeys" | "refuse_passkey" | "passkey_rule";

/** What is done on the board of swaps; `propose_swaps` by the clock. */
export type SwapAct = "put_up_card" | "hide_card" | "show_card" | "propose_swaps" | "agree_swap";

export type PitchAct =
  | "bring_pitch"
  | "bring_pitch_for"
  | "change_pitch"
  | "withdraw_pitch"
  | "restore_pitch"
  | "stand_with"
  | "step_back"
  | "host_pitch"
  | "ask_host"
  | "take_back_host_ask"
  | "decline_host"
  | "accept_host"
  | "take_over_pitch"
  | "set_hosts"
  | "merge_pitch"
  | "part_pitch"
  | "ask_together"
  | "decline_together"
  | "take_back_together"
  | "hide_pitch"
  | "show_pitch";

/** What is done to the rota, and to calls for help; `put_in` and `take_out` are of somebody by an organiser. */
export type RotaAct =
  | "add_tasks"
  | "change_task"
  | "remove_task"
  | "take_task"
  | "leave_task"
  | "put_in"
  | "take_out"
  | "call_help"
  | "come_to_help"
  | "stay_away"
  | "end_help";

/** What is done to the line to pitch. */
export type LineAct =
  | "call_pitch"
  | "send_pitch_back"
  | "finish_pitch"
  | "hold_pitch"
  | "miss_pitch"
  | "move_pitch"
  | "come_back";

/** One entry of the audit log, as the crew reads it; `at` is ISO 8601. */
export type HistoryEntry = {
  id: string;
  at: string;
  actor: "camper" | "crew" | "clock" | "system";
  by: string | null;
  act: Act;
  from: string | null;
  to: string | null;
  reason: string;
  /** Whose place it was, or whose it became, where it was handed on and they are still known. */
  other: string | null;
};

export type PersonDetail = PersonInLine & { photos: boolean };
