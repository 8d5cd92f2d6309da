/**
 * `/assembly`: cross-sector meetings of a council, from the invitation to the minutes. Rules: docs/rules.md, "Assemblies".
 *
 * The council's coordinator plans and runs them; who holds a seat, or stands in for one, checks in, speaks and proposes;
 * every member of its cells may look. Reminders and everything else that falls due are in jobs.ts.
 */
import { command } from "../../src/core/command.ts";
import { assemblyCard, assemblySectorsCard } from "../../src/domain/assemblies.ts";
import { assemblyJobRunners } from "./jobs.ts";
import { cellCard, councilCard } from "./messages.ts";
import { create, change, end } from "./planning.ts";
import { next, roster, quorumWord, votesWord, ics } from "./look.ts";
import { checkin, checkout, speak } from "./floor.ts";
import { agenda } from "./agenda.ts";
import { host } from "./host.ts";
import { board, boardMaker } from "./board.ts";
import { close, minutes } from "./closing.ts";

export const assembly = command({
  name: "assembly",
  about: "assembly-about",
  words: {
    new: create,
    change,
    next,
    roster,
    checkin,
    checkout,
    quorum: quorumWord,
    agenda,
    speak,
    vote: votesWord,
    close,
    minutes,
    host,
    ics,
    board,
    end,
  },
  pages: { board: boardMaker },
  cards: { [assemblyCard]: councilCard, [assemblySectorsCard]: cellCard },
  jobs: assemblyJobRunners,
});
