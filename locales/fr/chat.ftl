# Ce que le bot dit des commandes, des boutons et des questions.

core-welcome = Bonjour, je suis Steward. Je compte les engagements par secteur, et ne montre jamais un nom. Qui administre le groupe écrit : /setup
# Ce que Telegram montre avant que quelqu'un écrive : dans la conversation vide (512 caractères au plus), sur le profil (120 au plus).
core-telegram-description = Je tiens les comptes d'un comité de base : engagements qui s'additionnent, rôles qui tournent, repos après les actions, votes et assemblées. Ajoute-moi à ton groupe : qui l'administre y écrit /setup. Ici, en privé avec moi, tu réponds ce que personne d'autre n'a à voir. Dans un groupe, je ne prends que les commandes et les réponses à mes messages, rien d'autre.
core-telegram-short-description = Je tiens les comptes d'un comité : engagements, rôles, repos, votes et assemblées.
# Sur Discord, là où personne n'a ajouté le bot.
core-not-added = Je ne travaille que sur les serveurs où l'on m'a ajouté. Demande à qui gère ce serveur de m'ajouter, ou écris-moi en privé.
core-hello = Bonjour. Écris /help pour voir ce que tu peux faire, ou /me pour voir ce que je sais de toi.
core-not-known = Je ne te connais pas encore. Écris d'abord dans ton groupe : /help
core-in-no-group = Je ne te vois dans le groupe d'aucune cellule. Écris-moi avec le compte qui est dans le groupe de ta cellule, ou écris d'abord dans le groupe : /help
core-which-cell = Dans laquelle de ces cellules comptes-tu ? Ensuite je fais ce que tu as demandé.
core-not-set-up = Ce groupe n'est pas encore configuré. Qui l'administre écrit : /setup
core-unsuited = Je ne fais rien dans les messages privés d'un canal : qui le tient les lit. Écris-moi en privé, ou dans ton groupe.
core-set-up-already = Ce groupe est déjà configuré.
core-only-in-group = Cela marche dans ton groupe, pas ici.
core-only-direct = Cela ne marche que si tu m'écris en privé.

core-anonymous = Ici tu écris au nom d'un groupe, je ne peux donc pas savoir qui tu es. Désactive « Rester anonyme » dans tes droits d'administration, ou écris-moi en privé.
core-needs-member = C'est pour les membres de cette cellule.
core-needs-administrator = Seul qui administre ce groupe peut le faire. Demande-lui.
core-needs-coordinator = C'est pour qui coordonne cette cellule : { $people }.
core-uncoordinated = C'est pour qui coordonne cette cellule, et personne ne la coordonne en ce moment. Qui administre la fédération nomme quelqu'un : /cell settings coordinator
core-needs-steward = C'est pour qui administre cette fédération.

core-unknown-command = Je ne connais pas cela. Écris /help pour voir ce que tu peux faire.
core-did-you-mean = Voulais-tu dire { $command } ?
core-which = /{ $command } – que veux-tu faire ?
core-unknown-word = /{ $command } ne connaît pas cela, mais ceci :
core-left-over = Je ne comprends pas « { $text } ». Écris /help pour voir ce que tu peux écrire.
core-no-colon = Veux-tu dire « { $key }: … » ? Mets deux-points derrière. Pour commencer par ce mot, mets le tout entre guillemets.
core-flag-or-text = « { $word } » peut aussi être un mot de ton texte.
core-part-of-text = Non, c'est un mot de mon texte
core-outdated-command = Cette commande a changé. Réessaie dans une minute.
core-failed = Quelque chose n'a pas marché, et rien n'a changé. Réessaie. Si cela continue, donne ce numéro à qui administre la fédération : { $id }

core-button-gone = Ce bouton est trop ancien. Écris de nouveau la commande.
core-button-of-another = Ce bouton est à quelqu'un d'autre.
core-no-such-choice = Il n'y a pas de choix avec ce numéro ici.
core-which-button = Plusieurs messages ici ont un bouton qui dit cela. Appuie sur celui que tu veux.
core-question-gone = Cette question n'attend plus ta réponse. Écris de nouveau la commande.
core-edited = J'ai traité ce que tu avais écrit avant de le changer. Écris-le dans un nouveau message.
core-edited-late = Ce message est trop ancien pour être corrigé. Écris-le dans un nouveau message.
core-question-answered = Cette question a déjà sa réponse. Pour recommencer, écris de nouveau la commande.

core-answer-directly = Répondre sans que cela se voie : écris-moi en privé
core-answer-waits = J'ai une réponse qu'une seule personne doit voir.
core-answers-wait = J'ai ici des réponses pour plusieurs personnes ; chacune ne doit voir que la sienne.
core-answers-read = Plus aucune réponse n'attend ici d'être lue.
core-too-many = C'est beaucoup d'un coup. Je laisse de côté ce que tu demandes maintenant ; attends une minute, puis refais le dernier.
core-nothing-waits = Rien n'attend pour toi. Désormais je peux te répondre ici.
core-open-direct = Lire
core-open-direct-first = Touche « Lire » dans le groupe pour voir ma réponse.
core-press-again = J'étais absent jusqu'à { $until } et j'ai pu manquer un appui. Avez-vous appuyé juste avant ? Recommencez, s'il vous plaît.
core-see-direct = Je t'ai écrit en privé.
core-asked-later = Ce n'est pas l'heure de déranger : la question arrivera dans quelques heures.
core-cancelled = D'accord, je n'attends plus de réponse.
core-nothing-to-cancel = Je n'attends aucune réponse de toi.
core-how-to-answer = Réponds à ce message, ou écris « ! » devant.
core-something-else = Autre chose
core-or-reply = Ou réponds à ce message avec autre chose.
core-asked = { $person } : { $question }
core-asked-below = { $person }, c'est pour toi :
core-sure = { $about }. C'est sûr ?
core-sure-yes = Oui
core-skip = Laisser vide
core-dash = Avec « - » tu le laisses vide.
core-typed-is-seen = J'ai lu. Mais ce que tu écris ici, tout le monde le voit. La prochaine fois, écris-le sans que cela se voie :
