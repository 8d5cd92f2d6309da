/** The care ledger as people use it. */
import { expect } from "vitest";
import { aboutARule, conversation, only } from "../kit/conversation.ts";
import { allRows } from "../kit/rows.ts";
import type { StagePerson } from "../kit/stage.ts";

const day = 24 * 60 * 60_000;

/** Telegram: only now can they be written to. */
async function meet(...people: readonly StagePerson[]): Promise<void> {
  for (const one of people) {
    await one.says("/help");
    await one.writes("/help");
  }
}

conversation("what one gave is noted, sorted with one tap, and read out", async ({ cell }) => {
  const { chat, zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
  await meet(ana, ben);
  await ana.says("/care read").isTold(/Nothing stands in the ledger yet/);
  await ana
    .writes("/care give soup for the picket to:the night shift")
    .isTold(/Noted: soup for the picket – for the night shift/);
  await ana.presses("food").isTold(/Noted as food: soup for the picket/);
  await ben.writes("/care give drove the van kind:time");
  await zoe.says("/care read").isTold(/The care that held us/);
  chat.shows(/Ana – food: soup for the picket – for the night shift/);
  chat.shows(/Ben – time: drove the van/);
  await ana.writes("/care mine").isTold(/1 thing that stands[^]*food: soup for the picket/);
  await ana.presses("Take out: soup for the picket").isTold(/Taken out/);
  await ana.writes("/care mine").isTold(/nothing of yours stands/);
});

conversation("what others note waits for a yes, and can be declined or left without a name", async ({ cell }) => {
  const { zoe, ana, ben, cho, chat } = await cell("Depot 5", { sector: "transport" });
  await meet(zoe, ana, ben, cho);
  await zoe.says("/care give sat with Dee all night kind:listening by:@Ana").isToldPrivately(/I ask/);
  await zoe.says("/care give bread kind:food by:@Ben").isToldPrivately(/I ask/);
  await zoe.says("/care give childcare by:@Cho").isToldPrivately(/I ask/);
  await zoe.says("/care read").isTold(/Nothing stands in the ledger yet/);
  await ana.presses("Yes").isTold(/It stands in the ledger/);
  await ben.presses("Without my name").isTold(/without your name/);
  await cho.presses("No").isTold(/taken out/);
  await zoe.says("/care read").isTold(/Ana – listening: sat with Dee all night/);
  chat.shows(/Somebody – food: bread|somebody – food: bread/);
  chat.neverShowed(/childcare(?! by)[^\n]*time|Ben –|Cho –/);
  await ana.presses("Yes").isTold(/settled already/);
  await cho.writes("/care mine").isTold(/Nothing waits for you/);
});

conversation("for whom it was is named only with their yes", async ({ cell }) => {
  const { zoe, ana, chat } = await cell("Depot 5", { sector: "transport" });
  await meet(zoe, ana);
  await zoe.writes("/care give a bed for a week to:Ana").isTold(/I ask/);
  await zoe.says("/care read").isTold(/Nothing stands/);
  await ana.presses("Without my name");
  await zoe.says("/care read").isTold(/Zoe – time: a bed for a week/);
  chat.neverShowed(/for Ana/);
});

conversation("an anonymous entry leads to nobody", async ({ cell, stage }) => {
  const { zoe, ana, chat } = await cell("Depot 5", { sector: "transport" });
  await meet(zoe, ana);
  await ana.says("/care give Schnippelsuppe kind:food anonymous").isToldPrivately(/Nothing leads from it to you/);
  await zoe.says("/care read").isTold(/somebody – food: Schnippelsuppe/i);
  chat.neverShowed(/Ana –/);
  await ana.writes("/care mine").isTold(/nothing of yours stands/);
  await ana.writes("/care give anonymous");
  await ana.writes("Wadenwickel").isTold(/Nothing leads/);
  const rows = await allRows(stage.database);
  const entries = rows.filter((row) => row.startsWith("CareEntry "));
  expect(entries).toHaveLength(2);
  const ids = await stage.database.read(async (tx) => [
    ...(await tx.person.findMany()).map(({ id }) => id),
    ...(await tx.identity.findMany()).flatMap(({ id, lookup }) => [id, lookup]),
  ]);
  for (const row of entries) {
    for (const id of ids) expect(row).not.toContain(id);
    expect(row).toMatch(/T00:00:00\.000Z/);
  }
  // Nothing that belongs to a person (buttons, questions, messages) holds the text or the id of the entry.
  const own = await stage.database.read((tx) => tx.careEntry.findMany());
  await stage.database.transaction(async (tx) => {
    const [federation] = await tx.federation.findMany();
    if (federation === undefined) throw new Error("no federation");
    const sealer = stage.keyring.sealer(federation.id, federation.wrappedKey);
    const sealed = [
      ...(await tx.button.findMany()).map(({ id, sealedAction }) =>
        sealer.open(sealedAction, "Button.sealedAction", id),
      ),
      ...(await tx.prompt.findMany()).map(({ lookup, sealedState }) =>
        sealer.open(sealedState, "Prompt.sealedState", lookup),
      ),
      ...(await tx.outbox.findMany({ where: { sealedBody: { not: "" } } })).map(({ id, sealedBody }) =>
        sealer.open(sealedBody, "Outbox.sealedBody", id),
      ),
    ];
    for (const text of sealed) {
      expect(text).not.toMatch(/Schnippelsuppe|Wadenwickel/);
      for (const { id } of own) expect(text).not.toContain(id);
    }
  });
});

conversation(
  "who may have meant an anonymous entry is asked unseen, and nothing leads from that to them",
  async (scene) => {
    const { zoe, ana, chat } = await scene.cell("Depot 5", { sector: "transport" });
    await meet(zoe, ana);
    await ana.says("/care give Schnippelsuppe for ten anonymous").isToldPrivately(/Without your name\?/);
    await ana.presses("Yes").isTold(/Nothing leads from it to you/);
    await zoe.says("/care read").isTold(/somebody – time: Schnippelsuppe for ten/i);
    chat.neverShowed(/Ana –/);
    const buttons = await scene.stage.database.read((tx) => tx.button.findMany());
    await scene.stage.database.transaction(async (tx) => {
      const [federation] = await tx.federation.findMany();
      if (federation === undefined) throw new Error("no federation");
      const sealer = scene.stage.keyring.sealer(federation.id, federation.wrappedKey);
      for (const { id, sealedAction } of buttons)
        expect(sealer.open(sealedAction, "Button.sealedAction", id)).not.toMatch(/Schnippelsuppe/);
    });
  },
);

conversation("an entry that was agreed to without a name leads to nobody either", async ({ cell, stage }) => {
  const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await meet(zoe, ana);
  await zoe.says("/care give bread kind:food by:@Ana");
  const before = await stage.database.read((tx) => tx.careEntry.findFirstOrThrow());
  await ana.presses("Without my name");
  const after = await stage.database.read((tx) => tx.careEntry.findFirstOrThrow());
  expect(after.id).not.toBe(before.id);
  expect(after).toMatchObject({ giverId: null, toId: null, enteredById: null, waitsForId: null, source: null });
});

conversation("what does not go is said", aboutARule, async ({ cell }) => {
  const one = await cell("Depot 5", { sector: "transport" });
  const two = await cell("Ward 7", { sector: "health" });
  await two.chat.person("Eva").says("/help");
  const { zoe, ana, ben } = one;
  for (const somebody of [ana, ben]) await somebody.says("/help");
  await ana.says("/care give soup by:@Ben anonymous").isTold(/only note what you gave yourself/);
  await ana.says("/care give soup to:@Ben anonymous").isTold(/name nobody/);
  await ana.says("/care give soup to:@Zoe by:@Ben").isTold(/two other people/);
  await ana.says("/care give soup to:@Ana").isTold(/thank themselves/);
  await zoe.says("/care give soup by:@Eva").isTold(/not a member of this cell/);
  await ana.says(`/care give ${"a".repeat(201)}`).isTold(/too long/);
  await ana.says("/care give").isTold(/What was given/);
});

conversation(
  "the ledger is in the export, is forgotten with a person, and ends with the retention",
  aboutARule,
  async ({ cell, stage }) => {
    const { zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
    await meet(zoe, ana, ben);
    await ana.says("/care give soup kind:food");
    await ben.says("/care give bread kind:food");
    await zoe.says("/care give rides by:@Ana");
    const exported = await ana.writes("/me export");
    const file = exported.flatMap(({ rendered }) => rendered.blocks).find((block) => block.type === "file");
    const held = file?.type === "file" && "data" in file.file ? Buffer.from(file.file.data, "base64").toString() : "";
    expect(held).toMatch(/"care": \{[^]*"what": "soup"[^]*"what": "rides"/);
    expect(held).not.toMatch(/bread/);
    await ana.says("/me forget");
    await ana.presses("Yes, forget me");
    const left = await stage.database.read((tx) => tx.careEntry.findMany());
    expect(left).toHaveLength(1);
    await zoe.says("/care read").isTold(/Ben – food: bread/);
    await zoe.says("/care give rides by:@Ben");
    await stage.wait(16 * day);
    expect(await stage.database.read((tx) => tx.careEntry.count())).toBe(1);
    await stage.wait(80 * day);
    expect(await stage.database.read((tx) => tx.careEntry.count())).toBe(0);
  },
);

conversation(
  "in Spanish, and in a different order each time",
  only("what is said is the same everywhere", "console"),
  async ({ cell }) => {
    const { chat, zoe } = await cell("Cochera 5", { sector: "transporte", language: "es" });
    for (const name of ["Ana", "Ben", "Cho", "Dee", "Eva"]) {
      await chat
        .person(name)
        .says(`/care give sopa de ${name} kind:comida`)
        .isToldPrivately(/Anotado: sopa de/);
    }
    const orders = new Set<string>();
    for (let run = 0; run < 6; run++) {
      const [shown] = await zoe.says("/care read").isTold(/Los cuidados que nos sostuvieron/);
      const order = [...(shown?.text ?? "").matchAll(/(\w+) – comida: sopa de (\w+)/gu)].map(([, name]) => name);
      expect(order.toSorted()).toEqual(["Ana", "Ben", "Cho", "Dee", "Eva"]);
      orders.add(order.join());
    }
    expect(orders.size).toBeGreaterThan(2);
  },
);

conversation(
  "what is typed into a group to be anonymous is taken away there",
  only("what is typed on Discord is a command, which nobody else sees", "telegram", "matrix", "encrypted"),
  async ({ cell, stage, platform }) => {
    const { ana } = await cell("Depot 5", { sector: "transport" });
    await meet(ana);
    const taken: string[] = [];
    stage.adapter(platform).intercept = (outgoing) => {
      if (outgoing.type === "delete") taken.push(outgoing.messageId);
      return undefined;
    };
    await ana.says("/care give soup kind:food");
    expect(taken).toEqual([]);
    await ana.says("/care give bread kind:food anonymous");
    expect(taken).toEqual([expect.stringMatching(/^own /)]);
  },
);
