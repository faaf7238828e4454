/** Numbers out of measurements. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The value that a share of all values does not exceed, rounded to a tenth. @param share 0 to 1 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return round(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0, 1);
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** Memory that a process holds, in kilobytes. */
export function memoryOf(pid: number): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }));
}

/** CPU time that a process has used so far, in microseconds; Linux counts it in hundredths of a second. */
export function cpuOf(pid: number): number {
  if (process.platform === "linux") {
    // Fields 14 and 15 of proc(5); the second one is a name in brackets, which may hold spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10_000;
  }
  const text = execFileSync("ps", ["-o", "time=", "-p", String(pid)], { encoding: "utf8" }).trim();
  return text.split(":").reduce((sum, part) => sum * 60 + Number(part), 0) * 1_000_000;
}
