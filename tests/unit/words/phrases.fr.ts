/**
 * What people write in French, and when that is: said on Wednesday 18 March 2026 at 10:00 in Paris, where 18:00 is filled in for a
 * day without a time. By the moment that is meant; phrases are apart by ` | `. Several moments: a poll of dates.
 */
export const phrases: readonly (readonly [meant: string, phrases: string])[] = [
  // Aujourd'hui
  [
    "2026-03-18 11:00",
    "aujourd'hui à 11h | aujourd’hui à 11h | aujourd'hui 11h | auj 11h | à 11h | a 11h | 11:00 | à onze heures | aujourd'hui à 11 heures du matin | dans une heure | dans 1h | dans 1 heure | d'ici une heure | 11h pile",
  ],
  [
    "2026-03-18 12:00",
    "midi | à midi | a midi | aujourd'hui à midi | aujourd'hui midi | ce midi | dans 2 heures | dans deux heures | dans 2h | à 12h | à douze heures | 12:00",
  ],
  ["2026-03-18 12:30", "midi et demi | à midi et demi | ce midi et demi | 12h30 | à 12h30 | dans 2h30"],
  [
    "2026-03-18 18:00",
    "aujourd'hui | aujourd’hui | auj | 18h | 18:00 | à 18h | a 18h | à 18 h | à 18:00 | 18 heures | à dix-huit heures | à dix huit heures | ce soir à 18h | ce soir à 6h | 6h du soir | à 6 heures du soir | à six heures du soir | vers 18h | avant 18h | aujourd'hui à 18h | aujourd'hui, 18h | aujourd'hui vers 18h | pour 18h | dès 18h",
  ],
  [
    "2026-03-18 18:30",
    "18h30 | 18 h 30 | à 18h30 | à 18:30 | aujourd'hui à 18.30 | 18 heures 30 | à dix-huit heures trente | à six heures et demie du soir | 18h et demie | aujourd'hui à 18h30",
  ],
  [
    "2026-03-18 15:00",
    "cet après-midi | cet apres-midi | cet aprem | aujourd'hui après-midi | à 3h de l'après-midi | 15h",
  ],
  ["2026-03-18 16:00", "cet après-midi à 4h | cet après-midi 16h | à quatre heures de l'après-midi | 16h"],
  [
    "2026-03-18 19:00",
    "ce soir | aujourd'hui au soir | ce soir à 7h | ce soir 19h | à 19h | à sept heures du soir | 19h ce soir",
  ],
  ["2026-03-18 20:00", "ce soir à 20h | ce soir 20h | ce soir à 8h | 20h | à vingt heures | à huit heures du soir"],
  ["2026-03-18 21:00", "cette nuit | ce soir à 9h | à 21h | à vingt-et-une heures | à vingt et une heures"],
  ["2026-03-18 22:00", "à 22h | à vingt-deux heures | ce soir à dix heures"],
  ["2026-03-19 00:00", "minuit | à minuit | ce soir à minuit | aujourd'hui à minuit | aujourd'hui à 24h"],
  [
    "2026-03-18 10:30",
    "dans une demi-heure | dans une demi heure | dans 30 minutes | dans 30 min | dans trente minutes | 10h30 | à dix heures et demie | à 10h30",
  ],
  ["2026-03-18 10:15", "dans un quart d'heure | dans quinze minutes | dans 15 mn | 10h15 | à dix heures et quart"],
  ["2026-03-18 11:30", "dans une heure et demie | dans 1h30 | dans 90 minutes | à onze heures et demie | 11h30"],
  // Demain et après
  [
    "2026-03-19 18:00",
    "demain | Demain | demain 18h | demain à 18h | demain a 18h | demain, 18h | demain vers 18h | demain 18:00 | demain à 18 heures | demain à 6h du soir | pour demain | jeudi | jeudi 19 | ce jeudi | jeu | jeudi 18h | jeudi à 18h | avant vendredi | d'ici demain | demain soir à 18h | le 19 | le 19 mars | jusqu'à demain",
  ],
  [
    "2026-03-19 08:00",
    "demain 8h | demain à 8h | demain matin à 8h | demain matin 8h | demain à 8h du matin | demain à huit heures | demain à huit heures du matin | 8:00 | à 8h | demain 8h du mat",
  ],
  ["2026-03-19 08:30", "8h30 | demain à 8h30 | demain à huit heures et demie | demain 8 h 30"],
  ["2026-03-19 08:45", "demain à neuf heures moins le quart | demain à 9h moins le quart | demain 8h45"],
  ["2026-03-19 09:00", "demain matin | jeudi matin | demain dans la matinée | jeudi à 9h | à 9h | demain 9h"],
  ["2026-03-19 12:00", "demain midi | demain à midi | demain à 12h | jeudi midi"],
  ["2026-03-19 15:00", "demain après-midi | demain apres-midi | demain aprem | jeudi après-midi | demain à 15h"],
  ["2026-03-19 19:00", "demain soir | jeudi soir | demain dans la soirée | demain à 19h | demain soir 19h"],
  ["2026-03-20 00:00", "demain à minuit | demain minuit"],
  [
    "2026-03-20 18:00",
    "après-demain | apres-demain | apres demain | après-demain 18h | après-demain à 18h | vendredi | Vendredi | ven | ce vendredi | vendredi prochain | le prochain vendredi | vendredi qui vient | vendredi 18h | vendredi 18:00 | vendredi à 18h | vendredi à 18 heures | vendredi à six heures du soir | vendredi, 18h | pour vendredi | jusqu'à vendredi | jusqu’à vendredi | d'ici vendredi | avant samedi | avant le week-end | « vendredi 18h » | vendredi 20 | vendredi 20 mars | le vendredi 20 mars | le 20 mars | 20 mars | le 20 | avant vendredi 18h | à partir de vendredi",
  ],
  ["2026-03-20 10:00", "dans 2 jours | dans deux jours | dans 2j | sous deux jours | vendredi à 10h"],
  // Jours de la semaine
  ["2026-03-20 17:45", "vendredi à six heures moins le quart du soir | vendredi 17h45 | vendredi à 17:45"],
  ["2026-03-20 18:15", "vendredi à six heures et quart du soir | vendredi à 18h15 | vendredi 18h et quart"],
  ["2026-03-20 19:00", "vendredi soir | vendredi dans la soirée | vendredi 19h | le 20 mars au soir"],
  ["2026-03-21 01:00", "samedi à 1h | samedi à une heure du matin"],
  ["2026-03-21 18:00", "samedi | sam | ce samedi | samedi 21 | le 21 mars | avant dimanche | samedi qui vient"],
  ["2026-03-21 10:00", "dans 3 jours | dans trois jours | dans 3j | d'ici 3 jours à 10h | samedi à 10h | samedi 10:00"],
  [
    "2026-03-22 18:00",
    "dimanche | dim | ce dimanche | fin de semaine | en fin de semaine | à la fin de la semaine | fin de cette semaine | dimanche à 18h",
  ],
  [
    "2026-03-23 18:00",
    "lundi | lun | lundi prochain | le prochain lundi | lundi de la semaine prochaine | lundi qui vient | avant mardi | lundi 23 | 23/3 | le lundi 23 mars | ce lundi",
  ],
  ["2026-03-23 09:00", "lundi matin | lundi à 9h | lundi à neuf heures du matin | lundi 9h"],
  ["2026-03-24 18:00", "mardi | mardi prochain | mardi 24 | le 24 mars | mardi 24/3"],
  [
    "2026-03-24 14:30",
    "mardi à 14h30 | mardi 14h30 | mardi prochain à 14h30 | mardi à deux heures et demie de l'après-midi",
  ],
  [
    "2026-03-25 18:00",
    "mercredi prochain | mercredi de la semaine prochaine | mercredi en huit | le 25 | le 25 mars | mercredi 25 | le mercredi 25",
  ],
  ["2026-03-25 10:00", "dans une semaine | dans 1 semaine | dans 7 jours | dans huit jours | sous huit jours"],
  ["2026-03-26 18:00", "demain en huit | jeudi en huit | jeudi de la semaine prochaine"],
  [
    "2026-03-27 18:00",
    "vendredi en huit | le vendredi en huit | vendredi en huit à 18h | vendredi de la semaine prochaine | vendredi semaine prochaine | 27 mars | le 27 mars | le 27 mars 2026 | 27 mars 2026 | le 27 | le jour 27 | vendredi 27 | vendredi 27 mars | le vendredi 27 mars | vendredi, 27 mars | 27/3 | 27/03 | 27/3/2026 | 27/03/26 | 27.3.2026 | 27-3-2026 | 2026-03-27 | 27 mars à 18h | le 27 mars à six heures du soir | vendredi 27 à 18h | pour le 27 mars | jusqu'au 27 mars | avant le 28 mars | vendredi 27/3 | vendredi 27 mars à 18 h | le dernier vendredi du mois | dernier vendredi de mars | d'ici le 27 mars",
  ],
  ["2026-03-28 18:00", "samedi de la semaine prochaine | samedi en huit"],
  [
    "2026-03-29 18:00",
    "fin de la semaine prochaine | à la fin de la semaine prochaine | dimanche de la semaine prochaine | fin de semaine prochaine",
  ],
  ["2026-03-30 18:00", "lundi en huit | le lundi en huit | lundi 30 mars | le 30 mars"],
  [
    "2026-03-31 18:00",
    "fin du mois | fin de mois | à la fin du mois | fin mars | fin de ce mois | le dernier jour du mois | dernier jour de mars | le 31 | 31 mars | avant la fin du mois | le dernier jour ouvré du mois | d'ici la fin du mois | pour la fin du mois | mardi 31 mars | mardi en huit",
  ],
  ["2026-04-03 18:00", "vendredi en quinze | vendredi 3 avril | le 3 avril | 3/4"],
  // Mois
  ["2027-03-05 18:30", "le 5 mars à 18h30 | 5 mars 18h30 | le 5 mars 18h30"],
  [
    "2026-04-06 18:00",
    "le premier lundi | premier lundi | le premier lundi d'avril | le premier lundi d’avril | le premier lundi du mois prochain | le 1er lundi d'avril | lundi 6 avril | 6 avril",
  ],
  [
    "2026-04-01 18:00",
    "1er avril | le 1er avril | le premier avril | le 1er | le 1 avril | 1/4 | le premier jour d'avril | le premier jour du mois prochain | mercredi 1er avril | le 1er du mois prochain",
  ],
  [
    "2026-04-01 10:00",
    "dans quinze jours | dans 15 jours | dans deux semaines | dans 2 semaines | dans 14 jours | dans une quinzaine | sous quinze jours | dans une quinzaine de jours",
  ],
  ["2026-04-05 18:00", "le 5 du mois prochain | 5 avril | le 5 avril"],
  [
    "2026-04-30 18:00",
    "fin du mois prochain | à la fin du mois prochain | fin avril | fin d'avril | le dernier jour d'avril | 30 avril | le dernier jour du mois prochain",
  ],
  ["2026-04-18 10:00", "dans un mois | dans 1 mois"],
  ["2026-05-01 18:00", "1er mai | le 1er mai | le premier mai | vendredi 1er mai | 1 mai"],
  ["2026-05-18 18:00", "le dix-huit mai | lundi 18 mai | 18/5 à 18h | le dix huit mai"],
  ["2026-08-15 18:00", "15 août | 15 aout | le 15 août | samedi 15 août"],
  ["2026-09-05 18:00", "5 sept | 5 septembre | le 5 sept. | samedi 5 septembre"],
  ["2026-09-07 18:00", "le sept septembre | 7 septembre"],
  ["2026-10-27 18:00", "le vingt-sept octobre | 27 octobre à six heures du soir | 27 oct 18h"],
  [
    "2026-12-07 18:00",
    "le premier lundi de décembre | premier lundi de decembre | lundi 7 décembre | 7 décembre | 7/12 | 7 déc | 7 déc. | le 7 décembre 2026",
  ],
  [
    "2026-12-31 18:00",
    "fin de l'année | fin d'année | fin de l’année | à la fin de l'année | 31 décembre | le 31 décembre | 31/12",
  ],
  ["2027-01-01 18:00", "1er janvier | le premier janvier | 1/1 | 1er janvier 2027"],
  ["2027-02-14 18:00", "14 février | 14 fevrier | 14 fév"],
  ["2027-03-17 18:00", "17 mars | le 17 mars | 17/3"],
  // Une heure qui n'existe pas avance, une heure qui vient deux fois est la première.
  ["2026-03-29 03:30", "le 29 mars à 2h30 | dimanche 29 mars à deux heures et demie du matin | 29/3 2h30"],
  ["2026-10-25 02:30", "le 25 octobre à 2h30 | 25/10 à 2h30 du matin"],
  // Sondages de dates
  [
    "2026-03-18 19:00; 2026-03-19 19:00; 2026-03-20 19:00; 2026-03-23 19:00; 2026-03-24 19:00",
    "tous les jours ouvrés à 19h | chaque jour ouvrable à 19h | les jours ouvrés à 19h",
  ],
  [
    "2026-03-23 20:00; 2026-03-24 20:00; 2026-03-25 20:00; 2026-03-26 20:00; 2026-03-27 20:00; 2026-03-28 20:00; 2026-03-29 20:00",
    "n'importe quel jour de la semaine prochaine à 20h | tous les jours de la semaine prochaine à 20h | un soir la semaine prochaine à 20h",
  ],
  [
    "2026-10-29 18:00; 2026-10-30 18:00",
    "29 octobre à 18h, 30 octobre à 18h | 29 octobre 18h ou 30 octobre 18h | 29 et 30 octobre à 18h | le 29 ou le 30 octobre à 18h | 29 octobre, 30 octobre à 18h | 29/10 18h, 30/10 18h | 29/10 et 30/10 à 18h | du 29 au 30 octobre à 18h | jeudi 29 octobre ou vendredi 30 octobre à 18h",
  ],
  [
    "2026-03-20 20:00; 2026-03-21 20:00",
    "vendredi ou samedi à 20h | vendredi ou samedi 20h | vendredi 20h, samedi 20h | vendredi et samedi à 20h | vendredi à 20h ou samedi | vendredi, samedi 20h | ven ou sam 20h | vendredi ou samedi à 8 heures du soir",
  ],
  [
    "2026-03-20 18:00; 2026-03-20 19:00",
    "vendredi à 6 ou 7 heures du soir | vendredi 18h ou 19h | vendredi à 18h ou à 19h | vendredi à 18h, 19h",
  ],
  [
    "2026-03-20 18:00; 2026-03-21 11:00",
    "vendredi 18h, samedi 11h | vendredi 18h samedi 11h | vendredi à 18h ou samedi à 11h | vendredi à 6h du soir ou samedi à 11h du matin",
  ],
  [
    "2026-03-21 11:00; 2026-03-22 11:00",
    "samedi ou dimanche à 11h | samedi et dimanche à 11h | ce week-end à 11h | samedi, dimanche 11h | samedi/dimanche 11h | ce weekend à 11h",
  ],
  [
    "2026-03-23 19:00; 2026-03-24 19:00; 2026-03-25 19:00",
    "de lundi à mercredi à 19h | du lundi au mercredi à 19h | lundi, mardi ou mercredi prochain à 19h | lundi 19h, mardi 19h, 25 mars 19h",
  ],
  [
    "2026-03-19 18:00; 2026-03-20 18:00",
    "demain ou après-demain | demain ou vendredi | jeudi ou vendredi | demain et après-demain à 18h",
  ],
];

/** What names days without a time: as one moment, and as a poll of dates. */
export const vague: readonly (readonly [meant: string, poll: string, phrases: string])[] = [
  ["2026-03-21 18:00", "2026-03-21 18:30; 2026-03-22 18:30", "ce week-end | le week-end | ce weekend | week-end"],
  [
    "2026-03-28 18:00",
    "2026-03-28 18:30; 2026-03-29 18:30",
    "le week-end prochain | week-end prochain | le prochain week-end | weekend prochain",
  ],
  [
    "2026-03-25 18:00",
    "2026-03-23 18:30; 2026-03-24 18:30; 2026-03-25 18:30; 2026-03-26 18:30; 2026-03-27 18:30; 2026-03-28 18:30; 2026-03-29 18:30",
    "la semaine prochaine | semaine prochaine | la semaine qui vient",
  ],
];

/** What is not guessed: more than one thing could be meant, or nothing. */
export const refused =
  "vendredi 18 | 18 | 2h | 2 heures | une heure | mai | 2026 | banane | vendredi 18h au bar | jeudi 27 mars | 30 février | vendredi 25h | bientôt | un jour | quand tu veux | vendredi, 14 novembre 18h | vendredi 18h, samedi, dimanche 11h | 27 ou 28 | vendredi ou par là | le deuxième vendredi | de 9 à 10 | le 31 avril | lundi 24 | le troisième vendredi | 32 mars | vendredi entre 18h et 20h | début mai | mi-avril | dans un moment | vendredi ou la banane | demain 7 ou 8 | l'année prochaine | vendredi 18h-20h | tout à l'heure";
