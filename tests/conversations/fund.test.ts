/** The fund of a cell as people use it. */
import { expect } from "vitest";
import { aboutARule, conversation } from "../kit/conversation.ts";
import { council } from "../kit/council.ts";
import type { Shown, StagePerson } from "../kit/stage.ts";
import { firstBroken, type Chained } from "../../src/domain/fund.ts";

const hour = 60 * 60_000;
const day = 24 * hour;

/** Telegram: only now can they be written to. */
async function meet(...people: readonly StagePerson[]): Promise<void> {
  for (const one of people) {
    await one.says("/help");
    await one.writes("/help");
  }
}

/** What buttons say, also where they are numbers. */
const labels = (shown: readonly Shown[]): readonly string[] =>
  shown
    .flatMap(({ rendered }) => rendered.blocks)
    .flatMap((block): readonly { readonly label: string }[] =>
      block.type === "buttons" ? block.rows.flat() : block.type === "choices" ? block.items : [],
    )
    .map(({ label }) => label);

/** A cell with a fund in euros: zoe coordinates it, ana is its treasurer. It is Saturday 28 March 2026, 9:00, in Paris. */
async function withFund({ zoe, ana, ben, cho }: Record<"zoe" | "ana" | "ben" | "cho", StagePerson>): Promise<void> {
  const { stage } = zoe.chat;
  await meet(zoe, ana, ben, cho);
  await zoe.says("/role new Cash every:12w day:friday time:16:00");
  await ana.says("/role join Cash");
  await zoe.says("/cell settings treasurer Cash").isTold(/has the role Cash is treasurer/);
  await zoe.says("/fund new Strike fund currency:EUR").isTold(/Strike fund is open, in EUR/);
  await stage.wait(16 * hour);
  await ana.presses("Accept");
  await stage.wait(7 * day);
}

conversation("help is asked for unseen, approved by two, and stands in the book without a name", async ({ cell }) => {
  const { chat, zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
  await withFund({ zoe, ana, ben, cho });
  await ana
    .says("/fund in 200 € Collection at the gate")
    .isTold(/In: €200.00 – Collection at the gate \(no. 1, Strike fund\). In the fund now: €200.00/);
  await ben
    .writes("/fund ask 50 Shoes for the child")
    .isTold(/You ask for €50.00 \(no. 1\). Seen only by [^]*(Ana|Zoe)/);
  await ana.presses("Approve").isTold(/Noted. €50.00 goes out once one more approves: [^]*Zoe/);
  await ana.presses("Approve").isTold(/Noted. €50.00 goes out once one more/);
  await zoe.presses("Approve").isTold(/Two have approved: €50.00 goes out. In the fund now: €150.00/);
  await zoe.presses("Approve").isTold(/approved already/);
  await cho.says("/fund show");
  chat.shows(/In the fund: €150.00[^]*No. 2 · [^]*hardship · -€50.00/);
  chat.neverShowed(/Shoes|Ben/);
  await ben.writes("/fund approve").isTold(/Nothing waits for you/);
});

conversation("a refusal ends it, and it can be asked for again", async ({ cell }) => {
  const { chat, zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
  await withFund({ zoe, ana, ben, cho });
  await zoe.says("/fund in 100 Collection");
  await ben.writes("/fund ask 40 Rent");
  await ana.presses("Refuse").isTold(/Refused/);
  await zoe.presses("Approve").isTold(/That was refused/);
  await ben.writes("/fund ask 60 Rent").isTold(/You ask for €60.00 \(no. 2\)/);
  await ben.writes("/fund ask 30 Rent").isTold(/asked for €60.00 already \(no. 2\)/);
  await ana.presses("Approve").isTold(/Noted/);
  await ben.presses("Change it to €30.00").isTold(/You ask for €30.00 \(no. 2\)/);
  await ben.presses("Take it back").isTold(/Taken back/);
  await zoe.presses("Approve").isTold(/taken back/);
  await cho.says("/fund show");
  chat.shows(/In the fund: €100.00/);
  chat.neverShowed(/Rent/);
});

conversation("money goes out to a member or outside, never below zero, and a mistake is undone", async ({ cell }) => {
  const { chat, zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
  await withFund({ zoe, ana, ben, cho });
  await zoe.says("/fund in 12,50 Soup");
  chat.shows(/In: €12.50 – Soup/);
  await zoe
    .writes("/fund out 20 Banner to:outside")
    .isTold(/€20.00 is to go out to somebody outside: Banner[^]*In the fund: €12.50/);
  await zoe.presses("Approve").isTold(/Noted/);
  await ana.presses("Approve").isTold(/only €12.50 in the fund. €20.00 stays open/);
  await zoe.says("/fund in 100 Collection");
  await zoe.presses("That was wrong: undo").isTold(/No. 3 undoes no. 2: -€100.00. In the fund now: €12.50/);
  await zoe.says("/fund undo 2").isTold(/undone already/);
  await zoe.says("/fund in 10 Coffee");
  await ana.presses("Approve").isTold(/Two have approved: €20.00 goes out. In the fund now: €2.50/);
  await zoe.says("/fund undo 1").isTold(/only €2.50 in the fund/);
  // Who gets it approves nothing.
  await zoe.writes("/fund out 2 Tea to:Ana").isTold(/€2.00 is to go out to @Ana: Tea/);
  await ana.writes("/fund approve").isTold(/Nothing waits for you/);
  await ben.writes("/fund approve 2").isTold(/nothing of that number/);
  await ben.says("/fund in 5 Mine").isTold(/Only the treasurer and the coordinator/);
});

conversation("what is approved or refused by its number is one press away", async ({ cell, stage }) => {
  const { zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
  await withFund({ zoe, ana, ben, cho });
  await zoe.says("/fund in 100 Collection");
  await ben.writes("/fund ask 40 Rent").isTold(/You ask for €40.00/);
  await ana.writes("/fund approve 1").isTold(/Ben asks for €40.00: Rent[^]*To approve it, press once:/);
  await ana.presses("Approve").isTold(/Noted/);
  const again = await ana.writes("/fund approve 1").isTold(/You have approved this already\. One more has to\./);
  expect(labels(again)).toEqual(["Refuse"]);
  const refusing = await zoe.writes("/fund refuse 1").isTold(/To refuse it, press once:/);
  expect(labels(refusing)).toEqual(["Refuse"]);
  await zoe.presses("Refuse").isTold(/Refused/);
  // Who asks twice may have meant to take the first one back.
  await ben.writes("/fund ask 40 Rent").isTold(/You ask for €40.00 \(no. 2\)/);
  await ben.writes("/fund ask 40 Rent").isTold(/asked for €40.00 already \(no. 2\)/);
  await ben.presses("Take no. 2 back").isTold(/Taken back/);
  await ana.writes("/fund approve").isTold(/Nothing waits for you/);
  expect(stage.problems).toEqual([]);
});

conversation("what may be two amounts is asked, and what is another currency refused", async ({ cell }) => {
  const { chat, zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
  await withFund({ zoe, ana, ben, cho });
  await zoe.says("/fund in 1.234 Collection").isTold(/“1.234” can be read in two ways/);
  await zoe.presses("€1,234.00").isTold(/In: €1,234.00 – Collection/);
  await zoe.says("/fund in 12 500 flyers sold").isTold(/can be read in two ways/);
  await zoe.presses("€12.00: 500 flyers sold").isTold(/In: €12.00 – 500 flyers sold/);
  await zoe.says("/fund in 1 234,50 € dues").isTold(/In: €1,234.50 – dues/);
  await zoe.says("/fund in 12 $ dues").isTold(/This fund is in EUR/);
  await zoe
    .says("/fund in €0.05 a coin")
    .isTold(/In: €0.05 – a coin \(no. 4, Strike fund\). In the fund now: €2,480.55/);
  await zoe.says("/fund new Kasse currency:JPY").isTold(/in JPY/);
  await zoe.says("/fund in 1.234 tea").isTold(/Which fund/);
  await zoe.presses("Kasse").isTold(/In: (JP)?¥1,234 – tea/);
  chat.neverShowed(/Nothing is written/);
});

conversation("a report is a page and a table without a name", async ({ cell, stage }) => {
  const { chat, zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
  await withFund({ zoe, ana, ben, cho });
  await zoe.says("/fund in 12,50 =Soup, bread");
  await cho
    .says("/fund report")
    .isTold(/Strike fund, [A-Z][a-z]+ \d{4}: €12.50 in the fund[^]*fund-1-\d{4}-\d{2}\.pdf[^]*fund-1-\d{4}-\d{2}\.csv/);
  await cho.says("/fund report 1999-13").isTold(/did not understand the month/);
  chat.neverShowed(/Zoe wrote/);
  const entry = await stage.database.read((tx) => tx.fundEntry.findFirstOrThrow());
  const csv = stage.adapters
    .flatMap(({ shown }) => shown)
    .flatMap(({ rendered }) => rendered.blocks)
    .flatMap((block) => (block.type === "file" && block.file.mediaType === "text/csv" ? [block.file.data] : []))
    .map((data) => Buffer.from(data, "base64").toString("utf8"))
    .at(-1);
  expect(csv).toMatch(/^\uFEFFNumber,Date,What for,In,Out,In the fund,Currency,Check number\r\n/);
  expect(csv).toContain(`,"'=Soup, bread",12.50,,12.50,EUR,${entry.hash}\r\n`);
});

conversation(
  "approvals lapse after a week, all are asked again, and after four weeks it ends",
  aboutARule,
  async ({ cell, stage }) => {
    const { zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
    await withFund({ zoe, ana, ben, cho });
    await zoe.says("/fund in 100 Collection");
    await ben.writes("/fund ask 40 Rent");
    await ana.presses("Approve").isTold(/Noted/);
    await stage.wait(7 * day + 60_000);
    await zoe.writes("/fund approve").isTold(/Ben asks for €40.00: Rent/);
    await zoe.presses("Approve").isTold(/Noted. €40.00 goes out once one more/);
    const later = await stage.wait(22 * day);
    const told = later.filter(({ to, chat }) => to === ben.user.id || chat === `direct:${ben.user.id}`);
    expect(told.map(({ text }) => text).join("\n")).toMatch(/nobody has decided about €40.00 in four weeks/);
    await zoe.presses("Approve").isTold(/not open any more/);
  },
);

conversation(
  "who leaves, is forgotten or turns out to be somebody else takes no money along",
  aboutARule,
  async ({ cell, stage }) => {
    const { chat, zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
    await withFund({ zoe, ana, ben, cho });
    await zoe.says("/fund in 100 Collection");
    await ben.writes("/fund ask 40 Rent");
    await ana.presses("Approve");
    await zoe.presses("Approve").isTold(/Two have approved/);
    await cho.writes("/fund ask 10 Bread");
    await zoe.writes("/fund out 5 Tea to:Cho").isTold(/to go out to @Cho/);
    await cho.says("/me leave");
    await cho.presses("Yes, leave");
    await zoe.writes("/fund approve").isTold(/Nothing waits for you/);
    const read = async (): Promise<{ fund: { id: string; currency: string }; entries: Chained[] }> =>
      stage.database.read(async (tx) => {
        const fund = await tx.fund.findFirstOrThrow();
        const rows = await tx.fundEntry.findMany({ orderBy: { number: "asc" }, include: { persons: true } });
        return {
          fund,
          entries: rows.map((row) => ({
            number: row.number,
            kind: row.kind as Chained["kind"],
            undoes: row.undoes ?? undefined,
            at: row.at.getTime(),
            amount: Number(row.amount),
            currency: fund.currency,
            text: row.textFixed,
            persons: row.persons.map(({ fixed }) => fixed).sort(),
            hash: row.hash,
          })),
        };
      });
    const before = await read();
    expect(firstBroken(before.fund, before.entries)).toBeUndefined();
    await ben.writes("/me export");
    await ben.writes("/me forget");
    await ben.presses("Yes, forget me");
    const after = await read();
    expect(after).toEqual(before);
    const parts = await stage.database.read((tx) => tx.fundPart.findMany());
    expect(parts.filter(({ sealedOpening }) => sealedOpening === null).map(({ part }) => part)).toEqual(["payee"]);
    expect(parts.filter(({ personId }) => personId === null)).toHaveLength(1);
    chat.neverShowed(/Rent|Bread/);
    // After the retention nobody stands in the book, and it holds.
    await stage.wait(95 * day);
    expect(await read()).toEqual(before);
    expect(await stage.database.read((tx) => tx.fundPart.count({ where: { personId: { not: null } } }))).toBe(0);
    expect(await stage.database.read((tx) => tx.fundRequest.count())).toBe(0);
    chat.shows(/\(its words are deleted\)/);
  },
);

conversation("where a cell has too few, its council's treasurer approves", aboutARule, async (scene) => {
  const staged = await council(scene, [
    { name: "Depot 5", sector: "transport", seats: [] },
    { name: "Ward 7", sector: "health", seats: [] },
  ]);
  const { zoe } = staged;
  const depot = staged.cell("Depot 5");
  const [boss, ben, eva] = [depot.person("Zoe"), depot.person("Ben"), staged.cell("Ward 7").person("Eva")];
  await meet(boss, ben, eva);
  await boss.says("/fund new Strike fund currency:EUR");
  await boss.says("/fund in 100 Collection");
  await ben.writes("/fund ask 40 Rent").isTold(/there are not two who may/);
  await zoe.says("/role new Cash every:12w day:friday time:16:00");
  await staged.who("Eva").says("/role join Cash");
  await zoe.says("/council settings treasurer Cash").isTold(/treasurer of the council/);
  await scene.stage.wait(16 * hour);
  await eva.presses("Accept");
  await scene.stage.wait(7 * day);
  await eva.writes("/fund approve").isTold(/Ben asks for €40.00: Rent/);
  await eva.presses("Approve").isTold(/Noted/);
  await boss.writes("/fund approve").isTold(/Approved so far by [^]*Eva/);
  await boss.presses("Approve").isTold(/Two have approved/);
});

conversation("who comes to keep the money hears of what is open, once the role is theirs", async ({ cell, stage }) => {
  const { zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
  await withFund({ zoe, ana, ben, cho });
  await zoe.says("/fund in 100 Collection");
  await cho.says("/role join Cash");
  await ben.writes("/fund ask 50 Rent").isTold(/You ask for €50.00 \(no. 1\)/);
  await cho.writes("/fund approve").isTold(/Nothing waits for you/);
  await stage.wait(9 * day);
  await zoe.says("/role step-down Cash");
  await ana.says("/role step-down Cash");
  await cho.presses("Accept");
  await stage.wait(day);
  expect(cho.button("Approve")).toBeDefined();
  await cho.presses("Approve").isTold(/Noted. €50.00 goes out once one more approves/);
  expect(stage.problems).toEqual([]);
});

conversation(
  "what cannot be done is said before it is asked for, and nothing is offered that changes nothing",
  async ({ cell, stage }) => {
    const { zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
    await meet(ben);
    for (const word of ["in", "in lots", "undo"]) await ben.says(`/fund ${word}`).isTold(/There is no fund here yet/);
    await withFund({ zoe, ana, ben, cho });
    for (const word of ["in", "in lots", "undo"]) {
      await ben.says(`/fund ${word}`).isTold(/Only the treasurer and the coordinator/);
    }
    for (const word of ["in lots", "out", "out lots", "undo"]) {
      await ben.writes(`/fund ${word}`).isTold(/Only the treasurer and the coordinator/);
    }
    await ana.says("/fund in lots").isTold(/did not understand the amount/);
    await ben.writes("/fund ask 50 Rent");
    await ben.writes("/fund ask 50 Rent").isTold(/asked for €50.00 already \(no. 1\)/);
    expect(ben.button("Change it to €50.00")).toBeUndefined();
    await ben.writes("/fund ask 50 Shoes").isTold(/asked for €50.00 already \(no. 1\)/);
    expect(ben.button("Change it to €50.00")).toBeUndefined();
    await ben.presses("Change what it is for").isTold(/You ask for €50.00 \(no. 1\)/);
    expect(stage.problems).toEqual([]);
  },
);

conversation("a cell chooses by a vote who approves besides, and whether they go on", async ({ cell, stage }) => {
  const { chat, zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
  await withFund({ zoe, ana, ben, cho });
  await zoe.says("/fund in 100 Collection");
  await ben.writes("/fund ask 50 Rent").isTold(/You ask for €50.00 \(no. 1\)/);
  await ben.says("/fund approver Ben").isTold(/coordinator/);
  await zoe.says("/fund approver Cho");
  chat.shows(/One more approves what goes out of the fund \(1\)\nVote 1, secret[^]*It is about @?Cho/);
  await zoe.says("/fund approver Cho").isTold(/You are voting on them already/);
  await zoe.says("/fund approver Ben");
  chat.shows(/One more approves what goes out of the fund \(2\)\nVote 2, secret[^]*It is about @?Ben/);
  for (const one of [zoe, ana, ben]) await one.writes("/vote yes vote:1").isTold(/Your vote is in/);
  for (const one of [zoe, ana, ben]) await one.writes("/vote no vote:2").isTold(/Your vote is in/);
  await stage.wait(49 * hour);
  chat.shows(/Carried: 3 of 3 votes cast[^]*Cho approves what goes out of the fund from now on/);
  chat.neverShowed(/Ben approves|Record as a decision/);
  // Who is chosen hears of what is open.
  await cho.presses("Approve").isTold(/Noted. €50.00 goes out once one more approves/);
  await ana.presses("Approve").isTold(/Two have approved: €50.00 goes out/);
  await zoe.says("/fund approver Cho");
  chat.shows(/One fewer approves what goes out of the fund \(1\)\n[^]*It is about @?Cho, who approves now/);
  for (const one of [zoe, ana, ben]) await one.writes("/vote yes").isTold(/Your vote is in/);
  await stage.wait(49 * hour);
  chat.shows(/Cho no longer approves what goes out of the fund/);
  chat.neverShowed(/Record as a decision/);
  await ben.writes("/fund ask 20 Bread").isTold(/Seen only by/);
  await cho.writes("/fund approve").isTold(/Nothing waits for you/);
  expect(await stage.database.read((tx) => tx.fundApprover.count())).toBe(0);
  expect(stage.problems).toEqual([]);
});

conversation(
  "whom a cell has chosen approves no more once they have left or are forgotten",
  aboutARule,
  async ({ cell, stage }) => {
    const { chat, zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
    await withFund({ zoe, ana, ben, cho });
    await zoe.says("/fund approver Cho");
    await zoe.says("/fund approver Ben");
    for (const one of [zoe, ana, ben]) for (const vote of [1, 2]) await one.writes(`/vote yes vote:${vote}`);
    await cho.says("/me leave");
    await cho.presses("Yes, leave");
    await stage.wait(49 * hour);
    chat.neverShowed(/Cho approves/);
    expect(await stage.database.read((tx) => tx.fundApprover.count())).toBe(1);
    await ben.says("/me forget");
    await ben.presses("Yes, forget me");
    expect(await stage.database.read((tx) => tx.fundApprover.count())).toBe(0);
    await zoe.says("/vote show 2");
    chat.shows(/One more approves what goes out of the fund \(2\)\nCarried/);
    expect(stage.problems).toEqual([]);
  },
);
