/**
 * Nothing that can identify a person lies in the database in the clear: a conversation with
 * names that are found nowhere else, and then a search for each of them in everything that was written to the disk.
 */
import { existsSync, readFileSync } from "node:fs";
import { expect, it, describe } from "vitest";
import { SendError } from "../../../src/chat/adapter.ts";
import { SealingError, openKeyring } from "../../../src/store/sealing.ts";
import { openDatabase } from "../../../src/store/database.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { allRows } from "../../kit/rows.ts";
import { Stage } from "../../kit/stage.ts";

/** Words that the conversation uses, and what each stands for. Each is in no word of ours. */
const secrets = {
  federation: "Quetzalbund",
  sector: "Xylographie",
  otherSector: "Vexillologie",
  cell: "Zwischendeck",
  otherCell: "Kaltschmiede",
  place: "Wolkenkuckucksheim",
  chat: "chatrauchzeichen",
  otherChat: "chatflaschenpost",
  steward: "Quasimoda",
  member: "Brunhildegard",
  mentioned: "Adalberta",
  question: "Moorhuhnstreik",
  edited: "Ziegenpeterpause",
  driveName: "Donnerbalken",
  prompt: "Sternschnuppe",
  badValue: "Rumpelkammer",
  stranger: "Fremdlingine",
  given: "Haferschleim",
  givenTo: "Wachtmeisterei",
  unnamed: "Wadenwickel",
  checkinWords: "Seelenbaumler",
  role: "Kesselflicker",
  checklist: "Blechtrommel",
  note: "Wasserhahntropfen",
  gathering: "Kartoffelfest",
  gatheringPlace: "Gewoelbekeller",
} as const;

/** Spellings in which a text could lie there: as it is, in other cases, in base64 (at each of three offsets), in hex. */
function spellings(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const base64 = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString("base64")
      .replace(/=+$/u, "");
    // The first and last characters depend on what stands beside it.
    return text.slice(offset === 0 ? 0 : offset + 1, -1);
  });
  return [
    ...base64,
    ...base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_")),
    bytes.toString("hex"),
    bytes.toString("hex").toUpperCase(),
    Buffer.from(secret.toLowerCase()).toString("hex"),
  ];
}

/** The secrets that are found in some bytes, whatever their case, in one or two bytes a letter. */
function found(in_: Buffer, where: string): readonly string[] {
  const [narrow, wide] = [in_.toString("latin1"), in_.toString("utf16le")];
  const [folded, wideFolded] = [narrow.toLowerCase(), wide.toLowerCase()];
  return Object.values(secrets)
    .filter((secret) => {
      const small = secret.toLowerCase();
      return (
        folded.includes(small) || wideFolded.includes(small) || spellings(secret).some((text) => narrow.includes(text))
      );
    })
    .map((secret) => `${secret} in ${where}`);
}

const minute = 60_000;

/** Uses every secret, in every kind of thing that is kept. */
async function converse(stage: Stage): Promise<void> {
  const { federation, sector, cell, place } = secrets;
  const chat = stage.chat(secrets.chat);
  const zoe = chat.person(secrets.steward).administrates();
  const ana = chat.person(secrets.member);
  await zoe.says(
    `/setup federation:${federation} sector:${sector} cell:${cell} place:${place} zone:Europe/Vienna language:en`,
  );
  await zoe.says(`/sector new ${secrets.otherSector}`);
  await zoe.says(`/cell new ${secrets.otherCell} sector:${secrets.otherSector} place:${place}`);
  const code = /\b[2-9B-Z]{8}\b/u.exec((await zoe.says("/cell code")).map(({ text }) => text).join())?.[0] ?? "";
  await stage.chat(secrets.otherChat).person(secrets.steward).says(`/cell join ${code}`);
  await ana.says("/help");
  // Somebody holds a role, and leaves a note for the next one.
  await zoe.says(`/role new ${secrets.role} every:2w day:friday time:16:00 checklist:${secrets.checklist}`);
  await stage.wait(8 * 24 * 60 * minute);
  await zoe.says("/role accept 1");
  await zoe.writes(`/role handover 1 ${secrets.note}`);
  await zoe.says(`/gather new ${secrets.gathering} where:${secrets.gatheringPlace}`);
  await zoe.says("/cell settings vouches 1");
  await chat.person(secrets.mentioned).says("/help");
  await ana.says(`/vouch @${secrets.mentioned}`);
  await zoe.says(
    `/drive new "${secrets.question}?" name:${secrets.driveName} goal:5 deadline:"in 3 days" scope:federation`,
  );
  await ana.says("/pledge if 2");
  await ana.writes("/pledge in");
  await ana.says(`/care give ${secrets.given} to:${secrets.givenTo}`);
  await ana.says(`/care give ${secrets.unnamed} anonymous`);
  await zoe.says("/care checkin");
  await zoe.presses("Begin it all the same");
  await ana.says("/care checkin");
  await ana.presses("In my own words");
  await ana.says(secrets.checkinWords);
  await ana.writes("/me export");
  await ana.says("/me forget");
  await zoe.says(`/drive edit ${secrets.edited}! drive:1`);
  // A question that waits, with what was given so far; and a value that is not understood.
  await zoe.says(`/drive new ${secrets.prompt}`);
  await ana.writes(`/me zone ${secrets.badValue}`);
  await chat.person(secrets.stranger).says("/pledge in drive:9");
  await stage.chat("unbound").person(secrets.stranger).says("/setup");
  await stage.wait(30 * minute);
  // What cannot be sent now waits in the outbox, with all that it says; the process ends meanwhile.
  stage.adapter("console").intercept = () => new SendError("limited", { retryAfterMs: 60 * minute });
  const said = { type: "text", text: "/cell show", messageId: secrets.prompt } as const;
  const { platform, place: here } = chat;
  const { account } = stage.adapter(platform);
  await stage.steward.dispatch.receive({
    platform,
    account,
    eventId: secrets.stranger,
    chat: here,
    sender: zoe.user,
    said,
  });
}

const secretsShown = (stage: Stage): string =>
  stage.adapters.flatMap(({ shown }) => shown.map(({ text }) => text)).join("\n");

eachDatabase((provider, open, freshUrl) => {
  it("nothing of what people wrote, are called, or where they are lies there in the clear", async () => {
    const url = await freshUrl();
    const database = await openDatabase({ url });
    const stage = await Stage.open(database);
    await converse(stage);
    // The conversation did hold them all: the bot has shown most, and the rest are ids and what was typed.
    for (const secret of [secrets.federation, secrets.cell, secrets.question, secrets.edited, secrets.badValue]) {
      expect(secretsShown(stage)).toContain(secret);
    }
    const rows = (await allRows(database)).join("\n");
    expect(rows).toMatch(/^Outbox .*"sealedBody":"2[\w-]{200}/mu);
    for (const table of [
      "Federation",
      "Cell",
      "Chat",
      "Person",
      "Identity",
      "Vouch",
      "Drive",
      "Pledge",
      "CareEntry",
      "CheckInAnswer",
      "Role",
      "RoleNote",
      "Gathering",
      "Button",
      "Prompt",
    ]) {
      expect(rows, table).toMatch(new RegExp(`^${table} `, "mu"));
    }
    expect(found(Buffer.from(rows), "the rows")).toEqual([]);
    if (provider === "sqlite") {
      const file = url.slice("file:".length);
      const files = [file, `${file}-wal`, `${file}-shm`].filter((path) => existsSync(path));
      expect(files).toHaveLength(3);
      const search = () => files.filter((path) => existsSync(path)).flatMap((path) => found(readFileSync(path), path));
      expect(search()).toEqual([]);
      await database.checkpoint();
      expect(search()).toEqual([]);
      await database.close();
      expect(search()).toEqual([]);
    } else await database.close();
  });

  it("a sealed text does not open in another column", async () => {
    const stage = await Stage.open(await open());
    await converse(stage);
    const keyring = openKeyring(new Uint8Array(32).fill(7));
    await stage.database.transaction(async (tx) => {
      const federation = await tx.federation.findFirstOrThrow();
      const sealer = keyring.sealer(federation.id, federation.wrappedKey);
      const drive = await tx.drive.findFirstOrThrow({ where: { sealedName: { not: null } } });
      const { id } = drive;
      expect(sealer.open(drive.sealedQuestion, "Drive.sealedQuestion", id)).toBe(`${secrets.edited}!`);
      expect(sealer.open(drive.sealedName ?? "", "Drive.sealedName", id)).toBe(secrets.driveName);
      expect(() => sealer.open(drive.sealedQuestion, "Drive.sealedName", id)).toThrow(SealingError);
      const cell = await tx.cell.findFirstOrThrow();
      expect(sealer.open(cell.sealedPlace ?? "", "Cell.sealedPlace", cell.id)).toBe(secrets.place);
      expect(() => sealer.open(cell.sealedPlace ?? "", "Cell.sealedName", cell.id)).toThrow(SealingError);
      expect(() => sealer.open(cell.sealedName, "Sector.sealedName", cell.id)).toThrow(SealingError);
    });
  });
});

describe("the search itself", () => {
  it("finds a secret however it is written", () => {
    const secret = secrets.question;
    const hidden = [
      Buffer.from(`x${secret}y`),
      Buffer.from(secret.toUpperCase()),
      Buffer.from(secret, "utf16le"),
      Buffer.from(Buffer.from(secret).toString("hex")),
      ...["", "a", "ab", "abc"].flatMap((before) =>
        (["base64", "base64url"] as const).map((as) => Buffer.from(Buffer.from(`${before}${secret}?!`).toString(as))),
      ),
    ];
    for (const bytes of hidden) expect(found(bytes, "there"), bytes.toString()).toEqual([`${secret} in there`]);
    expect(found(Buffer.from("nothing of the kind"), "there")).toEqual([]);
  });
});
