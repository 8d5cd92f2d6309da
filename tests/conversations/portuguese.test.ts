/** A member who speaks Portuguese: what they type, without accents too, and what they are told. */
import { conversation } from "../kit/conversation.ts";

conversation("in Portuguese, from the first word to the last", async ({ cell }) => {
  const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await zoe.says('/drive new "Shall Depot 5 stop?" goal:3 deadline:"sexta que vem às 18h" scope:comitê');
  await ana.says("/help");
  await ana.writes("/me language pt-PT").isTold(/A partir de agora falo Português \(Brasil\) \(rascunho\) com você/);
  await ana.writes("/pledge se 2").isTold(/contamos com você se mais 2 pessoas participarem/);
  await ana.writes("/pledge retirar").isTold(/retirada/);
  await ana.writes("/me quiet 22h 8h").isTold(/22:00 .* 08:00/);
  await ana.writes("/me quiet nunca").isTold(/silêncio/);
  // '14h' is an hour of the clock: the action does not last until the night.
  await zoe.says('/action plan Panfletos from:"sabado 10h" to:14h care:comida rest:"domingo as 18h"');
  await zoe.says("/action show").chatIsTold(/10:00 to 14:00/);
  // What is not understood is asked, and a question ends with the word of the language.
  await ana.writes("/me language").isTold(/idioma/);
  await ana.writes("cancelar").isTold(/não espero/);
});
