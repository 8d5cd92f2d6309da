/** Reads the pages that we print. */
import { inflateSync } from "node:zlib";

/** The texts of a PDF of ours, page by page: glyphs are turned back by each font's own table (ToUnicode). */
export function readPdf(file: Uint8Array): readonly string[] {
  const raw = Buffer.from(file).toString("latin1");
  const objects = new Map<string, string>();
  for (const [, id = "", body = ""] of raw.matchAll(/(\d+) 0 obj\n([^]*?)\nendobj/gu)) objects.set(id, body);
  const stream = (id = ""): string => {
    const body = objects.get(id) ?? "";
    const [, data = ""] = /stream\n([^]*)\nendstream/u.exec(body) ?? [];
    const bytes = Buffer.from(data, "latin1");
    return (body.includes("FlateDecode") ? inflateSync(bytes) : bytes).toString("latin1");
  };
  const tables = new Map<string, ReadonlyMap<string, string>>();
  for (const [id, body] of objects) {
    const [, unicode] = /\/ToUnicode (\d+) 0 R/u.exec(body) ?? [];
    if (unicode !== undefined) tables.set(id, glyphs(stream(unicode)));
  }
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\n/u.test(body))
    .map((body) => {
      const [, contents] = /\/Contents (\d+) 0 R/u.exec(body) ?? [];
      const [, resources = ""] = /\/Resources (\d+) 0 R/u.exec(body) ?? [];
      const fonts = new Map(
        [...(objects.get(resources) ?? body).matchAll(/\/(F\d+) (\d+) 0 R/gu)].map(([, name = "", id = ""]) => [
          name,
          tables.get(id),
        ]),
      );
      let font: ReadonlyMap<string, string> | undefined;
      const texts: string[] = [];
      for (const [, name, shown] of stream(contents).matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/gu)) {
        if (name !== undefined) font = fonts.get(name);
        const codes = [...(shown ?? "").matchAll(/<([0-9a-f]+)>/gu)].flatMap(
          ([, hex = ""]) => hex.match(/.{4}/gu) ?? [],
        );
        if (shown !== undefined) texts.push(codes.map((code) => font?.get(code) ?? "\uFFFD").join(""));
      }
      return texts.join("\n");
    });
}

/** From glyph to text. */
function glyphs(table: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, start = "", , list = ""] of table.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gu)) {
    for (const [index, [, hex = ""]] of [...list.matchAll(/<([0-9a-f]*)>/gu)].entries()) {
      const code = (parseInt(start, 16) + index).toString(16).padStart(4, "0");
      found.set(code, Buffer.from(hex, "hex").swap16().toString("utf16le"));
    }
  }
  return found;
}
