import { viewer } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { isCutOff } from "#db/door/phone.ts";

/** Whether the phone that asks was cut off from this camp's door: it gets no names by any of its pages. */
export async function asksCutOff(eventId: string): Promise<boolean> {
  const { deviceId } = await viewer(eventId);
  return deviceId !== null && (await isCutOff(database(), eventId, deviceId));
}
