// Files that a reader may open, made here: a table of municipalities in each format, large ones and broken ones.
import { crc32 } from "node:zlib";
import { smallFile } from "./troubles.js";

const rows = [
  ["0114", "Upplands Väsby", "2023", "Flickor", 12.5],
  ["0114", "Upplands Väsby", "2023", "Pojkar", 1007.25],
  ["0180", "Stockholm", "2023", "Flickor", 40],
  ["0180", "Stockholm", "2023", "Pojkar", 31.5],
];
const header = ["kommunkod", "kommun", "år", "kön", "andel"];

const latin1 = (text) => Buffer.from(text, "latin1");
const file = (name, content, mimeType = "application/octet-stream") => ({ name, mimeType, buffer: Buffer.isBuffer(content) ? content : Buffer.from(content) });

/** An archive of files that are stored as they are: enough for what reads archives. */
export function zip(files) {
  const parts = [], list = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const path = Buffer.from(name), bytes = Buffer.from(content);
    const head = Buffer.alloc(30), entry = Buffer.alloc(46);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt32LE(crc32(bytes), 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt32LE(bytes.length, 22);
    head.writeUInt16LE(path.length, 26);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    head.copy(entry, 16, 14, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(head, path, bytes);
    list.push(entry, path);
    at += head.length + path.length + bytes.length;
  }
  const end = Buffer.alloc(22), length = list.reduce((sum, part) => sum + part.length, 0);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(list.length / 2, 8);
  end.writeUInt16LE(list.length / 2, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...list, end]);
}

const sheet = (lines) => {
  const cell = (value) => (typeof value === "number" ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`);
  return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines.map((line, n) => `<row r="${n + 1}">${line.map(cell).join("")}</row>`).join("")}</sheetData></worksheet>`;
};
const relations = (...them) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${them.map(([type, target], n) => `<Relationship Id="rId${n + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`).join("")}</Relationships>`;

/** An Excel workbook with these sheets by name. */
export const workbook = (sheets) =>
  zip({
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": relations(["officeDocument", "xl/workbook.xml"]),
    "xl/_rels/workbook.xml.rels": relations(...Object.keys(sheets).map((_, n) => ["worksheet", `worksheets/sheet${n + 1}.xml`])),
    "xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${Object.keys(sheets).map((name, n) => `<sheet name="${name}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`).join("")}</sheets></workbook>`,
    ...Object.fromEntries(Object.values(sheets).map((lines, n) => [`xl/worksheets/sheet${n + 1}.xml`, sheet(lines)])),
  });

const cells = (style) => `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"><office:body><office:spreadsheet><table:table table:name="Blad1">${[header, ...rows].map((line) => `<table:table-row>${line.map(style).join("")}</table:table-row>`).join("")}</table:table></office:spreadsheet></office:body></office:document-content>`;
const openDocument = () =>
  zip({
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": cells((value) => (typeof value === "number" ? `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>` : `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`)),
    "META-INF/manifest.xml": `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
  });

const swedish = (value) => (typeof value === "number" ? String(value).replace(".", ",") : value);
const csv = [header, ...rows].map((line) => line.map(swedish).join(";")).join("\r\n");

const px = `CHARSET="ANSI";
AXIS-VERSION="2013";
CODEPAGE="windows-1252";
LANGUAGE="sv";
TITLE="Andel efter kommun, kön och år";
CONTENTS="Andel";
UNITS="procent";
DECIMALS=2;
STUB="kommun","kön";
HEADING="år";
VALUES("kommun")="Upplands Väsby","Stockholm";
VALUES("kön")="Flickor","Pojkar";
VALUES("år")="2023";
CODES("kommun")="0114","0180";
CODES("kön")="1","2";
TIMEVAL("år")=TLIST(A1,"2023");
SOURCE="Prov";
DATA=
12.5
1007.25
40
31.5;
`;

const schema = { fields: [{ name: "kommunkod", type: "string" }, { name: "kommun", type: "string" }, { name: "år", type: "year" }, { name: "kön", type: "string" }, { name: "andel", type: "number", decimalChar: "," }] };
const packaged = zip({
  "datapackage.json": JSON.stringify({ name: "andelar", title: "Andelar", resources: [{ name: "andelar", path: "data/andelar.csv", dialect: { delimiter: ";" }, schema }] }),
  "data/andelar.csv": csv,
});

/** A file for each format, with the name of the format as the page says it. */
export const formats = [
  { format: "JSON-stat 2.0", file: file("barn.json", JSON.stringify(smallFile({ values: [120, 70, 50] }))) },
  { format: "PX (PC-Axis)", file: file("andelar.px", latin1(px)), encoding: "Windows-1252" },
  { format: "CSV", file: file("andelar.csv", latin1(csv)), encoding: "Windows-1252", said: /läst som Windows-1252, semikolon, decimalkomma/ },
  { format: "Excel (xlsx)", file: file("andelar.xlsx", workbook({ Blad1: [header, ...rows] })) },
  { format: "OpenDocument (ods)", file: file("andelar.ods", openDocument()) },
  { format: "datapaket", file: file("andelar.zip", packaged) },
];

/** The number 1 007,25 that all tabular files hold, at Upplands Väsby, boys. */
export const planted = { area: "0114", value: /1\u00a0007,25|1\u00a0007,3/ };

export { csv };

/** A JSON-stat file of about so many megabytes: municipalities by year, sex, type, ownership and age. */
export function largeFile(megabytes) {
  const sizes = { area: 290, period: 10, sex: 3, type: 6, ownership: 4 };
  const others = Object.values(sizes).reduce((product, size) => product * size, 1);
  sizes.age = Math.ceil((megabytes * 1_000_000) / 10 / others);
  const codes = (id, size) => Array.from({ length: size }, (_, at) => (id === "area" ? String(at + 1000) : id === "period" ? String(2015 + at) : `${id}${at}`));
  const small = smallFile();
  const n = others * sizes.age;
  const value = Array.from({ length: n }, (_, at) => 10_000_000 + (at % 89_999_999)).join(", ");
  const head = {
    ...small, id: ["measure", ...Object.keys(sizes)], size: [1, ...Object.values(sizes)], role: { metric: ["measure"], geo: ["area"], time: ["period"] }, value: "VALUE",
    dimension: {
      measure: small.dimension.measure,
      ...Object.fromEntries(Object.entries(sizes).map(([id, size]) => [id, { label: id, category: { index: codes(id, size) } }])),
    },
    extension: { insyn: { profile: "1", synthetic: true, measures: { children: { kind: "count", protected_unit: "none" } } } },
  };
  return file("stor.json", JSON.stringify(head).replace('"VALUE"', `[${value}]`));
}

/** Files that can't be read or are not let in, each with what the page must say. */
export const broken = [
  { name: "not JSON", file: file("a.json", "{ inte json"), said: /går inte att läsa som JSON/ },
  { name: "too few values", file: file("a.json", JSON.stringify({ ...smallFile(), value: [12] })), said: /Storlekarna ger 2 celler/ },
  { name: "a bundle of version 1", file: file("a.json", JSON.stringify({ uppgifter: smallFile() })), said: /JSON-stat 1/ },
  { name: "a small count", file: file("a.json", JSON.stringify(smallFile({ values: [45, 2, 17, 26] }))), said: /Stockholms län/ },
  { name: "an identity number", file: file("a.json", JSON.stringify(smallFile({ values: [120, 70], note: "Anna, 19811228-9874" }))), said: /personnummer/ },
  { name: "PX with too few numbers", file: file("a.px", latin1(px.replace("1007.25\n", ""))), said: /\b3\b/ },
  { name: "PX without values", file: file("a.px", latin1(px.replace(/VALUES\("kön"\).*\n/, ""))), said: /kön/ },
  { name: "old Excel", file: file("a.xls", Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)])), said: /xlsx/ },
  { name: "an archive cut short", file: file("a.zip", packaged.subarray(0, packaged.length - 40)), said: /arkiv|zip/i },
  { name: "a package whose path leads out", file: file("datapackage.json", JSON.stringify({ resources: [{ name: "a", path: "../a.csv" }] })), said: /\.\.\/a\.csv/ },
  { name: "a table without numbers", file: file("a.csv", "namn;ort\nAnna;Lund\nBo;Umeå\n"), said: /tal|siffror|mått/ },
  { name: "nothing at all", file: file("a.csv", ""), said: /tom|inga|ingen/i },
];
