import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainRecurrence, recurrencePhrase } from "../../../src/core/recurrence.ts";
import { Texts } from "../../../src/core/text.ts";
import { patternText, readPattern } from "../../../src/domain/recurrence.ts";
import { parseRecurrence } from "../../../src/words/recurrence.ts";

const texts = Texts.load(join(import.meta.dirname, "../../../locales"));
const reader = { zone: "UTC", now: 0 };
const inWords = (language: string, pattern: string, minute?: number) =>
  texts.plain(language, recurrencePhrase(pattern, minute), reader);

/** The pattern, and the time of the day in minutes behind it; or why not. */
function read(text: string): string {
  const found = parseRecurrence(text);
  if (!found.ok) return found.error;
  return [patternText(found.pattern), ...(found.minute === undefined ? [] : [found.minute])].join(" ");
}

describe("what people type", () => {
  it.each([
    ["2w", "FREQ=WEEKLY;INTERVAL=2"],
    ["2 weeks", "FREQ=WEEKLY;INTERVAL=2"],
    ["weekly", "FREQ=WEEKLY"],
    ["fortnightly", "FREQ=WEEKLY;INTERVAL=2"],
    ["every second Friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"],
    ["Every other friday at 18:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR 1080"],
    ["every 3 weeks on Monday at 18:00", "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO 1080"],
    ["2w friday 18:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR 1080"],
    ["each second tuesday at 7:30pm", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU 1170"],
    ["fridays", "FREQ=WEEKLY;BYDAY=FR"],
    ["monday and thursday 18:00", "FREQ=WEEKLY;BYDAY=MO,TH 1080"],
    ["every day at noon", "FREQ=DAILY 720"],
    ["every 15 days", "FREQ=DAILY;INTERVAL=15"],
    ["first Monday of the month", "FREQ=MONTHLY;BYDAY=1MO"],
    ["every second friday of the month", "FREQ=MONTHLY;BYDAY=2FR"],
    ["the first and third monday of each month at 6pm", "FREQ=MONTHLY;BYDAY=1MO,3MO 1080"],
    ["every month on the last friday", "FREQ=MONTHLY;BYDAY=-1FR"],
    ["first monday of every second month", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO"],
    ["every 2 months on the first friday", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1FR"],
    ["1st and 15th of the month", "FREQ=MONTHLY;BYMONTHDAY=1,15"],
    ["last day of the month", "FREQ=MONTHLY;BYMONTHDAY=-1"],
    ["last working day of the month", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"],
    ["every 1 May", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1"],
    ["every year on May 1", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1"],
    ["cada dos viernes a las 18:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR 1080"],
    ["un viernes sí y otro no", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"],
    ["viernes alternos", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"],
    ["cada 3 semanas los lunes", "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO"],
    ["cada quince días", "FREQ=WEEKLY;INTERVAL=2"],
    ["quincenal", "FREQ=WEEKLY;INTERVAL=2"],
    ["los miércoles y sábados a las 8 de la tarde", "FREQ=WEEKLY;BYDAY=WE,SA 1200"],
    ["el primer lunes de cada mes", "FREQ=MONTHLY;BYDAY=1MO"],
    ["primer y tercer lunes del mes a la 1", "FREQ=MONTHLY;BYDAY=1MO,3MO 60"],
    ["el último viernes de cada dos meses", "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR"],
    ["el 15 de cada mes", "FREQ=MONTHLY;BYMONTHDAY=15"],
    ["el 1 y el 15 de cada mes", "FREQ=MONTHLY;BYMONTHDAY=1,15"],
    ["el día 1 y 15 de cada mes", "FREQ=MONTHLY;BYMONTHDAY=1,15"],
    ["último día laborable del mes", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"],
    ["cada 1 de mayo", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1"],
    ["tous les mardis", "FREQ=WEEKLY;BYDAY=TU"],
    ["tous les mardis à 18h30", "FREQ=WEEKLY;BYDAY=TU 1110"],
    ["chaque mardi et jeudi a 18h", "FREQ=WEEKLY;BYDAY=TU,TH 1080"],
    ["le lundi", "FREQ=WEEKLY;BYDAY=MO"],
    ["les mercredis et samedis à 8h du soir", "FREQ=WEEKLY;BYDAY=WE,SA 1200"],
    ["une semaine sur deux", "FREQ=WEEKLY;INTERVAL=2"],
    ["une semaine sur deux le vendredi à 18h", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR 1080"],
    ["un vendredi sur deux à 18h", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR 1080"],
    ["un mardi sur trois", "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU"],
    ["toutes les deux semaines", "FREQ=WEEKLY;INTERVAL=2"],
    ["toutes les 3 semaines le lundi", "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO"],
    ["tous les quinze jours", "FREQ=WEEKLY;INTERVAL=2"],
    ["tous les 15 jours", "FREQ=WEEKLY;INTERVAL=2"],
    ["tous les jours à midi", "FREQ=DAILY 720"],
    ["un jour sur deux", "FREQ=DAILY;INTERVAL=2"],
    ["hebdomadaire", "FREQ=WEEKLY"],
    ["le premier lundi du mois", "FREQ=MONTHLY;BYDAY=1MO"],
    ["le premier lundi de chaque mois à 18h", "FREQ=MONTHLY;BYDAY=1MO 1080"],
    ["le premier et le troisième lundi du mois", "FREQ=MONTHLY;BYDAY=1MO,3MO"],
    ["tous les derniers vendredis du mois", "FREQ=MONTHLY;BYDAY=-1FR"],
    ["premier lundi", "FREQ=MONTHLY;BYDAY=1MO"],
    ["le 15 de chaque mois", "FREQ=MONTHLY;BYMONTHDAY=15"],
    ["le 1er et le 15 du mois", "FREQ=MONTHLY;BYMONTHDAY=1,15"],
    ["le dernier jour du mois", "FREQ=MONTHLY;BYMONTHDAY=-1"],
    ["dernier jour ouvré du mois", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"],
    ["tous les ans le 1er mai", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1"],
    ["chaque 1er mai", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1"],
    ["tous les jours ouvrés à 18h", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR 1080"],
    ["du lundi au vendredi", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    ["du lundi au jeudi à 19h", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH 1140"],
    ["toda sexta", "FREQ=WEEKLY;BYDAY=FR"],
    ["cada sexta-feira", "FREQ=WEEKLY;BYDAY=FR"],
    ["toda sexta às 18h", "FREQ=WEEKLY;BYDAY=FR 1080"],
    ["toda sexta as 18h30", "FREQ=WEEKLY;BYDAY=FR 1110"],
    ["toda segunda", "FREQ=WEEKLY;BYDAY=MO"],
    ["toda segunda-feira às 18h", "FREQ=WEEKLY;BYDAY=MO 1080"],
    ["todas as segundas", "FREQ=WEEKLY;BYDAY=MO"],
    ["às segundas e quartas às 19h", "FREQ=WEEKLY;BYDAY=MO,WE 1140"],
    ["segunda, quarta e sexta", "FREQ=WEEKLY;BYDAY=MO,WE,FR"],
    ["toda 2ª feira", "FREQ=WEEKLY;BYDAY=MO"],
    ["toda quinta às 8 da noite", "FREQ=WEEKLY;BYDAY=TH 1200"],
    ["a cada duas semanas", "FREQ=WEEKLY;INTERVAL=2"],
    ["a cada duas sextas às 18:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR 1080"],
    ["a cada duas terças", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"],
    ["a cada 2 semanas, sexta-feira às 18:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR 1080"],
    ["a cada 3 semanas na segunda", "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO"],
    ["de duas em duas semanas", "FREQ=WEEKLY;INTERVAL=2"],
    ["sexta sim, sexta não", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"],
    ["segunda sim, segunda não às 18h", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO 1080"],
    ["semana sim, semana não", "FREQ=WEEKLY;INTERVAL=2"],
    ["dia sim, dia não", "FREQ=DAILY;INTERVAL=2"],
    ["sextas alternadas", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"],
    ["a cada quinze dias", "FREQ=WEEKLY;INTERVAL=2"],
    ["de 15 em 15 dias", "FREQ=WEEKLY;INTERVAL=2"],
    ["quinzenalmente", "FREQ=WEEKLY;INTERVAL=2"],
    ["semanalmente", "FREQ=WEEKLY"],
    ["toda semana", "FREQ=WEEKLY"],
    ["uma vez por semana", "FREQ=WEEKLY"],
    ["todo dia ao meio-dia", "FREQ=DAILY 720"],
    ["todos os dias às 8h", "FREQ=DAILY 480"],
    ["diariamente", "FREQ=DAILY"],
    ["primeira segunda do mês", "FREQ=MONTHLY;BYDAY=1MO"],
    ["primeira sexta do mês", "FREQ=MONTHLY;BYDAY=1FR"],
    ["a primeira segunda-feira de cada mês às 18h", "FREQ=MONTHLY;BYDAY=1MO 1080"],
    ["primeira e terceira segunda do mês", "FREQ=MONTHLY;BYDAY=1MO,3MO"],
    ["segunda e quarta sexta do mês", "FREQ=MONTHLY;BYDAY=2FR,4FR"],
    ["segunda terça do mês", "FREQ=MONTHLY;BYDAY=2TU"],
    ["última sexta do mês", "FREQ=MONTHLY;BYDAY=-1FR"],
    ["todo mês, última sexta-feira às 18:00", "FREQ=MONTHLY;BYDAY=-1FR 1080"],
    ["primeira sexta a cada dois meses", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1FR"],
    ["primeira segunda", "FREQ=MONTHLY;BYDAY=1MO"],
    ["dia 15 de cada mês", "FREQ=MONTHLY;BYMONTHDAY=15"],
    ["todo dia 5", "FREQ=MONTHLY;BYMONTHDAY=5"],
    ["todo dia 5 às 18h", "FREQ=MONTHLY;BYMONTHDAY=5 1080"],
    ["todo dia 1 e 15", "FREQ=MONTHLY;BYMONTHDAY=1,15"],
    ["dias 1 e 15 do mês", "FREQ=MONTHLY;BYMONTHDAY=1,15"],
    ["último dia do mês", "FREQ=MONTHLY;BYMONTHDAY=-1"],
    ["último dia útil do mês", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"],
    ["todo 1º de maio", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1"],
    ["todo ano em 1 de maio", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1"],
    ["todos os dias úteis às 18h", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR 1080"],
    ["durante a semana", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    ["de segunda a sexta", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    ["de segunda a quinta às 19h", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH 1140"],
    ["every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    ["every weekday at 18:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR 1080"],
    ["on weekdays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    ["monday to friday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    ["mon-thu at 7pm", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH 1140"],
    ["saturday to monday", "FREQ=WEEKLY;BYDAY=MO,SA,SU"],
    ["first monday", "FREQ=MONTHLY;BYDAY=1MO"],
    ["every first monday at 18:00", "FREQ=MONTHLY;BYDAY=1MO 1080"],
    ["last friday", "FREQ=MONTHLY;BYDAY=-1FR"],
    ["first and third monday", "FREQ=MONTHLY;BYDAY=1MO,3MO"],
    ["cada día laborable a las 18:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR 1080"],
    ["entre semana", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    ["de lunes a viernes", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    ["el primer lunes", "FREQ=MONTHLY;BYDAY=1MO"],
    ["el último viernes", "FREQ=MONTHLY;BYDAY=-1FR"],
    ["el primer y el tercer lunes", "FREQ=MONTHLY;BYDAY=1MO,3MO"],
    ["FREQ=MONTHLY;BYDAY=1MO", "FREQ=MONTHLY;BYDAY=1MO"],
    ["rrule:INTERVAL=2;FREQ=WEEKLY;BYDAY=FR;BYHOUR=18;BYMINUTE=30", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR 1110"],
  ])("%s: %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ["second friday", "rule-not-understood"], // every other one, or of the month?
    ["el segundo viernes", "rule-not-understood"],
    ["biweekly", "rule-not-understood"], // twice a week, or every two?
    ["monday 18", "rule-not-understood"], // o'clock, or the 18th?
    ["mondays at midnight", "rule-not-understood"], // before or after it?
    ["every blue moon", "rule-not-understood"],
    ["every friday or so", "rule-not-understood"],
    ["every", "rule-not-understood"],
    ["2", "rule-not-understood"],
    ["", "rule-not-understood"],
    ["every month", "rule-needs-day"],
    ["cada mes", "rule-needs-day"],
    ["tous les mois", "rule-needs-day"],
    ["toutes les heures", "rule-too-often"],
    ["un vendredi ou deux", "rule-not-understood"],
    ["every hour", "rule-too-often"],
    ["cada 5 minutos", "rule-too-often"],
    ["every 500 weeks", "rule-too-rare"],
    ["every 30 february", "rule-never"],
    ["FREQ=DAILY;COUNT=3", "rule-ends"],
  ])("refuses %s: %s", (text, error) => {
    expect(read(text)).toBe(error);
    for (const language of texts.languages) {
      const found = parseRecurrence(text);
      if (!found.ok) expect(texts.plain(language, explainRecurrence(found.error), reader)).not.toBe("");
    }
  });

  it("is never an exception, and never slow", () => {
    const words = fc.constantFrom(
      ..."every cada second dos friday lunes of the de month mes at las 18:00 2 w y and".split(" "),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 6 })), { maxLength: 12 }), (parts) => {
        const began = performance.now();
        parseRecurrence(parts.join(" "));
        return performance.now() - began < 500;
      }),
      { numRuns: 500 },
    );
  });
});

describe("what people read", () => {
  it.each([
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", 1080, "every second Friday at 18:00", "cada dos viernes a las 18:00"],
    ["FREQ=WEEKLY;BYDAY=FR", 60, "every Friday at 01:00", "cada viernes a la 01:00"],
    ["FREQ=WEEKLY;INTERVAL=6;BYDAY=FR", undefined, "every 6 weeks on Friday", "cada 6 semanas en viernes"],
    [
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
      undefined,
      "every 2 weeks on Monday and Thursday",
      "cada 2 semanas en lunes y jueves",
    ],
    [
      "FREQ=WEEKLY;BYDAY=MO;BYMONTH=3,4",
      undefined,
      "every Monday, only in March and April",
      "cada lunes, solo en marzo y abril",
    ],
    ["FREQ=DAILY;INTERVAL=2", undefined, "every other day", "cada 2 días"],
    [
      "FREQ=MONTHLY;BYDAY=1MO",
      1080,
      "every first Monday of the month at 18:00",
      "el primer lunes de cada mes a las 18:00",
    ],
    ["FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1", undefined, "every first Monday of the month", "el primer lunes de cada mes"],
    [
      "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR",
      undefined,
      "every 2 months on the last Friday",
      "el último viernes cada 2 meses",
    ],
    [
      "FREQ=MONTHLY;BYMONTHDAY=-1,1,22",
      undefined,
      "every month on the 1st, 22nd and last day",
      "el día 1, día 22 y último día de cada mes",
    ],
    [
      "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
      undefined,
      "every last working day of the month",
      "el último día laborable de cada mes",
    ],
    ["FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1", undefined, "every year on 1 May", "cada año el 1 de mayo"],
    [
      "FREQ=YEARLY;BYMONTH=5;BYDAY=1FR",
      undefined,
      "every year on the first Friday of May",
      "cada año el primer viernes de mayo",
    ],
  ])("%s", (pattern, minute, english, spanish) => {
    expect(inWords("en", pattern, minute)).toBe(english);
    expect(inWords("es", pattern, minute)).toBe(spanish);
  });

  it("is the rule itself where it has no simple words: true all the same", () => {
    expect(inWords("en", "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR")).toBe(
      "on the days of the rule “FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR”",
    );
    expect(inWords("es", "FREQ=YEARLY;BYDAY=20MO")).toBe("en los días de la regla «FREQ=YEARLY;BYDAY=20MO»");
  });

  it("is understood as the same pattern when it is typed, in each language", () => {
    const day = fc.constantFrom("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    const nth = fc.constantFrom(1, 2, 3, 4, 5, -1);
    const interval = fc.integer({ min: 1, max: 12 });
    const pattern = fc.oneof(
      fc.tuple(interval, day).map(([n, one]) => `FREQ=WEEKLY;INTERVAL=${n};BYDAY=${one}`),
      fc
        .tuple(interval, fc.uniqueArray(day, { minLength: 2 }))
        .map(([n, days]) => `FREQ=WEEKLY;INTERVAL=${n};BYDAY=${days.join(",")}`),
      fc.tuple(nth, day).map(([n, one]) => `FREQ=MONTHLY;BYDAY=${n}${one}`),
      fc
        .tuple(interval, fc.integer({ min: 1, max: 28 }))
        .map(([n, date]) => `FREQ=MONTHLY;INTERVAL=${n};BYMONTHDAY=${date}`),
      fc
        .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
        .map(([month, date]) => `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${date}`),
    );
    fc.assert(
      fc.property(
        pattern,
        fc.integer({ min: 0, max: 1439 }),
        fc.constantFrom(...texts.languages),
        (text, minute, language) => {
          const found = readPattern(text);
          if (!found.ok) throw new Error(text);
          const canonical = patternText(found.pattern);
          expect([inWords(language, canonical, minute), read(inWords(language, canonical, minute))]).toEqual([
            inWords(language, canonical, minute),
            `${canonical} ${minute}`,
          ]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
