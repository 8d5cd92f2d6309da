/**
 * Assemblies: when the next one is and who hosts it, who is there, who wants to speak, what stands on the agenda. The
 * rules are in src/domain/assemblies.ts, hosts.ts and quorum.ts.
 *
 * States of an assembly: planned (a row with a host who is asked) -> open, an hour ahead: people check in -> closed, by its
 * council or half a day after its end; in the same transaction the next one of its series is planned. After the
 * federation's retention `clear` removes who was there; what stays is counts, agenda and results.
 *
 * Who is there is kept by person; which seat they represent is found anew each time (`representatives`), so that a
 * delegate and their alternate can never both count.
 */
import { repository } from "../repository.ts";
import { addItem, items, moveItem, openItem } from "./agenda.ts";
import { byNumber, cellChats, councilChats, current, findAssembly, latest, ordinal, upcoming } from "./finding.ts";
import { acceptHost, hostCells, passHost } from "./hosts.ts";
import { delegateGone, ofPersons, seatsChanged } from "./leaving.ts";
import { minutesOf } from "./minutes.ts";
import { changeAssembly, clearAssembly, closeAssembly, createSeries, endSeries } from "./planning.ts";
import { checkIn, checkOut, countsFor, figures, isHere, openAssembly, planFigures, standingOf } from "./presence.ts";
import { askToSpeak, callSpeaker, speakers, stopAsking } from "./speaking.ts";

/** Everything that is done with the assemblies of one federation, in one transaction. */
export const Assemblies = repository(
  {
    createSeries,
    endSeries,
    change: changeAssembly,
    close: closeAssembly,
    clear: clearAssembly,
    ordinal,
    get: findAssembly,
    upcoming,
    current,
    latest,
    byNumber,
    councilChats,
    cellChats,
    hostCells,
    acceptHost,
    passHost,
    open: openAssembly,
    planFigures,
    figures,
    checkIn,
    checkOut,
    isHere,
    standing: standingOf,
    counts: countsFor,
    askToSpeak,
    stopAsking,
    speakers,
    callSpeaker,
    items,
    addItem,
    moveItem,
    openItem,
    minutes: minutesOf,
    delegateGone,
    seatsChanged,
  },
  ofPersons,
);
export type Assemblies = InstanceType<typeof Assemblies>;
