/** What people write in French of what comes again, and of how long something takes: see `rhythms.test.ts`. */
export const rhythms: readonly (readonly [meant: string, phrases: string])[] = [
  [
    "2026-03-23 18:00, 2026-03-30 18:00",
    "tous les lundis à 18h | chaque lundi 18h | le lundi à 18h | les lundis 18:00 | tous les lundis à 6h du soir | lundi 18h | toutes les semaines le lundi à 18h | chaque semaine le lundi à 18h | chaque lundi a 18 heures | le lundi soir à 6h",
  ],
  ["2026-03-23 18:30, 2026-03-30 18:30", "tous les lundis à 18h30 | chaque lundi 18h30 | le lundi à 18.30"],
  [
    "2026-03-20 18:00, 2026-04-03 18:00",
    "un vendredi sur deux à 18h | toutes les deux semaines le vendredi à 18h | toutes les 2 semaines le vendredi 18h | tous les quinze jours le vendredi à 18h | tous les 15 jours le vendredi 18h | une semaine sur deux le vendredi à 18h | un vendredi sur 2 à 18h | chaque deuxième vendredi à 18h",
  ],
  [
    "2026-03-19 20:00, 2026-03-24 20:00",
    "le mardi et le jeudi à 20h | mardi et jeudi 20h | tous les mardis et jeudis à 20h | les mardis et jeudis à 8h du soir",
  ],
  [
    "2026-03-19 12:00, 2026-03-20 12:00",
    "tous les jours à midi | chaque jour à midi | quotidien à midi | tous les jours 12h",
  ],
  [
    "2026-03-19 08:00, 2026-03-20 08:00",
    "du lundi au vendredi à 8h | en semaine à 8h | les jours ouvrés à 8h | tous les jours ouvrables à 8h",
  ],
  [
    "2026-04-06 18:00, 2026-05-04 18:00",
    "le premier lundi du mois à 18h | premier lundi de chaque mois 18h | le 1er lundi du mois à 18h | chaque premier lundi du mois à 18h | tous les premiers lundis du mois à 18h | tous les mois le premier lundi à 18h",
  ],
  [
    "2026-03-27 18:00, 2026-04-24 18:00",
    "le dernier vendredi du mois à 18h | dernier vendredi de chaque mois 18h | le dernier vendredi de chaque mois à 18h",
  ],
  [
    "2026-04-01 09:00, 2026-04-15 09:00",
    "le 1er et le 15 du mois à 9h | le 1 et le 15 de chaque mois à 9h | le premier et le 15 du mois à 9h",
  ],
  [
    "2026-05-01 10:00, 2027-05-01 10:00",
    "chaque 1er mai à 10h | tous les ans le 1er mai à 10h | chaque année le 1er mai à 10h",
  ],
];

export const lengths: readonly (readonly [minutes: number, phrases: string])[] = [
  [30, "une demi-heure | une demi heure | 30 minutes | trente minutes | 30 min | 30 mn | demi-heure"],
  [60, "1h | une heure | 1 heure | 60 minutes"],
  [90, "1h30 | une heure et demie | 1 h 30 | 90 minutes | une heure trente | 1 heure 30 | 1,5 h"],
  [120, "2h | deux heures | 2 heures"],
  [45, "trois quarts d'heure | 45 minutes | 45 min"],
  [15, "un quart d'heure | quinze minutes | 15 mn"],
  [1440, "1 jour | un jour | 24h | 24 heures | une journée"],
  [2160, "un jour et demi | 36h | 1 jour et 12 heures"],
  [4320, "3 jours | trois jours | 72h"],
  [10080, "une semaine | 1 semaine | 7 jours"],
  [20160, "deux semaines | 2 semaines | 14 jours"],
];
