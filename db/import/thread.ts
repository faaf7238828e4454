/** The thread behind `ImportThread`: reads, judges and writes on a connection of its own. */
import { workerData } from "node:worker_threads";
import { answerAll } from "#db/answering.ts";
import { connect } from "#db/connection.ts";
import type { ImportAnswers, ImportQuestion } from "#db/import/asking.ts";
import { importFiles, previewImport } from "#db/import.ts";
import { bringPeople, previewPeople } from "#db/people-import.ts";
import { pagesOf } from "#domain/import/pages.ts";
import type { TellProgress } from "#domain/import/progress.ts";
import { reportOf } from "#domain/import/report.ts";
import { granted } from "#domain/result.ts";

const db = connect((workerData as { url: string }).url, { max: 2 });

async function answer(
  question: ImportQuestion,
  tell: TellProgress,
): Promise<ImportAnswers[ImportQuestion["ask"]]> {
  if (question.ask === "pages") return pagesOf(question.bytes, question.most);
  if (question.ask === "look_people") return previewPeople(db, question.crew, question.list);
  if (question.ask === "bring_people") {
    const { crew, bringing, agreed, now } = question;
    return bringPeople(db, crew, bringing, now, agreed);
  }
  const { crew, capacity, input, called } = question;
  if (question.ask === "look") {
    const { additions, readings, mark } = await previewImport(db, crew, input, called, tell);
    return { reading: readings[0]!, report: reportOf(additions, capacity), mark };
  }
  const { mark, now } = question;
  const done = await importFiles(db, crew, { ...input, mark }, called, now, tell);
  return done.ok ? granted(reportOf(done.value, capacity)) : done;
}

/** One after the other: what is read for one camp would hold up a writing under way, and with it another camp's row. */
answerAll(answer);
