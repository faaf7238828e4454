import { equality } from "../equality.ts";
import { halt } from "../halt.ts";
import { registration } from "../registration.ts";
import { release } from "../release.ts";
import { secondAddress } from "../second-address.ts";
import { standby } from "../standby.ts";
import { status } from "../status.ts";
import { transfer } from "../transfer.ts";

export const statusWords = {
  equality,
  halt,
  registration,
  release,
  secondAddress,
  status,
  transfer,
  standby,
};
