/**
 * `npm run passkeys -- reset name@example.org`: takes somebody's passkeys away and signs them out everywhere, so that the
 * code by mail lets them in again. For whoever runs the server, when no organiser can.
 */
import { resetPasskeysOf } from "#db/passkey/removing.ts";
import { sameAddress } from "#domain/email-address.ts";
import { env, sayWhyNot, Trouble } from "#env.ts";
import { haveLanguages, wordsOf } from "#messages/words.ts";
import { openDatabase } from "./open-database.ts";

const { program: words } = wordsOf("passkey");

try {
  haveLanguages(env().LANGUAGES);
  const [act, given = "", ...more] = process.argv.slice(2);
  const email = sameAddress(given);
  if (act !== "reset" || !email.includes("@") || more.length > 0) throw new Trouble(words.usage);
  const { db, close } = await openDatabase();
  const gone = await resetPasskeysOf(db, email, new Date()).finally(close);
  if (gone === null) throw new Trouble(words.nobody(email));
  console.log(gone === 0 ? words.none(email) : words.done(email));
} catch (error) {
  sayWhyNot(error);
  process.exitCode = 1;
}
