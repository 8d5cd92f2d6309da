/**
 * What people do on the wire: every command and word once, in stories that each have people, groups and a federation of
 * their own. A line is where it is said, who says it, what, and what must come of it. `{code}` is the newest code that the
 * story was told; `{zone}` is where it is told; `{day}` and `{time}` name a moment that comes within two minutes, and what is
 * said `later` is said after it; `@Name` means that person.
 */
import { commands } from "../../commands/index.ts";

/** The cell's group, two further groups, or the person's direct chat. */
export type Place = "cell" | "hall" | "third" | "direct";
export type Name = "Zoe" | "Ana" | "Ben";

export interface Line {
  readonly place: Place;
  readonly who: Name;
  readonly says: string;
  /** What comes, all of it: message, card, edit, form or alert; without the marks of the platform. */
  readonly comes: readonly RegExp[];
  /** What a card that stood there before shows then. */
  readonly moves: readonly RegExp[];
  /** How long all is quiet before, in seconds. */
  readonly quiet: number;
  /** Only after the moment that the story has named. */
  readonly later?: true;
}

export interface Story {
  readonly title: string;
  readonly lines: readonly Line[];
}

const line =
  (place: Place, who: Name) =>
  (says: string, comes: RegExp | readonly RegExp[], quiet = 1, ...moves: readonly RegExp[]): Line => ({
    place,
    who,
    says,
    comes: comes instanceof RegExp ? [comes] : comes,
    moves,
    quiet,
  });
const [zoe, ana, ben] = [line("cell", "Zoe"), line("cell", "Ana"), line("cell", "Ben")];
const hall = line("hall", "Zoe");
const direct = line("direct", "Ana");

const later = (of: Line): Line => ({ ...of, later: true });

/**
 * In which the stories are told on real clocks: where it is day for as long as they take, for what is asked of somebody at
 * night waits until the morning. At each hour one of these is between 8:00 and 18:00, whatever the time of the year.
 */
export const zone =
  ["Europe/Paris", "America/Chicago", "Asia/Tokyo"].find((name) => {
    const hour = Number(new Intl.DateTimeFormat("en-GB", { timeZone: name, hour: "2-digit" }).format());
    return hour >= 8 && hour < 18;
  }) ?? "UTC";

const setUp = zoe('/setup federation:Alliance sector:Transport cell:"Depot 5" zone:{zone} language:en', /Depot 5/);

/** A council is of two cells at least. */
const secondCell = zoe('/cell new "Ward 7" sector:Transport', /Ward 7/);

export const stories: readonly Story[] = [
  {
    title: "a drive",
    lines: [
      setUp,
      zoe(
        '/drive new "Shall we stop?" goal:3 deadline:"in 7 days" scope:cell',
        [/Drive 1 is open/, /Drive 1 · until/],
        10,
      ),
      ana("/pledge in", /you're in/, 10, /1 firm of 3/),
      ana("/drive show", /Shall we stop/, 10),
      ana("/drive list", /Shall we stop/),
      ana("/drive ladder", /No drive here follows another one/),
      ana("/drive poster", /poster-1\.pdf/),
      zoe('/drive edit deadline:"in 8 days"', /New deadline/),
      zoe("/drive remind", /Not answered yet/),
      ana("/tally show", /Shall we stop/),
      zoe("/drive close", /Closed:/),
      ana("/help", /pledge/),
      ana('/help wrong text:"There is no such command: better in other words"', [/Thank you/, /help-unknown/]),
    ],
  },
  {
    title: "a role",
    lines: [
      setUp,
      zoe("/role new Dishes every:2w day:{day} time:{time}", [/is set up/, /Nobody holds it yet/]),
      zoe("/role join", /in the rotation of/, 1, /Next: Zoe/),
      ana("/role who", /Roles of Depot 5/),
      ana("/role preview", /Dishes[^]*Zoe/),
      ana("/role ics", /\.ics/),
      later(zoe("/role accept", [/Dishes is yours now/, /takes Dishes/])),
      ana("/role history", /Dishes[^]*since[^]*Zoe/),
      ana("/role why", /took it on themselves/),
      ana("/role balance", /1 term counted/),
      zoe("/role handover Dishes The brush is in the drawer", /I keep your note/),
      zoe('/role cover Dishes by:@Ana from:"in 1 day" to:"in 2 days"', [
        /The question goes to/,
        /asks you to stand in/,
      ]),
      zoe("/role step-down", /You have given Dishes up/),
    ],
  },
  {
    title: "a role that moves",
    lines: [
      setUp,
      zoe("/role new Keys every:2w day:friday time:18:00", [/is set up/, /Nobody holds it yet/]),
      ana("/role join", /in the rotation of/),
      ana("/role decline", /no turn at Keys/),
      zoe("/role join", /in the rotation of/),
      // Who is next is a lot: only they can swap.
      zoe("/role swap Keys with:@Ana", /when it is the next one|The question goes to/),
      zoe('/role away from:"in 2 days" to:"in 4 days"', /you are away from/),
      zoe("/role skip", /goes by/),
      zoe("/role edit Keys time:19:00", /Changed: Keys/),
      zoe("/role leave", /no longer in the rotation/),
      zoe("/role remove Keys @Ana", /no longer in the rotation/),
      zoe("/role end Keys", /Sure\?/),
    ],
  },
  {
    title: "an action",
    lines: [
      setUp,
      zoe('/action plan Picket from:"in 5 days 10:00" to:"in 5 days 12:00" where:Gate', /Picket/),
      zoe('/action plan Rally from:"{time}" to:"in 5 hours"', /Rally/),
      ana("/action show Picket", /Picket/),
      ana("/action care Picket meals", /Meals is planned/, 1, /Meals: 0 of 2/),
      ana("/action list", /Picket/),
      zoe("/action change Picket where:Yard", /has changed/, 1, /Where: Yard/),
      zoe("/action template Picket Weekly", /Saved/),
      zoe('/action confirm Picket reason:"all is there"', /Confirmed/),
      zoe("/action cancel Picket", /is cancelled/),
      later(zoe("/action close Rally", /It is over/)),
    ],
  },
  {
    // By itself: a calendar is four messages in a group of Telegram, which has twenty a minute.
    title: "a shared action",
    lines: [
      setUp,
      zoe('/action plan Picket from:"in 5 days 10:00" to:"in 5 days 12:00" where:Gate', /Picket/),
      zoe("/action share Picket", /Other cells now see/),
      ana("/calendar show", /calendar\.ics|Transport/),
      zoe("/action unshare Picket", /don't see Picket any more/),
    ],
  },
  {
    title: "a gathering",
    lines: [
      setUp,
      zoe('/gather new Tea at:"{time}"', /Tea/),
      zoe('/gather new Soup at:"in 3 days 18:00"', /Soup/),
      ana("/gather going Soup", /you're going/, 1, /1 is coming/),
      ana("/gather maybe Soup", /perhaps you come/, 1, /1 perhaps/),
      ana("/gather no Soup", /not coming/, 1, /Nobody has said yet/),
      ana("/gather show Soup", /Soup/),
      ana("/gather list", /Soup/),
      ana("/gather ics", /\.ics/),
      zoe('/gather move Soup at:"in 4 days 18:00"', /Soup is now/),
      zoe("/gather cancel Soup", /Soup is cancelled/),
      zoe("/gather new Talk", /Talk/),
      zoe('/gather when Talk "in 3 days 18:00, in 4 days 18:00"', /When can you/),
      ana("/gather choose Talk", /When can you/),
      zoe("/gather let-go Talk", /let it go/),
      later(zoe("/gather held Tea", /Tea/)),
    ],
  },
  {
    title: "care, circles and phases",
    lines: [
      setUp,
      ana("/care give soup for everybody", /Noted: soup/),
      ana("/care mine", /You gave 1 thing/),
      direct('/care need A ride when:"in 3 days 18:00"', /You ask for: A ride/),
      direct("/care offer childcare", /You offer: Childcare/),
      ana("/care read", /care that held us/),
      ana("/care checkin", /No check-in is open/),
      ana("/debrief", /Nobody is asked anything/),
      ana("/debrief show", /Nothing is written down yet/),
      zoe("/debrief write Two at each gate", /Nothing is to be written down/),
      zoe("/help-now set Legal line: 0800 555 0100", /A new emergency card/),
      ana("/help-now confirm", /It stands/, 1, /checked this on/),
      ana("/help-now", /0800 555 0100/),
      zoe("/alert Police at gate 2", /raises an alert/),
      ana("/alert confirm", /Alert: Depot 5/),
      ben("/alert i-am-safe", /1 safe/),
      ben("/alert i-am-coming", /1 coming/),
      ben("/alert i-need-help", /needs help/),
      ana("/alert show", /0 safe, 0 coming/),
      ana("/alert receipts", /Delivered to/),
      ana("/alert off", /The alert is over/),
      zoe("/alert lift", /more alerts/),
      zoe("/help-now set Legal line: 0800 555 0199", /A new emergency card/),
      ana("/help-now refuse", /does not stand/, 1, /0800 555 0100/),
      zoe("/circle new day:friday time:18:00", /circle/),
      ana("/circle join", /in the rota/),
      ben("/circle join", /in the rota/),
      ana("/circle show", /a story/),
      ana("/circle swap with:@Ben", /The question goes to/),
      ana("/circle leave", /left the rota/),
      zoe("/circle end", /circle has ended/),
      zoe("/phase set burst:14 lull:14", /day 1 of 14/),
      ana("/phase show", /day 1 of 14/),
      zoe("/phase off", /stopped/),
    ],
  },
  {
    title: "delegates",
    lines: [
      setUp,
      secondCell,
      zoe('/council new City cells:"Depot 5, Ward 7"', /City/),
      hall("/council join {code}", /City/),
      hall("/council show", /City/),
      hall("/council code", /[A-Z0-9]{8}/),
      hall("/council settings zone Europe/Madrid", /Madrid/),
      zoe("/delegate choose seats:1", /Who speaks for Depot 5/),
      ana("/delegate stand", /Ana stands/),
      ana("/delegate propose @Zoe", /Zoe/),
      zoe("/delegate accept", /Zoe stands/),
      zoe("/delegate decline", /do not stand/),
      ben("/delegate vote Ana", /Noted/),
      ana("/delegate show", /Seat 1/),
      zoe("/delegate mandate Vote for the strike", /bound to this/),
      ben("/delegate recall @Ana", /has no seat/),
      ana("/delegate step-down", /no seat in a council/),
      hall("/council leave", /Shall it leave/),
    ],
  },
  {
    title: "an assembly",
    lines: [
      setUp,
      secondCell,
      zoe('/council new City cells:"Depot 5, Ward 7"', /City/),
      hall("/council join {code}", /City/),
      hall('/assembly new Strike rule:"every {day}" time:{time}', /Strike/),
      hall("/assembly next", /Strike 1/),
      hall("/assembly roster", /empty seat/),
      hall("/assembly checkin", /Only who holds a seat/),
      hall("/assembly checkout", /Only who holds a seat/),
      hall("/assembly quorum", /Quorum: no/),
      hall("/assembly speak", /Only who holds a seat/),
      hall("/assembly host", /Depot 5 \(asked\)/),
      hall("/assembly ics", /\.ics/),
      hall("/assembly board", /no public address/),
      later(hall("/assembly agenda", /Agenda of Strike 1/)),
      hall("/assembly vote", /no vote here yet/),
      hall("/assembly close", /Strike 1 is closed/),
      hall("/assembly minutes", /Minutes of Strike 1/),
      hall("/assembly change time:19:00", /has changed/),
      hall("/assembly end", /Sure\?/),
    ],
  },
  {
    title: "votes and tallies",
    lines: [
      setUp,
      secondCell,
      zoe('/council new City cells:"Depot 5, Ward 7"', /City/),
      hall("/council join {code}", /City/),
      hall("/vote open Shall we march?", /none is open now/),
      hall("/vote yes", /No vote is open here/),
      hall("/vote no", /No vote is open here/),
      hall("/vote abstain", /No vote is open here/),
      hall("/vote show", /no vote here yet/),
      hall("/vote close", /No vote is open here/),
      hall('/date propose "May Day" days:"in 10 days, in 11 days"', /the cells answer until/),
      hall("/date show", /the cells answer until/),
      direct("/date can 1", /you can on/),
      direct("/date cannot 1", /you can't on/),
      hall("/date agree 1", /Cells answer first/),
      hall("/date cancel", /called off|called it off/),
      zoe('/drive new "Who marches?" goal:3 deadline:"in 7 days" scope:federation', [
        /Drive 1 is open/,
        /Drive 1 · until/,
      ]),
      hall("/tally post", /Who marches/),
      hall("/tally receipts", /not posted yet/),
    ],
  },
  {
    title: "the cell's money",
    lines: [
      setUp,
      zoe("/fund new Strike fund currency:EUR", /Strike fund is open/),
      zoe("/fund in 120,50 Collection", /In: €120\.50/),
      zoe("/fund undo 1", /No\. 2 undoes no\. 1/),
      zoe("/fund out 20 Banner to:outside", /Banner/),
      direct("/fund ask 10 Shoes", /€10\.00/),
      zoe("/fund approve 1", /Banner/),
      zoe("/fund refuse 1", /Banner/),
      ana("/fund show", /In the fund/),
      ana("/fund report", /\.csv|\.pdf/),
      zoe("/fund approver Ana", /One more approves/),
    ],
  },
  {
    title: "what a cell decides",
    lines: [
      setUp,
      zoe("/decide We meet on Thursdays", /Decision 1: holds from/),
      direct("/decide object 1", /is noted/),
      direct("/decide take-back 1", /is taken back/),
      ana("/decide list", /We meet on Thursdays/),
      ana("/decide show 1", /Decision 1: holds from/),
      zoe("/decide supersede 1 We meet on Fridays", /Decision 1 doesn't hold/),
      zoe("/decide adopt 1", /I know no vote/),
      zoe("/decide vote 1", /Vote 1, open/),
      zoe("/charter add We decide together", /A new rule of the charter/),
      ana("/charter show", /To come, if nobody objects/),
      zoe("/charter amend 1 We decide alone", /Decision \d is to become one/),
      direct("/charter note 1 Who is we?", /Decision \d is to become one/),
      zoe("/charter hide 1", /There is no note 1/),
      ana("/charter print", /Decision \d is to become one/),
    ],
  },
  {
    title: "people and cells",
    lines: [
      setUp,
      zoe("/sector new Health", /Health/),
      ana("/sector list", /Health/),
      zoe('/cell new "Ward 7" sector:Health', /Ward 7/),
      line("third", "Zoe")("/cell join {code}", /Ward 7/),
      zoe("/cell code", /[A-Z0-9]{8}/),
      ana("/cell show", /3 members/),
      zoe('/cell settings place "Gate 3"', /Gate 3/),
      zoe("/cell calendar", /no public address/),
      zoe("/cell settings vouches 1", /vouch/),
      ana("/vouch @Ben", /vouch/),
      zoe("/steward add @Ana", /Make .* a steward\?/),
      zoe("/steward remove @Ana", /is not a steward/),
      line("third", "Zoe")("/cell leave", /Shall it leave/),
    ],
  },
  {
    title: "me",
    lines: [
      setUp,
      direct("/me show", /You in Alliance/),
      direct("/me cell", /count there/),
      direct("/me language en", /English/),
      direct("/me zone Europe/Madrid", /Madrid/),
      direct("/me quiet 22:00 07:00", /22:00/),
      direct("/me calendar", /no public address/),
      direct("/me link", /[A-Z0-9]{8}/),
      direct("/me unlink", /only account/),
      direct("/me export", /\.json/),
      direct("/me leave", /want to leave/),
      direct("/me forget", /Shall I remove you/),
    ],
  },
];

/** Every command and word there is, as they are typed. */
export const words: readonly string[] = commands.flatMap(({ name, bare, words = {} }) => [
  ...(bare === undefined ? [] : [`/${name}`]),
  ...Object.keys(words).map((word) => `/${name} ${word}`),
]);

/** The word that a line uses: the longest that it begins with. */
export const wordOf = ({ says }: Line): string =>
  words
    .filter((word) => says === word || says.startsWith(`${word} `))
    .reduce((longest, word) => (word.length > longest.length ? word : longest), "");
