/**
 * What people write in Portuguese, and when that is: said on Wednesday 18 March 2026 at 10:00 in Paris, where 18:00 is filled in
 * for a day without a time. By the moment that is meant; phrases are apart by ` | `. Several moments: a poll of dates.
 */
export const phrases: readonly (readonly [meant: string, phrases: string])[] = [
  // Hoje
  [
    "2026-03-18 11:00",
    "hoje às 11h | hoje as 11h | hoje 11h | às 11h | as 11 h | 11:00 | às onze | às onze horas | hoje às 11 da manhã | daqui a uma hora | daqui a 1 hora | daqui a 1h | em uma hora | daqui uma hora | dentro de uma hora | 11h em ponto | às 11 em ponto",
  ],
  [
    "2026-03-18 12:00",
    "meio-dia | meio dia | ao meio-dia | ao meio dia | hoje ao meio-dia | hoje meio dia | daqui a 2 horas | daqui a duas horas | em 2h | às 12h | às doze horas | 12:00",
  ],
  [
    "2026-03-18 12:30",
    "meio-dia e meia | ao meio-dia e meia | meio dia e meia | 12h30 | às 12h30 | às 12 e meia | daqui a 2h30",
  ],
  [
    "2026-03-18 18:00",
    "hoje | Hoje | 18h | 18:00 | às 18h | as 18h | às 18 h | às 18:00 | 18 horas | às 18 horas | 18hs | 18 hrs | às dezoito horas | hoje à tarde às 6 | 6 da tarde | às 6 da tarde | às seis da tarde | as seis da tarde | lá pelas 18h | por volta das 18h | hoje às 18h | hoje, 18h | hoje lá pelas 18h | até as 18h | até às 18h | hoje até as 18h | pelas 18h | antes das 18h",
  ],
  [
    "2026-03-18 18:30",
    "18h30 | 18 h 30 | 18:30 | 18:30h | às 18h30 | as 18h30 | às 18:30 | hoje às 18.30 | 18 horas e 30 | 18 horas e 30 minutos | às dezoito e trinta | às seis e meia da tarde | 6 e meia da tarde | 18h e meia | hoje às 18h30",
  ],
  [
    "2026-03-18 15:00",
    "hoje à tarde | hoje a tarde | hoje de tarde | hoje tarde | às 3 da tarde | 15h | às quinze horas",
  ],
  ["2026-03-18 16:00", "hoje à tarde às 4 | às quatro da tarde | 16h | hoje 4 da tarde"],
  ["2026-03-18 19:00", "hoje às 19h | às 7 da noite | 7 da noite | sete da noite | hoje à noite às 7 | às 19"],
  [
    "2026-03-18 20:00",
    "hoje à noite | hoje a noite | hoje de noite | esta noite | nesta noite | essa noite | hoje à noite 20h | hoje à noite, às 8 | 20h | às vinte horas | às oito da noite | 8 da noite",
  ],
  ["2026-03-18 21:00", "às 9 da noite | às 21h | às vinte e uma horas | hoje às vinte e uma"],
  ["2026-03-18 22:00", "às 22h | às vinte e duas horas | às dez da noite | hoje 10 da noite"],
  ["2026-03-18 22:30", "22h30 | às dez e meia da noite | às vinte e duas e trinta"],
  ["2026-03-19 00:00", "meia-noite | à meia-noite | meia noite | hoje à meia-noite | hoje às 24h | às 12 da noite"],
  [
    "2026-03-18 10:30",
    "daqui a meia hora | em meia hora | daqui a 30 minutos | daqui 30 min | em trinta minutos | 10h30 | às dez e meia | às 10h30 | às 10 e meia",
  ],
  ["2026-03-18 10:15", "daqui a quinze minutos | em 15 min | 10h15 | às dez e quinze | daqui a um quarto de hora"],
  ["2026-03-18 11:30", "daqui a uma hora e meia | daqui a 1h30 | daqui a 90 minutos | às onze e meia | 11h30"],
  ["2026-03-18 11:45", "às quinze para as doze | 11h45 | às 15 pras 12"],
  // Amanhã e depois
  [
    "2026-03-19 18:00",
    "amanhã | amanha | Amanhã | amanhã 18h | amanha 18h | amanhã às 18h | amanha as 18h | amanhã, 18h | amanhã 18:00 | amanhã às 18 horas | amanhã às 6 da tarde | amanhã à tarde às 6 | para amanhã | pra amanhã | até amanhã | quinta | quinta-feira | quinta feira | 5ª feira | 5a feira | 5ª-feira | qui | na quinta | nesta quinta | quinta 19 | quinta 18h | quinta às 18h | quinta as 18h | antes de sexta | antes da sexta | dia 19 | 19 de março | dia 19 de março | até quinta",
  ],
  [
    "2026-03-19 18:30",
    "amanhã 18h30 | amanha 18h30 | amanhã às 18h30 | amanhã às 18:30 | amanhã às seis e meia da tarde | quinta 18h30 | quinta-feira 18h30",
  ],
  [
    "2026-03-19 08:00",
    "amanhã 8h | amanhã às 8h | amanha as 8 | amanhã de manhã às 8 | amanhã às 8 da manhã | amanhã cedo às 8 | amanhã às oito | amanhã às oito da manhã | 8:00 | às 8h",
  ],
  ["2026-03-19 08:30", "8h30 | amanhã às 8h30 | amanhã às oito e meia | amanhã 8 h 30"],
  [
    "2026-03-19 08:45",
    "amanhã às 15 para as 9 | amanhã às quinze para as nove | amanhã quinze para as nove | amanhã 8h45",
  ],
  [
    "2026-03-19 09:00",
    "amanhã de manhã | amanha de manha | amanhã cedo | amanhã pela manhã | quinta de manhã | quinta às 9h | amanhã 9h",
  ],
  ["2026-03-19 12:00", "amanhã ao meio-dia | amanhã meio-dia | amanha meio dia | amanhã às 12h | quinta ao meio-dia"],
  [
    "2026-03-19 15:00",
    "amanhã à tarde | amanha a tarde | amanhã de tarde | quinta à tarde | amanhã às 15h | amanhã às três da tarde",
  ],
  [
    "2026-03-19 20:00",
    "amanhã à noite | amanha a noite | amanhã de noite | quinta à noite | amanhã às 20h | amanhã à noite às 8 | amanhã noite",
  ],
  ["2026-03-20 00:00", "amanhã à meia-noite | amanhã meia-noite"],
  [
    "2026-03-20 18:00",
    "depois de amanhã | depois de amanha | depois de amanhã 18h | depois de amanhã às 18h | sexta | Sexta | sexta-feira | sexta feira | 6ª feira | 6a feira | sex | sex. | nesta sexta | esta sexta | essa sexta | nessa sexta | na sexta | sexta agora | sexta que vem | próxima sexta | proxima sexta | na próxima sexta | na próxima sexta-feira | sexta 18h | sexta as 18h | sexta às 18h | sexta às 18 | sexta 18:00 | sexta às 18:00 | sexta-feira às 18h | sexta às 18 horas | sexta às seis da tarde | sexta às 6 da tarde | sexta, 18h | sexta, às 18h | para sexta | até sexta | até sexta-feira | até a sexta | antes de sábado | antes do fim de semana | “sexta 18h” | sexta 20 | sexta, 20 de março | sexta-feira, 20 de março | na sexta-feira 20 de março | 20 de março | dia 20 | a partir de sexta | às 18h de sexta | às 18h na sexta",
  ],
  [
    "2026-03-20 10:00",
    "daqui a 2 dias | daqui a dois dias | em 2 dias | em dois dias | dentro de dois dias | daqui dois dias | sexta às 10h",
  ],
  // Dias da semana
  [
    "2026-03-20 17:45",
    "sexta às 17h45 | sexta 17:45 | sexta às cinco e quarenta e cinco da tarde | sexta às quinze para as seis da tarde",
  ],
  ["2026-03-20 18:15", "sexta às seis e quinze da tarde | sexta às 18h15 | sexta 18h e 15"],
  ["2026-03-20 20:00", "sexta à noite | sexta a noite | sexta de noite | sexta 20h | dia 20 à noite | sexta noite"],
  ["2026-03-20 18:20", "sexta 18h20 | sexta às 18 horas e 20 minutos"],
  [
    "2026-03-21 01:00",
    "sábado à 1h | sabado a 1h | sábado à 1 da manhã | sábado à uma da madrugada | sábado à uma da manhã",
  ],
  [
    "2026-03-21 18:00",
    "sábado | sabado | sáb | sab | no sábado | neste sábado | sábado 21 | 21 de março | antes de domingo | sábado que vem | próximo sábado",
  ],
  [
    "2026-03-21 10:00",
    "daqui a 3 dias | em três dias | em 3 dias | sábado às 10h | sábado 10:00 | sábado às dez da manhã",
  ],
  [
    "2026-03-22 18:00",
    "domingo | dom | no domingo | neste domingo | fim da semana | no fim da semana | até o fim da semana | domingo às 18h",
  ],
  [
    "2026-03-23 18:00",
    "segunda | segunda-feira | segunda feira | 2ª feira | 2a feira | seg | na segunda | segunda que vem | próxima segunda | na próxima segunda-feira | segunda da semana que vem | segunda da próxima semana | antes de terça | segunda 23 | 23/3 | segunda, 23 de março | dia 23",
  ],
  [
    "2026-03-23 09:00",
    "segunda de manhã | segunda às 9h | segunda às nove da manhã | segunda 9h | segunda-feira de manhã",
  ],
  [
    "2026-03-24 18:00",
    "terça | terca | terça-feira | 3ª feira | ter | terça que vem | próxima terça | terça 24 | 24 de março | terça 24/3",
  ],
  [
    "2026-03-24 14:30",
    "terça às 14h30 | terça 14h30 | próxima terça às 14h30 | terça às duas e meia da tarde | terça-feira às 14:30",
  ],
  [
    "2026-03-25 18:00",
    "quarta que vem | próxima quarta | quarta-feira da semana que vem | quarta da semana que vem | dia 25 | 25 de março | quarta 25 | quarta, dia 25",
  ],
  ["2026-03-25 19:00", "quarta que vem 19:00 | quarta da semana que vem às 19h | quarta que vem às sete da noite"],
  [
    "2026-03-25 10:00",
    "daqui a uma semana | em uma semana | daqui a 7 dias | daqui uma semana | dentro de 1 semana | de hoje a oito",
  ],
  [
    "2026-03-27 18:00",
    "sexta da semana que vem | na sexta da semana que vem | sexta-feira da próxima semana | sexta da outra semana | 27 de março | dia 27 de março | 27 março | dia 27 | no dia 27 | sexta 27 | sexta, 27 de março | sexta-feira, 27 de março | 27 de março de 2026 | 27/3 | 27/03 | 27/3/2026 | 27/03/26 | 27.3.2026 | 27-3-2026 | 2026-03-27 | 27 de março às 18h | 27 de março as 18h | dia 27 de março às 6 da tarde | sexta 27 às 18h | para 27 de março | até 27 de março | até dia 27 | até o dia 27 | antes de 28 de março | 27 de mar | sexta 27/3 | última sexta do mês | a última sexta do mês | ultima sexta do mes | última sexta-feira de março | sexta daqui a uma semana",
  ],
  ["2026-03-28 18:00", "sábado da semana que vem | dia 28"],
  ["2026-03-29 18:00", "fim da semana que vem | no fim da próxima semana | domingo da semana que vem"],
  // Meses
  [
    "2026-03-31 18:00",
    "fim do mês | fim de mês | no fim do mês | final do mês | no final do mês | até o fim do mês | fim de março | final de março | fim deste mês | último dia do mês | o último dia do mês | último dia de março | dia 31 | 31 de março | antes do fim do mês | último dia útil do mês | terça, 31 de março",
  ],
  ["2026-04-03 18:00", "3 de abril | 3 de abril 18:00 | 3/4 | sexta, 3 de abril | dia 3 de abril"],
  ["2026-04-09 22:00", "9 de abril 22:00 | 9 de abril às 22h | 9 de abril às dez da noite"],
  ["2027-03-05 18:30", "5 de março às 18h30 | dia 5 de março 18h30 | 5 de março, 18h30"],
  [
    "2026-04-05 18:00",
    "dia 5 | no dia 5 | dia 5 de abril | dia 5 às 18h | dia 5 do mês que vem | 5 do mês que vem | 5 de abril | dia cinco de abril",
  ],
  [
    "2026-04-06 18:00",
    "primeira segunda | a primeira segunda | primeira segunda de abril | primeira segunda-feira de abril | a primeira segunda do mês que vem | 1ª segunda de abril | segunda, 6 de abril | 6 de abril",
  ],
  [
    "2026-04-10 18:00",
    "segunda sexta de abril | a segunda sexta de abril | 2ª sexta de abril | segunda sexta-feira de abril | 10 de abril",
  ],
  [
    "2026-04-01 18:00",
    "1º de abril | 1o de abril | 1 de abril | primeiro de abril | dia 1º | dia 1 | dia primeiro de abril | dia 1º de abril | 1/4 | primeiro dia de abril | o primeiro dia do mês que vem | quarta, 1º de abril | dia 1º do mês que vem",
  ],
  [
    "2026-04-01 10:00",
    "daqui a quinze dias | daqui a 15 dias | em 15 dias | em quinze dias | daqui a duas semanas | em 2 semanas | daqui a 14 dias | daqui duas semanas | dentro de duas semanas | de hoje a quinze | daqui a uma quinzena",
  ],
  [
    "2026-04-30 18:00",
    "fim do mês que vem | no fim do mês que vem | fim de abril | final de abril | último dia de abril | 30 de abril | o último dia do próximo mês",
  ],
  ["2026-04-18 10:00", "daqui a um mês | em um mês | em 1 mês | daqui a 1 mês"],
  ["2026-06-18 10:00", "daqui a 3 meses | em três meses"],
  [
    "2026-05-01 18:00",
    "1º de maio | 1o de maio | 1 de maio | primeiro de maio | sexta, 1º de maio | 1/5 | dia 1º de maio | sexta-feira 1º de maio",
  ],
  ["2026-05-18 18:00", "dezoito de maio | dia dezoito de maio | segunda, 18 de maio | 18/5 às 18h"],
  ["2026-08-15 18:00", "15 de agosto | sábado, 15 de agosto | quinze de agosto"],
  ["2026-09-07 18:00", "sete de setembro | 7 de setembro | 7 set | 7/9"],
  ["2026-10-27 18:00", "vinte e sete de outubro | 27 de outubro às seis da tarde | 27 out 18h"],
  [
    "2026-12-07 18:00",
    "primeira segunda de dezembro | primeira segunda-feira de dezembro | segunda, 7 de dezembro | 7 de dezembro | 7/12 | 7 dez | 7 de dez. | 7 de dezembro de 2026",
  ],
  [
    "2026-12-31 18:00",
    "fim do ano | fim de ano | no fim do ano | final do ano | 31 de dezembro | dia trinta e um de dezembro | 31/12",
  ],
  ["2027-01-01 18:00", "1º de janeiro | primeiro de janeiro | 1/1 | 1 de janeiro de 2027"],
  ["2027-02-14 18:00", "14 de fevereiro | 14 fev"],
  ["2027-03-17 18:00", "17 de março | dia 17 de março | 17/3"],
  // Uma hora que não existe avança, uma hora que vem duas vezes é a primeira.
  ["2026-03-29 03:30", "29 de março às 2h30 | domingo, 29 de março às duas e meia da manhã | 29/3 2h30"],
  ["2026-10-25 02:30", "25 de outubro às 2h30 | 25/10 às 2h30 da manhã"],
  ["2026-03-20 05:00", "sexta de madrugada | sexta às 5 da manhã | sexta às cinco da madrugada"],
  // Enquetes de datas
  [
    "2026-03-18 19:00; 2026-03-19 19:00; 2026-03-20 19:00; 2026-03-23 19:00; 2026-03-24 19:00",
    "todos os dias úteis às 19h | cada dia útil às 19h | todo dia útil às 19h",
  ],
  [
    "2026-03-23 20:00; 2026-03-24 20:00; 2026-03-25 20:00; 2026-03-26 20:00; 2026-03-27 20:00; 2026-03-28 20:00; 2026-03-29 20:00",
    "qualquer dia da semana que vem às 20h | todos os dias da semana que vem às 20h | todo dia da próxima semana às 20h | uma noite da semana que vem | alguma noite da semana que vem | uma noite da semana que vem às 20h",
  ],
  [
    "2026-03-23 16:00; 2026-03-24 16:00; 2026-03-25 16:00; 2026-03-26 16:00; 2026-03-27 16:00; 2026-03-28 16:00; 2026-03-29 16:00",
    "uma tarde da semana que vem | alguma tarde da próxima semana | semana que vem à tarde",
  ],
  [
    "2026-10-29 18:00; 2026-10-30 18:00",
    "29 de outubro às 18h, 30 de outubro às 18h | 29 de outubro 18h ou 30 de outubro 18h | 29 e 30 de outubro às 18h | dia 29 ou 30 de outubro às 18h | 29 de outubro, 30 de outubro às 18h | 29/10 18h, 30/10 18h | 29/10 e 30/10 às 18h | de 29 a 30 de outubro às 18h | quinta, 29 de outubro ou sexta, 30 de outubro às 18h",
  ],
  [
    "2026-03-20 20:00; 2026-03-21 20:00",
    "sexta ou sábado às 20h | sexta ou sabado as 20h | sexta 20h, sábado 20h | sexta e sábado às 20h | sexta às 20h ou sábado | sexta, sábado 20h | sex ou sab 20h | sexta ou sábado às 8 da noite | sexta-feira ou sábado às 20h",
  ],
  [
    "2026-03-20 18:00; 2026-03-20 19:00",
    "sexta 18h ou 19h | sexta às 18h ou às 19h | sexta às 18h, 19h | sexta às 18 ou às 19",
  ],
  [
    "2026-03-20 18:00; 2026-03-21 11:00",
    "sexta 18h, sábado 11h | sexta 18:00, sábado 11:00 | sexta 18h sábado 11h | sexta às 18h ou sábado às 11h | sexta às 6 da tarde ou sábado às 11 da manhã",
  ],
  [
    "2026-03-21 11:00; 2026-03-22 11:00",
    "sábado ou domingo às 11h | sábado e domingo às 11h | fim de semana às 11h | neste fim de semana às 11h | sábado, domingo 11h | sábado/domingo 11h | fds 11h",
  ],
  [
    "2026-03-23 19:00; 2026-03-24 19:00; 2026-03-25 19:00",
    "de segunda a quarta às 19h | segunda a quarta 19h | segunda, terça ou quarta da semana que vem às 19h | segunda 19h, terça 19h, 25 de março 19h | de segunda-feira a quarta-feira às 19h",
  ],
  [
    "2026-03-19 18:00; 2026-03-20 18:00",
    "amanhã ou depois de amanhã | amanhã ou sexta | quinta ou sexta | amanhã e depois de amanhã às 18h",
  ],
];

/** What names days without a time: as one moment, and as a poll of dates. */
export const vague: readonly (readonly [meant: string, poll: string, phrases: string])[] = [
  [
    "2026-03-21 18:00",
    "2026-03-21 18:30; 2026-03-22 18:30",
    "fim de semana | no fim de semana | final de semana | neste fim de semana | este final de semana | fds",
  ],
  [
    "2026-03-28 18:00",
    "2026-03-28 18:30; 2026-03-29 18:30",
    "fim de semana que vem | no próximo fim de semana | próximo final de semana",
  ],
  [
    "2026-03-25 18:00",
    "2026-03-23 18:30; 2026-03-24 18:30; 2026-03-25 18:30; 2026-03-26 18:30; 2026-03-27 18:30; 2026-03-28 18:30; 2026-03-29 18:30",
    "semana que vem | na semana que vem | próxima semana | na próxima semana",
  ],
];

/** What is not guessed: more than one thing could be meant, or nothing. */
export const refused =
  "sexta 18 | 18 | 2h | 2 horas | duas horas | uma hora | uma hora e meia | maio | 2026 | banana | sexta 18h no bar | quinta 27 de março | 30 de fevereiro | sexta 25h | logo | qualquer hora | algum dia | quando der | sexta, 14 de novembro 18h | sexta 18h, sábado, domingo 11h | 27 ou 28 | sexta ou por aí | segunda sexta | de 9 a 10 | de 8 às 10 | sexta de 8 às 10 | das 18h às 20h | sexta das 18h às 20h | 31 de abril | segunda 24 | terceira sexta | 32 de março | sexta entre 18h e 20h | início de maio | meados de abril | daqui a pouco | sexta ou a banana | amanhã 7 ou 8 | ano que vem | sexta 18h-20h | mais tarde | dez para as seis | amanhã às dez para as seis | segunda do mês que vem | daqui a uns dias | boa noite";
