/** What conference apps hold a schedule against, as other programs check it: nothing where it is valid. */
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { validateXML } from "xmllint-wasm";

const read = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");

/** By `xmllint` and the XSD. */
export async function faultsOfXml(file: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: "schedule.xml", contents: file }],
    schema: [{ fileName: "schedule.xsd", contents: read("schedule.xml.xsd") }],
  });
  return errors.map(({ message }) => message);
}

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true, formats: { color: true } });
addFormats(ajv);
const { $schema: _, ...schema } = JSON.parse(read("schema.json"));
const validate = ajv.compile(schema);

/** By the JSON schema. */
export function faultsOfJson(schedule: unknown): string[] {
  return validate(schedule)
    ? []
    : validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
}
