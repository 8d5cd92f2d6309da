/** A member who speaks French: what they type, without accents too, and what they are told. */
import { conversation } from "../kit/conversation.ts";

conversation("in French, from the first word to the last", async ({ cell }) => {
  const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await zoe.says('/drive new "Shall Depot 5 stop?" goal:3 deadline:"vendredi en huit à 18h" scope:cellule');
  await ana.says("/help");
  await ana.writes("/me language français").isTold(/Je te parle désormais en Français \(ébauche\)/);
  await ana.writes("/pledge si 2").isTold(/tu en es si 2 autres en sont/);
  await ana.writes("/pledge retirer").isTold(/ta réponse est retirée/);
  await ana.writes("/me quiet 22h 8h").isTold(/De 22:00 à 08:00/);
  await ana.writes("/me quiet jamais").isTold(/Tu n'as plus d'heures calmes/);
  // '14h' is an hour of the clock: the action does not last until the night.
  await zoe.says('/action plan Tracts from:"samedi 10h" to:14h care:repas rest:"dimanche à 18h"');
  await zoe.says("/action show").chatIsTold(/10:00 to 14:00/);
  // What is not understood is asked, and a question ends with the word of the language.
  await ana.writes("/me language").isTold(/Quelle langue/);
  await ana.writes("annuler").isTold(/je n'attends plus de réponse/);
});
