/**
 * What people write in Spanish, and when that is: said on Wednesday 18 March 2026 at 10:00 in Paris, where 18:00 is filled in for a
 * day without a time. By the moment that is meant; phrases are apart by ` | `. Several moments: a poll of dates.
 */
export const phrases: readonly (readonly [meant: string, phrases: string])[] = [
  // Hoy
  [
    "2026-03-18 11:00",
    "hoy a las 11 | hoy 11:00 | a las 11 | a las once | hoy a las 11 de la mañana | a las 11 en punto | dentro de una hora | en una hora | en 1 h | hoy a las 11h",
  ],
  [
    "2026-03-18 12:00",
    "mediodía | a mediodía hoy | al mediodía | hoy a mediodía | dentro de 2 horas | dentro de dos horas | en dos horas | a las 12 | a las doce | 12:00",
  ],
  [
    "2026-03-18 18:00",
    "hoy | 18:00 | a las 18 | a las 18:00 | a las 6 de la tarde | a las seis de la tarde | 18h | hoy a las 18 | hoy a las 6 de la tarde | hacia las 6 de la tarde | sobre las 18 | antes de las 18 | las 6 de la tarde | para las 18:00",
  ],
  [
    "2026-03-18 18:30",
    "18:30 | a las 18:30 | a las 6 y media de la tarde | a las seis y media de la tarde | hoy a las 18h30 | hoy a las 18.30",
  ],
  ["2026-03-18 17:00", "esta tarde | hoy por la tarde | a las 5 de la tarde | hoy a las 17"],
  [
    "2026-03-18 19:00",
    "esta tarde a las 7 | hoy a las 7 de la tarde | a las 19 | a las siete de la tarde | hoy a las 19:00",
  ],
  [
    "2026-03-18 21:00",
    "esta noche | hoy por la noche | esta noche a las 9 | a las 9 de la noche | hoy a las 21 | a las nueve de la noche",
  ],
  [
    "2026-03-19 00:00",
    "medianoche | a medianoche | hoy a medianoche | a la medianoche | hoy a las 12 de la noche | hoy a las 24:00",
  ],
  [
    "2026-03-18 10:30",
    "en media hora | dentro de media hora | en 30 minutos | dentro de 30 minutos | a las diez y media | 10:30",
  ],
  ["2026-03-18 11:30", "dentro de hora y media | en una hora y media | en 90 minutos | a las 11 y media"],
  // Mañana y después
  [
    "2026-03-19 18:00",
    "mañana | manana | Mañana | mañana a las 18 | mañana a las 6 de la tarde | mañana 18:00 | mañana, 18:00 | para mañana | hasta mañana | jueves | el jueves | este jueves | jue | antes del viernes | jueves 18:00 | el jueves a las 18 h | mañana a las 18 horas",
  ],
  [
    "2026-03-19 08:00",
    "mañana a las 8 | mañana a las ocho | manana a las 8 | mañana a las 8 de la mañana | mañana por la mañana a las 8 | 8:00 | a las 8 | a las ocho de la mañana",
  ],
  ["2026-03-19 08:30", "a las 8 y media | mañana a las 8 y media | mañana a las ocho y media"],
  ["2026-03-19 09:00", "mañana por la mañana | jueves por la mañana | el jueves a las 9 | a las 9"],
  ["2026-03-19 17:00", "mañana por la tarde | el jueves por la tarde | mañana a las 17"],
  ["2026-03-19 21:00", "mañana por la noche | el jueves por la noche | mañana a las 9 de la noche"],
  ["2026-03-19 12:00", "mañana a mediodía | mañana al mediodía | mañana a las 12"],
  ["2026-03-20 00:00", "mañana a medianoche | mañana a las 12 de la noche"],
  [
    "2026-03-20 18:00",
    "pasado mañana | pasado manana | pasado mañana a las 18 | viernes | el viernes | Viernes | vie | este viernes | el próximo viernes | próximo viernes | el viernes que viene | viernes 18:00 | viernes a las 18 | el viernes a las 6 de la tarde | el viernes a las seis de la tarde | viernes 18h | el viernes, 18:00 | para el viernes | hasta el viernes | antes del sábado | antes del fin de semana | «viernes 18:00» | el viernes 20 | viernes 20 de marzo | el 20 de marzo | 20 de marzo | el día 20 | el 20 | antes del viernes a las 18",
  ],
  [
    "2026-03-20 10:00",
    "dentro de 2 días | dentro de dos días | en 2 días | en dos días | el viernes a las 10 | en un par de días",
  ],
  // Días de la semana
  [
    "2026-03-20 17:45",
    "el viernes a las 6 menos cuarto de la tarde | viernes 17:45 | el viernes a las seis menos cuarto de la tarde",
  ],
  ["2026-03-20 18:15", "el viernes a las 6 y cuarto de la tarde | viernes a las 18:15"],
  ["2026-03-21 01:00", "viernes a la 1 de la noche | sábado a la una de la madrugada | el sábado a la 1"],
  ["2026-03-21 18:00", "sábado | sabado | el sábado | este sábado | sábado 21 | 21 de marzo | antes del domingo"],
  ["2026-03-21 10:00", "dentro de 3 días | en tres días | el sábado a las 10 | sábado 10:00"],
  [
    "2026-03-22 18:00",
    "domingo | el domingo | este domingo | fin de esta semana | final de la semana | a finales de semana | a final de semana | domingo a las 18",
  ],
  [
    "2026-03-23 18:00",
    "lunes | el lunes | este lunes | el próximo lunes | el lunes que viene | lunes de la semana que viene | el lunes de la próxima semana | antes del martes | el lunes próximo | lunes 23 | 23/3 | lun",
  ],
  ["2026-03-23 09:00", "el lunes por la mañana | lunes a las 9 | el lunes a las nueve de la mañana"],
  [
    "2026-03-25 18:00",
    "miércoles que viene | el próximo miércoles | el miércoles de la semana que viene | el 25 | 25 de marzo | el miércoles 25",
  ],
  ["2026-03-25 10:00", "dentro de una semana | en una semana | dentro de 7 días | dentro de 1 semana"],
  [
    "2026-03-27 18:00",
    "el viernes de la semana que viene | el viernes de la próxima semana | viernes de la semana próxima | viernes en ocho | el viernes en ocho días | 27 de marzo | el 27 de marzo | 27 marzo | el 27 | el día 27 | día 27 | viernes 27 | el viernes 27 | el viernes 27 de marzo | viernes, 27 de marzo | 27 de marzo de 2026 | el 27 de marzo del 2026 | 27/3 | 27/03 | 27/3/2026 | 27/03/26 | 27.3.2026 | 27-3-2026 | 2026-03-27 | 27 de marzo a las 18 | el 27 de marzo a las 6 de la tarde | el viernes 27 a las 18 | para el 27 de marzo | hasta el 27 de marzo | antes del 28 de marzo | 27 de mar | viernes 27/3 | el viernes 27 de marzo a las 18 h | 27 de marzo de 2026 a las 18:00 | el último viernes del mes | último viernes de marzo | el último viernes de este mes",
  ],
  ["2026-03-28 18:00", "el sábado de la semana que viene"],
  [
    "2026-03-29 18:00",
    "fin de la semana que viene | a finales de la semana que viene | final de la próxima semana | el domingo de la semana que viene",
  ],
  // Meses
  [
    "2026-03-31 18:00",
    "fin de mes | a fin de mes | final de mes | finales de mes | a finales de mes | fin de este mes | el último día del mes | último día de marzo | a finales de marzo | fin de marzo | el 31 | 31 de marzo | antes de fin de mes | el último día laborable del mes | para fin de mes | hasta fin de mes | martes 31 de marzo",
  ],
  [
    "2026-04-06 18:00",
    "el primer lunes | primer lunes | el primer lunes de abril | el primer lunes del mes que viene | el primer lunes del próximo mes | lunes 6 de abril | 6 de abril",
  ],
  [
    "2026-04-01 18:00",
    "1 de abril | el 1 de abril | el uno de abril | primero de abril | el primero de abril | el 1 | el día 1 | 1/4 | el primer día de abril | el primer día del mes que viene | 1º de abril",
  ],
  [
    "2026-04-01 10:00",
    "dentro de quince días | en quince días | dentro de 15 días | en 15 días | dentro de dos semanas | en 2 semanas | dentro de 14 días | en una quincena",
  ],
  [
    "2026-04-30 18:00",
    "fin del mes que viene | a finales del mes que viene | a finales de abril | el último día de abril | 30 de abril | fin del próximo mes | el último día del mes que viene",
  ],
  ["2026-04-18 10:00", "dentro de un mes | en un mes | dentro de 1 mes"],
  [
    "2026-05-01 18:00",
    "1 de mayo | el 1 de mayo | primero de mayo | el uno de mayo | viernes 1 de mayo | el primero de mayo",
  ],
  [
    "2026-12-07 18:00",
    "el primer lunes de diciembre | primer lunes de diciembre | lunes 7 de diciembre | 7 de diciembre | 7/12 | 7 dic | el 7 de diciembre de 2026",
  ],
  [
    "2026-12-31 18:00",
    "fin de año | a fin de año | a finales de año | final del año | 31 de diciembre | el 31 de diciembre | 31/12",
  ],
  ["2027-01-01 18:00", "1 de enero | el uno de enero | primero de enero | 1/1 | 1 de enero de 2027"],
  ["2027-03-17 18:00", "17 de marzo | el 17 de marzo | 17/3"],
  // Clocks: what does not exist moves forward, and an hour that comes twice is the first.
  ["2026-03-29 03:30", "el 29 de marzo a las 2:30 | domingo 29 de marzo a las dos y media de la madrugada | 29/3 2:30"],
  ["2026-10-25 02:30", "el 25 de octubre a las 2:30 | 25/10 a las 2:30 de la madrugada"],
  ["2026-05-18 18:00", "el dieciocho de mayo | lunes 18 de mayo | 18/5 a las 18"],
  ["2026-10-27 18:00", "el veintisiete de octubre | 27 de octubre a las seis de la tarde"],
  ["2026-03-20 21:00", "la noche del viernes | el viernes por la noche | viernes a las nueve de la noche"],
  ["2026-03-20 05:00", "el viernes de madrugada | el viernes a las 5 de la madrugada"],
  ["2026-04-01 10:00", "de aquí a dos semanas | dentro de quince días | en una quincena"],
  ["2026-04-05 18:00", "el 5 del mes que viene | el día 5 del mes que viene | 5 de abril"],
  [
    "2026-03-18 19:00; 2026-03-19 19:00; 2026-03-20 19:00; 2026-03-23 19:00; 2026-03-24 19:00",
    "todos los días laborables a las 19 | entre semana a las 19:00 | cada día hábil a las 7 de la tarde",
  ],
  [
    "2026-03-23 20:00; 2026-03-24 20:00; 2026-03-25 20:00; 2026-03-26 20:00; 2026-03-27 20:00; 2026-03-28 20:00; 2026-03-29 20:00",
    "cualquier día de la semana que viene a las 20 | todos los días de la próxima semana a las 20:00",
  ],
  ["2026-03-21 11:00; 2026-03-22 11:00", "sábado/domingo 11:00 | sábado + domingo a las 11"],
  // Encuestas de fechas
  [
    "2026-10-29 18:00; 2026-10-30 18:00",
    "29 de octubre a las 18:00, 30 de octubre a las 18:00 | 29 de octubre a las 18:00 o 30 de octubre a las 18:00 | 29 y 30 de octubre a las 18 | el 29 o el 30 de octubre a las 18:00 | el 29 y 30 de octubre a las 6 de la tarde | 29 de octubre, 30 de octubre a las 18 | 29/10 18:00, 30/10 18:00 | 29/10 y 30/10 a las 18 | del 29 al 30 de octubre a las 18 | jueves 29 de octubre o viernes 30 de octubre a las 18:00",
  ],
  [
    "2026-03-20 20:00; 2026-03-21 20:00",
    "viernes o sábado a las 20 | viernes o sábado a las 20:00 | viernes 20:00, sábado 20:00 | el viernes o el sábado a las 8 de la tarde | viernes y sábado a las 20 | el viernes a las 20 o el sábado | viernes, sábado 20:00 | vie o sab 20h",
  ],
  [
    "2026-03-20 18:00; 2026-03-20 19:00",
    "el viernes a las 6 o a las 7 de la tarde | el viernes a las 6 o 7 de la tarde | a las 6 o 7 de la tarde del viernes | viernes 18:00 o 19:00 | el viernes a las 18 o a las 19",
  ],
  [
    "2026-03-20 18:00; 2026-03-21 11:00",
    "viernes 18:00, sábado 11:00 | viernes 18:00 sábado 11:00 | el viernes a las 18 el sábado a las 11 | el viernes a las 18 o el sábado a las 11 | viernes a las 6 de la tarde o sábado a las 11 de la mañana",
  ],
  [
    "2026-03-21 11:00; 2026-03-22 11:00",
    "sábado o domingo a las 11 | sábado y domingo a las 11 | el sábado o el domingo a las once | este fin de semana a las 11 | sábado, domingo 11:00",
  ],
  [
    "2026-03-23 19:00; 2026-03-24 19:00; 2026-03-25 19:00",
    "de lunes a miércoles a las 19 | lunes, martes o miércoles de la semana que viene a las 19 | del lunes al miércoles a las 19:00 | lunes 19:00, martes 19:00, 25 de marzo 19:00",
  ],
  [
    "2026-03-19 18:00; 2026-03-20 18:00",
    "mañana o pasado mañana | mañana o el viernes | jueves o viernes | mañana y pasado mañana a las 18",
  ],
];

/** What names days without a time: as one moment, and as a poll of dates. */
export const vague: readonly (readonly [meant: string, poll: string, phrases: string])[] = [
  [
    "2026-03-21 18:00",
    "2026-03-21 18:30; 2026-03-22 18:30",
    "este fin de semana | el fin de semana | este finde | el finde | fin de semana",
  ],
  [
    "2026-03-28 18:00",
    "2026-03-28 18:30; 2026-03-29 18:30",
    "el próximo fin de semana | el fin de semana que viene | el finde que viene",
  ],
  [
    "2026-03-25 18:00",
    "2026-03-23 18:30; 2026-03-24 18:30; 2026-03-25 18:30; 2026-03-26 18:30; 2026-03-27 18:30; 2026-03-28 18:30; 2026-03-29 18:30",
    "la semana que viene | la próxima semana",
  ],
];

/** What is not guessed: more than one thing could be meant, or nothing. */
export const refused =
  "viernes 18 | 18 | 2h | mayo | 2026 | plátano | viernes 18:00 en el bar | jueves 27 de marzo | 30 de febrero | viernes 25:00 | pronto | algún día | cuando sea | viernes, 14 de noviembre 18:00 | viernes 18:00, sábado, domingo 11:00 | 27 o 28 | viernes o así | el segundo viernes | de 9 a 10 | el 31 de abril | lunes 24 | el tercer viernes | 32 de marzo | viernes entre las 18 y las 20 | a principios de mayo | a mediados de abril | dentro de un rato | el viernes o el plátano";
