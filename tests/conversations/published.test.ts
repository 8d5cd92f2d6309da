/** What is published of a drive of several cells is true, whatever people do meanwhile; and tells nobody's answer. */
import { expect, it } from "vitest";
import { parseScenario } from "../../src/rehearsal/scenario.ts";
import { eachDatabase } from "../kit/databases.ts";
import { playOn } from "../kit/fixture.ts";

/** Two cells of different sectors, on two platforms, so that one person can have an account in each. */
const setup = `
at 2026-03-20 17:00 Europe/Paris
chat depot telegram
admin zoe@depot
zoe@depot: /setup federation:"Net" sector:Transport cell:Depot zone:Europe/Paris language:en
zoe@depot: /sector new Health
zoe@depot: /cell new Clinic sector:Health
chat clinic discord
admin ivo@clinic
ivo@clinic: /cell join {code}
`;

const five = ["ana", "ben", "cem", "dan", "eli"] as const;
const named = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${letter}${String.fromCharCode(97 + i)}`);
const each = (people: readonly string[], words: (name: string) => string): string =>
  people.map((name) => `${words(name)}\n`).join("");
const says = (people: readonly string[], chat: string, words: string): string =>
  each(people, (name) => `${name}@${chat}: ${words}`);

/** Ten members in each cell, five of them by name. */
const members = says([...five, ...named("n", 5)], "depot", "/help") + says(named("m", 10), "clinic", "/help");

const federationWide = (more: string): string =>
  `zoe@depot: /drive new "Do we strike?" deadline:"in 9 days" scope:federation ${more}\n`;

eachDatabase((_, _open, freshUrl) => {
  const plays = async (lines: string): Promise<string> =>
    playOn(await freshUrl(), parseScenario(`${setup}${lines}`), "published");
  const reached = /The goal is reached|reached on the way/;

  it("five who move to the other cell are five, wherever one looks", async () => {
    const seen = await plays(`${members}${says(five, "clinic", "/help")}
${federationWide("goal:10 minimum:5")}${says(five, "depot", "/pledge in")}wait 6 minutes
${says(five, "direct/discord", "/help")}${each(
      five,
      (name) => `${name}@direct/telegram: /me link
${name}@direct/discord: /me link {code}
${name}@direct/telegram presses Yes, it is mine
${name}@direct/telegram: /me cell Clinic`,
    )}wait 11 minutes
ma@clinic: /drive show
zoe@depot: /tally show drive:1
zoe@depot: /drive close
wait 1 minute
`);
    expect(seen).toMatch(/clinic \| Do we strike\?\n.*5 firm of 10 at the last count\n.*This cell: 5 firm/);
    expect(seen).toMatch(/All together: 5 firm at the last count/);
    expect(seen).toMatch(/Closed: 5 pledges are firm, of a goal of 10\. The goal is not reached/);
    expect(seen).not.toMatch(reached);
  });

  it("five who forget themselves and answer anew are five", async () => {
    const seen = await plays(`${members}
${federationWide("goal:10")}${says(five, "depot", "/pledge in")}wait 6 minutes
${says(five, "direct/telegram", "/me forget")}${each(five, (name) => `${name}@direct/telegram presses Yes, forget me`)}${says(five, "depot", "/pledge in")}wait 6 minutes
wait 6 minutes
zoe@depot: /tally show drive:1
zoe@depot: /drive close
wait 1 minute
`);
    expect(seen).toMatch(/All together: 5 firm at the last count/);
    expect(seen).not.toMatch(/(6|7|8|9|10) firm/);
    expect(seen).toMatch(/Closed: 5 pledges are firm/);
    expect(seen).not.toMatch(reached);
  });

  it("five who have answered with two accounts each, and link them, are five", async () => {
    const seen = await plays(`${members}${says(five, "clinic", "/help")}
${federationWide("goal:11")}${says(five, "depot", "/pledge in")}${says(five, "clinic", "/pledge in")}wait 6 minutes
${says(five, "direct/discord", "/help")}${each(
      five,
      (name) => `${name}@direct/telegram: /me link
${name}@direct/discord: /me link {code}
${name}@direct/telegram presses Yes, it is mine`,
    )}wait 6 minutes
zoe@depot: /tally show drive:1
na@depot: /pledge in
nb@depot: /pledge in
wait 6 minutes
zoe@depot: /drive close
wait 1 minute
`);
    expect(seen).toMatch(/All together: 5 firm at the last count/);
    expect(seen).toMatch(/Closed: 7 pledges are firm/);
    expect(seen).not.toMatch(reached);
  });

  it("the goal is not reached by people who wait for each other and are too few", async () => {
    const seen = await plays(`${members}
${federationWide("goal:10")}${says(five, "depot", "/pledge if 9")}wait 6 minutes
ana@depot: /pledge withdraw
ben@depot: /pledge withdraw
${says(named("m", 5), "clinic", "/pledge if 9")}wait 6 minutes
mf@clinic: /drive show
zoe@depot: /drive close
wait 1 minute
`);
    expect(seen).not.toMatch(reached);
    expect(seen).toMatch(/10 firm of 10 at the last count/);
    // Beside an exact total of nobody no sector has five.
    const closed = seen.split("Closed: 0 pledges are firm").at(-1) ?? "";
    expect(closed).toMatch(/0 firm of 10\n/);
    expect(closed).toMatch(/Other numbers are left out/);
    expect(closed).not.toMatch(/(Transport|Health): /);
  });

  it("a drive over one person says nothing of them, not even at its close", async () => {
    const seen = await plays(`
ben@depot: /help
zoe@depot: /drive new "Do we strike?" goal:1 deadline:"in 3 days" scope:sector sectors:Health
ivo@clinic presses I'm in
wait 10 minutes
zoe@depot: /drive show drive:1
zoe@depot: /drive close drive:1
wait 1 minute
zoe@depot: /drive show drive:1
zoe@depot: /tally show drive:1
`);
    expect(seen).not.toMatch(/depot [|~] [^]*?\n.*\\b1 firm/);
    expect(seen).toMatch(
      /Closed: 0 pledges were firm at the last count, of a goal of 1\. How the goal stands cannot be told/,
    );
    expect(seen).not.toMatch(/reached/);
  });

  it("a federation of a few hears at the opening, and at the close, that its total is not exact", async () => {
    const seen = await plays(`
${federationWide("goal:1")}zoe@depot: /pledge in
zoe@depot: /drive close
wait 1 minute
`);
    expect(seen).toMatch(/With fewer than 10 members the total will not be exact at the close/);
    expect(seen).toMatch(/0 firm of 1 at the last count[^]*The total is that of the last count/);
  });

  it("a drive that is shown at its close says its goal then, and not before", async () => {
    const seen = await plays(`${members}
${federationWide("goal:5 reveal:at-close")}zoe@depot: /drive new "Here?" goal:2 deadline:"in 9 days" scope:cell reveal:at-close
${says(five, "depot", "/pledge in drive:1")}${says(five, "depot", "/pledge in drive:2")}wait 6 minutes
zoe@depot: /drive show drive:1
wait 1 day
zoe@depot: /help drive
wait 9 days
`);
    const [before = "", after = ""] =
      seen.split("zoe@depot: /help drive").length > 1
        ? seen.split("zoe@depot: /help drive")
        : [seen.split("2026-03-21")[0], seen];
    expect(before).not.toMatch(/The goal is reached|firm of/);
    expect(after).toMatch(/Closed: 5 pledges are firm, of a goal of 5\. The goal is reached!/);
    expect(after).toMatch(/Closed: 5 pledges are firm, of a goal of 2\. The goal is reached!/);
  });

  it("four who go and come back do not show a newcomer", async () => {
    const gone = five.slice(0, 4);
    const seen = await plays(`${members}
${federationWide("goal:20")}${says(five, "depot", "/pledge in")}wait 6 minutes
${says(gone, "depot", "/me leave")}${each(gone, (name) => `${name}@depot presses Yes, leave`)}${says(gone, "depot", "/pledge in")}na@depot: /pledge in
wait 6 minutes
wait 6 minutes
ma@clinic: /drive show
`);
    expect(seen).toMatch(/clinic \| Do we strike\?\n.*5 firm of 20 at the last count/);
    expect(seen).not.toMatch(/clinic .*\n.*6 firm/);
    expect(seen).toMatch(/depot ~ Do we strike\?\n[^]*?This cell: 6 firm/);
  });

  it("vouching that is switched on counts what was answered before, too; switched off, all count", async () => {
    const seen = await plays(`
zoe@depot: /drive new "Shall we?" goal:2 deadline:"27 march 18:00" scope:cell
ana@depot: /pledge if 1
zoe@depot: /cell settings vouches 1
ben@depot: /pledge in
wait 1 minute
ana@depot: /drive show
zoe@depot: /cell settings vouches 0
wait 1 minute
`);
    expect(seen).toMatch(/0 firm of 2\n(?: .*\n)*? .*2 pledges do not count yet/);
    // Nobody answered just now, and the goal is met all the same.
    expect(seen.split("2 pledges do not count yet").at(-1)).toMatch(/The goal is reached: 2 firm pledges!/);
  });

  it("a cell that moves to another sector stays in the drive, and its people can withdraw", async () => {
    const seen = await plays(`
chat ward telegram
admin zoe@ward
zoe@depot: /cell new Ward sector:Health
zoe@ward: /cell join {code}
zoe@depot: /sector new Schools
ida@ward: /help
ida@direct: /help
zoe@depot: /drive new "Do we strike?" goal:2 deadline:"in 3 days" scope:sector sectors:Health
ida@ward: /pledge in
zoe@ward: /cell settings sector Schools
ida@ward: /pledge withdraw
zoe@depot: /drive new "And we?" goal:2 deadline:"in 3 days" scope:sector sectors:Transport
zoe@ward: /cell settings sector Transport
ida@direct: /drive list
wait 1 minute
`);
    expect(seen).toMatch(/> ida \| Do we strike\? – your answer is withdrawn/);
    expect(seen).not.toMatch(/no open drive/);
    // One that was opened for the cells of another sector does not have it.
    const list = seen.split("ida@direct: /drive list").at(-1);
    expect(list).toMatch(/1: Do we strike\?/);
    expect(list).not.toMatch(/And we\?/);
  });

  it("what was done is for those who were firm at the close", async () => {
    const seen = await plays(`
zoe@depot: /drive new "Shall we?" goal:2 deadline:"in 3 days" scope:cell
${says(["ana", "ben"], "direct/telegram", "/me show")}ana@depot: /pledge if 5
ben@depot: /pledge in
zoe@depot: /drive close
ana@depot: /pledge done
ben@depot: /pledge done
wait 1 minute
zoe@depot: /drive show
`);
    expect(seen).toMatch(/> ana \| Your condition was not met, so there is nothing to note/);
    expect(seen).toMatch(/> ben \| .*noted that you kept your pledge/);
    expect(seen).toMatch(/This cell: 1 kept of 1 pledged/);
  });
});
