/** A small `.xlsx`, made by hand: the few parts that Excel itself always writes. */
import { strToU8, zipSync } from "fflate";

/** A cell: a text, a number, or a date as Excel counts it. */
export type Cell = string | number | { serial: number };

/** @param pages rows by page name @param settings XML of the workbook itself, such as from which year its days count */
export function workbook(pages: Record<string, readonly (readonly Cell[])[]>, settings = ""): Uint8Array {
  const names = Object.keys(pages);
  const each = (write: (name: string, number: number) => string) =>
    names.map((name, index) => write(name, index + 1)).join("");
  const sheets = each((name, n) => `<sheet name="${name}" sheetId="${n}" r:id="rId${n}"/>`);
  const links = each(
    (_, n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  );
  const styles = `<Relationship Id="rIdS" Type="${OFFICE}/styles" Target="styles.xml"/>`;
  return parts({
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${settings}<sheets>${sheets}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}">${links}${styles}</Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(
      names.map((name, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        page(pages[name]!.map(row).join("")),
      ]),
    ),
  });
}

/** A page's XML around rows that are XML already. */
export function page(rows: string): string {
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;
}

/** Any parts as a zip. */
export function parts(xml: Record<string, string>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(xml).map(([name, text]) => [name, strToU8(`<?xml version="1.0"?>${text}`)]),
    ),
  );
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

function row(cells: readonly Cell[], index: number): string {
  const written = cells.map((cell, column) =>
    cellXml(cell, `${String.fromCharCode(65 + column)}${index + 1}`),
  );
  return `<row r="${index + 1}">${written.join("")}</row>`;
}

function cellXml(cell: Cell, at: string): string {
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell !== "string") return `<c r="${at}" s="1"><v>${cell.serial}</v></c>`;
  const text = cell.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return cell === "" ? "" : `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
}
