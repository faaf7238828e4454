import { hasSeats, type RoomView } from "#domain/room.ts";
import { count } from "#messages/counts.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("room");

/** How many a room holds; of an unofficial place, that it is one. @param locale as BCP 47 has it */
export const seatsOf = (room: Pick<RoomView, "capacity" | "unofficial">, locale: string): string =>
  hasSeats(room) ? count(room.capacity, words.seats, locale) : words.unofficial;
