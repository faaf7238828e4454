/** What an `AskedThread` does inside: answers what it is asked, one thing after the other. */
import { parentPort } from "node:worker_threads";
import type { FromThread, ToThread } from "#db/asked-thread.ts";
import { reasonOf } from "#domain/fault.ts";

/** @param answer tells on the way how far it is; what it throws is told as the reason alone */
export function answerAll<Question, Said, Progress = never>(
  answer: (question: Question, tell: (progress: Progress) => void) => Promise<Said> | Said,
): void {
  const port = parentPort!;
  const say = (message: FromThread<Said, Progress>) => port.postMessage(message);
  async function take({ id, question }: ToThread<Question>): Promise<void> {
    try {
      say({ id, said: await answer(question, (progress) => say({ id, progress })) });
    } catch (fault) {
      say({ id, fault: reasonOf(fault) });
    }
  }
  let before: Promise<void> = Promise.resolve();
  port.on("message", (asked: ToThread<Question>) => {
    before = before.then(() => take(asked));
  });
}
