/** What happens when people go: whoever counts on them is told, and nobody who has gone is named, asked or counted. */
import { expect, it } from "vitest";
import { rehearsalKey } from "../../src/rehearsal/player.ts";
import { parseScenario } from "../../src/rehearsal/scenario.ts";
import { openDatabase, type Tx } from "../../src/store/database.ts";
import { Federations } from "../../src/store/federations.ts";
import { openKeyring } from "../../src/store/sealing.ts";
import { eachDatabase } from "../kit/databases.ts";
import { playOn } from "../kit/fixture.ts";
import { allRows } from "../kit/rows.ts";

const setup = `
at 2026-03-20 17:00 Europe/Paris
chat ants telegram
admin zoe@ants
zoe@ants: /setup federation:Net sector:Alpha cell:Ants place:Lyon zone:Europe/Paris language:en
`;
/** A second cell, and a council of both. */
const council = `
chat bees telegram
admin zoe@bees
zoe@ants: /cell new Bees sector:Alpha place:Nice
zoe@bees: /cell join {code}
chat hub telegram
admin zoe@hub
zoe@ants: /council new Hub cells:"Ants, Bees"
zoe@hub: /council join {code}
`;

eachDatabase((_, _open, freshUrl) => {
  const plays = async (lines: string): Promise<string> =>
    playOn(await freshUrl(), parseScenario(`${setup}${lines}`), "going");

  it("a stand-in who leaves stands in no more, and whom they stood in for has the role, and its power, again", async () => {
    const seen = await plays(`
ben@ants: /help
ben@direct: /me show
dee@ants: /help
zoe@ants: /role new "Night phone" every:1w day:friday time:18:00 power:yes
ben@ants: /role join 1
wait 30 minutes
ben@direct: /role accept 1
wait 1 day
ben@direct: /role cover 1 by:dee from:"sunday 22 march 13:00" to:"monday 23 march 13:00"
dee@ants presses Agree
wait 1 hour
dee@ants: /me leave
dee@ants presses Yes, leave
wait 1 day
ben@ants: /role who 1
ben@ants: /role new Keys every:1w day:friday time:18:00
`);
    expect(seen).toMatch(/> ben \| dee can't look after Night phone from Sun 22 March, 13:00/);
    expect(seen).not.toMatch(/dee for ben/);
    expect(seen).toMatch(/Role 2, Keys, is set up/);
  });

  it("who had somebody to stand in for them, and goes, leaves nobody waiting", async () => {
    const seen = await plays(`
dee@ants: /help
dee@direct: /me show
ben@ants: /help
zoe@ants: /role new Phone every:1w day:friday time:18:00
ben@ants: /role join 1
wait 30 minutes
ben@ants: /role accept 1
wait 1 day
ben@ants: /role cover 1 by:dee from:"sunday 22 march 13:00" to:"monday 23 march 13:00"
dee@direct presses Agree
ben@ants: /me leave
ben@ants presses Yes, leave
wait 1 hour
`);
    expect(seen).toMatch(/> dee \| You need not look after Phone for ben any more, from Sun 22 March, 13:00/);
  });

  it("who is in a council's roles by a cell that leaves it holds them no more, and the chat is asked who can", async () => {
    const seen = await plays(`${council}
zoe@ants: /cell new Crows sector:Alpha place:Nice
zoe@hub: /council settings add Crows
ana@bees: /help
zoe@hub: /role new Notes every:1w day:monday time:18:00
ana@hub: /role join Notes
wait 30 minutes
ana@hub: /role accept Notes
wait 4 days
zoe@hub: /council settings remove Bees
wait 1 week
`);
    const after = seen.slice(seen.indexOf("> zoe@hub: /council settings remove Bees"));
    expect(after).toMatch(/Nobody holds Notes now\. Who can take it\?/);
    expect(after).not.toMatch(/ana/);
  });

  it("who counts elsewhere loses seat and candidacy, and hears what became of their answers", async () => {
    const seen = await plays(`${council}
ana@ants: /help
ana@bees: /help
ana@direct: /me show
bo@ants: /help
zoe@ants: /delegate choose lasts:1h
ana@ants presses I would do it
zoe@ants presses ana
ana@ants presses ana
wait 2 hours
zoe@ants: /delegate choose seats:1 council:Hub
bo@ants presses I would do it
ana@ants presses bo
zoe@ants: /drive new "Ants alone" goal:2 deadline:"27 march 18:00" scope:cell
zoe@ants: /drive new "All of us" goal:2 deadline:"27 march 18:00" scope:federation
ana@ants: /pledge in drive:1
ana@ants: /pledge in drive:2
ana@direct: /me cell Bees
ana@direct presses Yes, count there
wait 1 minute
`);
    const after = seen.slice(seen.indexOf("> ana@direct: /me cell Bees"));
    expect(after).toMatch(
      /Do you want to count in Bees\?\n.*will count in Bees: All of us\n.*will be withdrawn: Ants alone/,
    );
    expect(after).toMatch(/You now count in Bees\.\n.*These answers of yours count in Bees: All of us/);
    expect(after).toMatch(/Bees has no part in these drives.*: Ants alone/);
    expect(after).toMatch(/ana counts in another cell now: the seat of Ants in the council Hub is free/);
    // Her ballot for bo is none of this cell any more.
    expect(seen).toMatch(/1 of 3 answered/);
    expect(after).toMatch(/0 of 2 answered/);
  });

  it("two accounts that turn out to be one have one place: whoever waited for the other has it, and hears of it", async () => {
    const seen = await plays(`
chat ants2 discord
admin zoe@ants2
zoe@ants: /cell code
zoe@ants2: /cell join {code}
zoe@ants: /gather new Supper at:"in 9 days 18:00" capacity:2
ana@ants: /gather going 1
ana@ants2: /gather going 1
ben@ants: /gather going 1
ben@direct: /me show
ana@direct/telegram: /me link
ana@direct/discord: /me link {code}
ana@direct/telegram presses Yes, it is mine
wait 1 day
`);
    const after = seen.slice(seen.indexOf("presses Yes, it is mine"));
    expect(after).toMatch(/direct > ben \| .*Supper/);
    expect(after).not.toMatch(/direct > ana \| .*Supper/);
  });

  it("who is forgotten is on no card, not even of what is over", async () => {
    const seen = await plays(`
zoe@ants: /action plan March from:"tomorrow 10:00" care:childcare
eli@ants presses I take on: Childcare
eli@direct: /me show
zoe@ants presses I take on: Childcare
zoe@ants presses Confirm
wait 4 days
eli@direct: /me forget
eli@direct presses Yes, forget me
wait 1 hour
`);
    expect(seen).toMatch(/Childcare: .*eli/);
    const after = seen.slice(seen.lastIndexOf("> eli@direct presses Yes, forget me"));
    expect(after).toMatch(/ants ~ March\n(.*\n)*? {2}• Childcare: zoe\n/);
  });

  it("a cell and a council hear that nobody coordinates them any more", async () => {
    const seen = await plays(`${council}
ana@ants: /help
ana@bees: /help
zoe@bees: /cell settings coordinator @ana
zoe@bees presses Yes
zoe@hub: /council settings coordinator @ana
zoe@hub presses Yes
ana@bees: /me leave
ana@bees presses Yes, leave
wait 1 minute
ana@ants: /me forget
ana@ants presses Yes, forget me
wait 1 minute
`);
    expect(seen.match(/bees \| Nobody coordinates Bees now\./g)).toHaveLength(1);
    expect(seen).not.toMatch(/Nobody coordinates Ants/);
    expect(seen.match(/hub \| Nobody coordinates the council Hub now\./g)).toHaveLength(1);
    // While she was a member of one of its cells she coordinated it.
    expect(seen.indexOf("Nobody coordinates the council Hub")).toBeGreaterThan(seen.indexOf("Yes, forget me"));
  });

  it("of a federation that is shredded nothing is left: no number that could be typed, no event, no hint", async () => {
    const url = await freshUrl();
    const lines = `
at 2026-03-20 17:00 Europe/Paris
chat depot matrix encrypted
admin zoe@depot
zoe@depot: !setup federation:Net sector:Alpha cell:Depot place:Lyon zone:Europe/Paris language:en
zoe@depot: !drive new "Shall we?" goal:2 deadline:"27 march 18:00"
ana@depot: !pledge in
zoe@depot: !gather new Supper at:"in 9 days 18:00"
wait 1 minute
`;
    // A second one, in which nothing may change.
    const other = lines.replaceAll("depot", "mill").replaceAll("zoe", "yan").replaceAll("ana", "ugo");
    await playOn(url, parseScenario(lines), "one");
    await playOn(url, parseScenario(other.replaceAll("Net", "Union").replaceAll("Depot", "Mill")), "other");
    const database = await openDatabase({ url });
    const keyring = openKeyring(rehearsalKey);
    const session = (tx: Tx) => ({ tx, keyring, now: Date.UTC(2026, 2, 20, 17), newId: () => "id" });
    const shred = (id: string) => database.transaction((tx) => new Federations(session(tx)).shred(id));
    const tables = ["Choice", "Button", "Inbox", "Fact"];
    const left = async () =>
      (await allRows(database)).filter((row) => tables.some((table) => row.startsWith(`${table} `)));
    const ids = await database.transaction((tx) => tx.federation.findMany({ orderBy: { createdAt: "asc" } }));
    const own = (row: string) => !/^Fact (?!.*hint:)/u.test(row);
    const before = (await left()).filter(own);
    for (const table of tables) expect(before.filter((row) => row.startsWith(`${table} `)).length).toBeGreaterThan(1);
    await shred(ids[0]?.id ?? "");
    // One half goes, the other stays as it is.
    const half = (await left()).filter(own);
    expect(half.every((row) => before.includes(row))).toBe(true);
    expect(half).toHaveLength(before.length / 2);
    await shred(ids[1]?.id ?? "");
    expect((await left()).filter(own)).toEqual([]);
    await database.close();
  });

  it("who leaves with an act of care ahead leaves a place that the chat is asked about", async () => {
    const seen = await plays(`
zoe@ants: /action plan March from:"in 9 days 10:00" care:childcare
eli@ants presses I take on: Childcare
zoe@ants presses Confirm
wait 1 minute
eli@ants: /me leave
eli@ants presses Yes, leave
wait 1 minute
`);
    const after = seen.slice(seen.lastIndexOf("> eli@ants presses Yes, leave"));
    expect(after).toMatch(/ants \| (.*\n)*?.*Childcare/);
  });
});
