/**
 * `npm run passkeys -- reset name@example.org`: takes somebody's passkeys away and signs them out everywhere, so that the
 * code by mail lets them in again. `npm run passkeys -- free CAMP`: a camp needs none of its crew any more. For whoever runs
 * the server, when no organiser can.
 */
import { resetPasskeysOf } from "#db/passkey/removing.ts";
import { freePasskeyRuleOf } from "#db/passkey/rule.ts";
import { sameAddress } from "#domain/email-address.ts";
import { isSlug } from "#domain/slug.ts";
import { env, sayWhyNot, Trouble } from "#env.ts";
import { haveLanguages, wordsOf } from "#messages/words.ts";
import { openDatabase } from "./open-database.ts";

const { program: words } = wordsOf("passkey");

try {
  haveLanguages(env().LANGUAGES);
  const [act, given = "", ...more] = process.argv.slice(2);
  const email = sameAddress(given);
  const right = act === "free" ? isSlug(given) : act === "reset" && email.includes("@");
  if (!right || more.length > 0) throw new Trouble(words.usage);
  const { db, close } = await openDatabase();
  if (act === "free") {
    const freed = await freePasskeyRuleOf(db, given, new Date()).finally(close);
    if (freed === null) throw new Trouble(words.noCamp(given));
    console.log(freed ? words.freed(given) : words.free(given));
  } else {
    const gone = await resetPasskeysOf(db, email, new Date()).finally(close);
    if (gone === null) throw new Trouble(words.nobody(email));
    console.log(gone === 0 ? words.none(email) : words.done(email));
  }
} catch (error) {
  sayWhyNot(error);
  process.exitCode = 1;
}
