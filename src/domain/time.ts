/**
 * Wall-clock time: from what people call a time to epoch milliseconds, and back.
 *
 * At every edge a moment is a `number`, milliseconds since 1970. Inside, Temporal computes. No
 * function here reads a clock or the zone of the machine.
 */
import { Temporal } from "temporal-polyfill";
import { remembered } from "./remembered.ts";

/** The parts of a moment as a clock on the wall and a calendar beside it show them in a zone. */
export interface LocalParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  /** Minutes since local midnight as the clock shows it: 0 to 1439. */
  readonly minuteOfDay: number;
  /** ISO: 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** `2026-03-27` */
  readonly date: string;
  /** `18:00` */
  readonly time: string;
}

/** What {@link findZone} found. The suggestions are ids, the likeliest first, at most five. */
export type ZoneFound =
  | { readonly ok: true; readonly zone: string }
  | { readonly ok: false; readonly error: "zone-unknown"; readonly suggestions: readonly string[] };

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;

/**
 * The moment at which the clock in `zone` shows `time` on `date`, in ms since 1970.
 *
 * A time that does not exist moves forward by the gap, one that exists twice is the first. This is Temporal's
 * disambiguation 'compatible'.
 *
 * @param date `2026-03-27`
 * @param time `18:00`, or minutes of the day (0 to 1439)
 * @throws RangeError for what is no date, time or zone: the caller checks what people typed.
 * @example wallClock("2026-03-29", "02:30", "Europe/Paris") // 03:30 summer time
 */
export function wallClock(date: string, time: string | number, zone: string): number {
  return resolve(date, time, zone, "compatible");
}

/** The same, choosing which of two moments with that time is meant. */
function resolve(date: string, time: string | number, zone: string, which: "compatible" | "later"): number {
  const plainTime =
    typeof time === "number"
      ? Temporal.PlainTime.from({ hour: Math.floor(time / 60), minute: time % 60 }, { overflow: "reject" })
      : Temporal.PlainTime.from(time);
  return Temporal.PlainDate.from(date).toPlainDateTime(plainTime).toZonedDateTime(zone, { disambiguation: which })
    .epochMilliseconds;
}

/** Whether the clock in `zone` shows the time of `ms` once more on that day: the hour before a clock goes back. */
export const existsTwice = remembered(
  2_000,
  (ms: number, zone: string) => `${zone} ${String(ms)}`,
  (ms, zone): boolean => {
    const local = zoned(ms, zone).toPlainDateTime();
    const [first, second] = (["earlier", "later"] as const).map(
      (disambiguation) => local.toZonedDateTime(zone, { disambiguation }).epochMilliseconds,
    );
    // A time that a change skips is never shown by a clock.
    return first !== second;
  },
);

/** What clock and calendar show in `zone` at `ms` (ms since 1970). */
export const localParts = remembered(
  2_000,
  // Every answer asks for the year of this moment: nothing in it is finer than a minute, no offset finer than a second.
  (ms: number, zone: string) => `${zone} ${String(Math.floor(ms / 1_000))}`,
  (ms, zone): LocalParts => {
    const local = zoned(ms, zone);
    return {
      year: local.year,
      month: local.month,
      day: local.day,
      hour: local.hour,
      minute: local.minute,
      minuteOfDay: local.hour * 60 + local.minute,
      weekday: local.dayOfWeek,
      date: local.toPlainDate().toString(),
      time: local.toPlainTime().toString({ smallestUnit: "minute" }),
    };
  },
);

/** The midnight at which the next year begins by the clocks of `zone`. Milliseconds since 1970, as `ms`. */
export const nextYear = (ms: number, zone: string): number =>
  wallClock(`${String(localParts(ms, zone).year + 1)}-01-01`, 0, zone);

/** The calendar date `days` after (or, negative, before) `date`: `addDays("2026-03-31", 1)` is `2026-04-01`. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Whether a text is a date of the calendar, written `2026-03-27`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false; // RangeError is how Temporal says no
  }
}

/** How many days of the calendar `to` is after `from` (negative: before it). */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days;
}

/**
 * `ms` moved on by whole days of the calendar in `zone` and then by exact minutes, so that 'in one
 * day' is the same hour tomorrow even when the clocks change in the night.
 */
export function addCalendar(ms: number, zone: string, days: number, minutes = 0): number {
  return zoned(ms, zone).add({ days }).epochMilliseconds + minutes * MINUTE;
}

/** The minute in which a moment lies: what is kept of when somebody did something whose order does not matter. */
export const minuteOf = (ms: number): number => ms - (ms % MINUTE);

/** The end of the minute in which something ends: whoever was promised ten minutes has them. */
export const minuteEnd = (ms: number): number => minuteOf(ms + MINUTE - 1);

/**
 * The same as {@link minuteOf} where order matters: the milliseconds count those that came in one minute. `latest`: what the one before them
 * was given, if there is one.
 */
export const minuteAfter = (ms: number, latest: number | undefined): number =>
  Math.max(minuteOf(ms), (latest ?? -Infinity) + 1);

/**
 * The first moment of the grid that is not before `ms`. The grid starts in 1970, so that all
 * processes share it and a restart does not move it.
 */
export function gridCeil(ms: number, intervalMinutes: number): number {
  const step = intervalMinutes * MINUTE;
  if (!(step > 0)) throw new RangeError(`Interval of ${intervalMinutes} minutes`);
  const rest = ((ms % step) + step) % step;
  return rest === 0 ? ms : ms - rest + step;
}

/**
 * Whether the clock in `zone` is within the quiet hours `[from, to)`, in minutes of the day. They may
 * wrap midnight (22:00 to 08:00 is 1320 to 480). `from` equal to `to` means no quiet hours at all.
 */
export function inQuietHours(ms: number, zone: string, from: number, to: number): boolean {
  const { minuteOfDay } = localParts(ms, zone);
  if (from === to) return false;
  if (from < to) return from <= minuteOfDay && minuteOfDay < to;
  return minuteOfDay >= from || minuteOfDay < to;
}

/**
 * `ms` itself where it is outside the quiet hours, otherwise their end. Never before `ms`, and never
 * within quiet hours, on the days when the clocks change too.
 */
export function afterQuietHours(ms: number, zone: string, from: number, to: number): number {
  let moment = ms;
  // On the day of a change the end may itself lie in quiet hours (it moved forward by the gap), so ask
  // again. Three rounds are more than any real zone needs: two changes of clocks are months apart.
  for (let round = 0; round < 3 && inQuietHours(moment, zone, from, to); round++) {
    const { date, minuteOfDay } = localParts(moment, zone);
    const endDate = minuteOfDay < to ? date : addDays(date, 1);
    const end = resolve(endDate, to % DAY_MINUTES, zone, "compatible");
    // In the hour that exists twice the first of both ends has passed already; then it is the second.
    moment = end > moment ? end : resolve(endDate, to % DAY_MINUTES, zone, "later");
  }
  return moment;
}

/** When somebody is not to be disturbed: minutes of the day, both or none, on the clock of their own zone, if they set one. */
export interface QuietHours {
  readonly zone: string | null | undefined;
  readonly quietFrom: number | null | undefined;
  readonly quietTo: number | null | undefined;
}

/** From when on somebody may be told something: `ms`, or the end of their quiet hours. `zone`: where they set none. */
export function undisturbed(ms: number, of: QuietHours, zone: string): number {
  const { quietFrom, quietTo } = of;
  if (typeof quietFrom !== "number" || typeof quietTo !== "number") return ms;
  return afterQuietHours(ms, of.zone ?? zone, quietFrom, quietTo);
}

/** Who has set no quiet hours is asked nothing then, in minutes of the day. */
export const usualNight = { quietFrom: 21 * 60, quietTo: 8 * 60 };

/** When somebody is not to be asked anything that can wait: in their quiet hours, and at night if they set none. */
export const askedHours = (of: QuietHours): QuietHours =>
  typeof of.quietFrom === "number" ? of : { zone: of.zone, ...usualNight };

/** Whether `zone` is the name of a time zone ('Europe/Paris', 'UTC'). Offsets such as '+01:00' are not. */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,2}$/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false; // RangeError is how Intl says no
  }
}

/** The name by which people know a zone: 'Paris', 'New York', 'UTC'. */
export function zoneCity(zone: string): string {
  const last = zone.split("/").at(-1) ?? zone;
  return last.replaceAll("_", " ");
}

/**
 * The zone that people mean by 'Paris', 'europe/paris', 'new york', 'Nueva York' or 'utc'.
 * A name in several zones, a misspelling or nonsense yields suggestions.
 */
export function findZone(words: string): ZoneFound {
  const { byKey, ids } = zoneIndex();
  const key = zoneKey(words.slice(0, 100));
  const found = key === "" ? undefined : byKey.get(key);
  if (found !== undefined) return { ok: true, zone: found };
  return { ok: false, error: "zone-unknown", suggestions: key === "" ? [] : suggestZones(key, ids) };
}

/** How alike two keys are, 0 to 1: shared pairs of letters (Dice), with a bonus for a common beginning. */
function likeness(a: string, b: string): number {
  if (b.startsWith(a) || a.startsWith(b)) return 1 - Math.abs(a.length - b.length) / 100;
  const pairs = new Set<string>();
  for (let i = 0; i < a.length - 1; i++) pairs.add(a.slice(i, i + 2));
  let shared = 0;
  for (let i = 0; i < b.length - 1; i++) if (pairs.has(b.slice(i, i + 2))) shared++;
  return (2 * shared) / Math.max(1, a.length + b.length - 2);
}

function suggestZones(key: string, ids: readonly string[]): string[] {
  if (key.length < 2) return [];
  const scored = ids.map((id) => ({
    id,
    score: Math.max(likeness(key, zoneKey(zoneCity(id))), likeness(key, zoneKey(id))),
  }));
  return scored
    .filter(({ score }) => score >= 0.5)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, 5)
    .map(({ id }) => id);
}

/** Lower case, without accents and apostrophes, and with one space for everything that is no letter or digit. */
function zoneKey(words: string): string {
  return words
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’.]/g, "")
    .replace(/[^\p{L}\p{N}+]+/gu, " ")
    .trim();
}

interface ZoneIndex {
  readonly byKey: ReadonlyMap<string, string>;
  /** The zones that are worth suggesting. */
  readonly ids: readonly string[];
}

let index: ZoneIndex | undefined;

/** Built on the first look-up: 400 ids under their full name, their city, and what else people say. */
function zoneIndex(): ZoneIndex {
  if (index) return index;
  const ids = ["UTC", ...Intl.supportedValuesOf("timeZone").map((id) => renamedZones[id] ?? id), ...moreZones];
  const byKey = new Map<string, string>();
  const add = (name: string, zone: string) => {
    const key = zoneKey(name);
    if (!byKey.has(key)) byKey.set(key, zone);
  };
  for (const id of ids) add(id, id);
  for (const [old, id] of Object.entries(renamedZones)) add(old, id);
  for (const link of linkedZones) add(link, link);
  for (const [zone, names] of Object.entries(otherNames)) for (const name of names.split(", ")) add(name, zone);
  // The city alone, after everything that is more exact.
  for (const id of ids) add(zoneCity(id), id);
  for (const [old, id] of Object.entries(renamedZones)) add(zoneCity(old), id);
  index = { byKey, ids: [...new Set(ids)] };
  return index;
}

function zoned(ms: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
}

/** ICU keeps a city's old spelling as its id; today's name in the IANA database is the better one to show. */
const renamedZones: Readonly<Record<string, string>> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

/** Zones that `Intl.supportedValuesOf` leaves out, since ICU takes them for another's link. */
const moreZones = ["Europe/Amsterdam", "Europe/Oslo", "Europe/Stockholm", "Europe/Copenhagen", "Europe/Luxembourg"];

/** Old or short ids that people still type. Each is understood as it is. */
// not for people: what they type
const linkedZones = [
  ..."GMT CET EET WET EST MST HST EST5EDT CST6CDT MST7MDT PST8PDT GB Eire Portugal Poland Turkey Israel Iran".split(
    " ",
  ),
  ..."Egypt Libya Japan ROK PRC Hongkong Singapore Iceland Jamaica Cuba Navajo NZ NZ-CHAT".split(" "),
  ..."US/Alaska US/Arizona US/Central US/Eastern US/Hawaii US/Mountain US/Pacific".split(" "),
  ..."Canada/Atlantic Canada/Central Canada/Eastern Canada/Mountain Canada/Newfoundland Canada/Pacific".split(" "),
  ..."Brazil/East Brazil/West Chile/Continental Mexico/General Etc/UTC Etc/GMT".split(" "),
  ..."Australia/ACT Australia/NSW Australia/North Australia/Queensland Australia/South Australia/Victoria".split(" "),
  ..."Asia/Chongqing Asia/Tel_Aviv Asia/Istanbul Europe/Belfast Europe/Nicosia America/Montreal".split(" "),
];

/** Large places whose zone bears another city's name, and names in Spanish that differ by more than accents. */
// not for people: what they type
const otherNames: Readonly<Record<string, string>> = {
  UTC: "Zulu, Universal, Greenwich",
  "Africa/Cairo": "El Cairo",
  "Africa/Johannesburg": "Cape Town, Ciudad del Cabo, Durban, Pretoria, Johannesburgo",
  "Africa/Lagos": "Abuja",
  "Africa/Algiers": "Argel",
  "Africa/Casablanca": "Rabat, Marrakech, Tanger, Tangier",
  "Africa/Tunis": "Tunez",
  "America/Argentina/Buenos_Aires": "Rosario, La Plata",
  "America/Bogota": "Medellin, Cali",
  "America/Chicago": "Houston, Dallas, Austin, San Antonio, Minneapolis, New Orleans, Milwaukee, St Louis",
  "America/Edmonton": "Calgary",
  "America/Guayaquil": "Quito",
  "America/Havana": "La Habana",
  "America/La_Paz": "Santa Cruz de la Sierra, Cochabamba, El Alto",
  "America/Los_Angeles": "San Francisco, Oakland, Seattle, San Diego, Portland, Sacramento, Las Vegas, LA",
  "America/Mexico_City": "Ciudad de Mexico, CDMX, Guadalajara, Puebla",
  "America/New_York":
    "Nueva York, NYC, Boston, Philadelphia, Filadelfia, Washington, Washington DC, Atlanta, Miami, Baltimore, Pittsburgh, Cleveland",
  "America/Santiago": "Valparaiso, Santiago de Chile",
  "America/Sao_Paulo": "Rio de Janeiro, Brasilia, Belo Horizonte, Curitiba, Porto Alegre",
  "America/St_Johns": "Newfoundland, Terranova",
  "America/Toronto": "Ottawa, Quebec, Montreal",
  "Asia/Dubai": "Abu Dhabi",
  "Asia/Ho_Chi_Minh": "Hanoi",
  "Asia/Jakarta": "Yakarta",
  "Asia/Jerusalem": "Tel Aviv, Jerusalen",
  "Asia/Kolkata": "Mumbai, Bombay, Delhi, New Delhi, Bangalore, Bengaluru, Chennai, Hyderabad",
  "Asia/Seoul": "Busan, Seul",
  "Asia/Shanghai": "Beijing, Pekin, Guangzhou, Shenzhen, Wuhan",
  "Asia/Tokyo": "Tokio, Osaka, Kyoto",
  "Asia/Karachi": "Lahore, Islamabad",
  "Atlantic/Canary": "Canarias, Las Palmas, Tenerife, Canary Islands",
  "Australia/Sydney": "Canberra",
  "Europe/Athens": "Atenas, Thessaloniki",
  "Europe/Belgrade": "Belgrado",
  "Europe/Berlin": "Hamburg, Munich, Munchen, Cologne, Koln, Frankfurt, Leipzig, Stuttgart",
  "Europe/Brussels": "Bruselas, Bruxelles, Antwerp",
  "Europe/Bucharest": "Bucarest",
  "Europe/Copenhagen": "Copenhague, Kobenhavn",
  "Europe/Istanbul": "Estambul, Ankara",
  "Europe/Kyiv": "Lviv, Kharkiv, Odesa",
  "Europe/Lisbon": "Lisboa, Porto, Oporto",
  "Europe/London": "Londres, Manchester, Birmingham, Glasgow, Edinburgh, Liverpool, Leeds, Bristol, Cardiff",
  "Europe/Madrid": "Barcelona, Valencia, Sevilla, Seville, Bilbao, Zaragoza, Malaga",
  "Europe/Moscow": "Moscu, Saint Petersburg, St Petersburg",
  "Europe/Oslo": "Bergen",
  "Europe/Paris": "Marseille, Lyon, Toulouse, Lille, Nantes, Bordeaux, Strasbourg",
  "Europe/Prague": "Praga",
  "Europe/Rome": "Roma, Milan, Milano, Naples, Napoli, Turin, Torino",
  "Europe/Stockholm": "Estocolmo, Gothenburg",
  "Europe/Vienna": "Viena, Wien, Graz",
  "Europe/Warsaw": "Varsovia, Warszawa, Krakow, Gdansk",
  "Europe/Zurich": "Geneva, Ginebra, Bern, Basel",
  "Pacific/Auckland": "Wellington, Christchurch",
};
