# /setup, /cell, /sector, /me, /steward, /vouch, /help

people-somebody = quelqu'un
people-somebody-first = Quelqu'un

# /setup

setup-about = Configure ce groupe : fédération, premier secteur, première cellule (administration du groupe)
setup-federation = Nom de tout le réseau
setup-ask-federation = Comment s'appelle tout votre réseau ? Par exemple : Assemblée des travailleuses
setup-sector = Branche de travail de la première cellule
setup-ask-sector = Dans quelle branche travaillez-vous ? Par exemple : transport
setup-cell = Nom de la cellule de ce groupe
setup-ask-cell = Comment s'appelle votre cellule ? Par exemple : Dépôt 5
setup-place = Ville ou quartier
setup-ask-place = Où est la cellule ? Une ville ou un quartier. Tu peux laisser vide.
setup-zone = Fuseau horaire : la grande ville la plus proche
setup-ask-zone = Quelle grande ville a votre heure ? Par exemple : Paris. Tu peux laisser vide.
setup-language = Langue du groupe
setup-ask-language = Quelle langue dois-je parler ici ? Tu peux laisser vide.
setup-done = { $federation } est prête. Ce groupe est { $cell }, dans le secteur { $sector }, et tu administres la fédération.
setup-next-drive = Lance une campagne d'engagements : /drive new
setup-next-cells = Ajoute d'autres cellules : /cell new, et dans leur groupe /cell join avec le code
setup-next-members = Tout le monde ici devient membre à sa première commande, par exemple /help
setup-defaults = Heure : { $zone }. Langue : { $language }. Change-les avec /cell settings.

# /cell

cell-about = Les cellules, leurs groupes et leurs réglages
cell-none = Tu n'es dans aucune cellule. Écris d'abord une commande dans un groupe de ta cellule.
cell-new-about = Crée une cellule, et un code pour son premier groupe
cell-code-about = Crée un code pour qu'un autre groupe rejoigne cette cellule
cell-join-about = Relie ce groupe à une cellule par un code (administration du groupe)
cell-show-about = Montre la cellule de ce groupe
cell-settings-about = Change un réglage de la cellule ; avec les droits voulus, aussi de la fédération
cell-leave-about = Sort ce groupe de sa cellule
cell-option-name = Nom de la nouvelle cellule
cell-ask-name = Comment s'appelle la nouvelle cellule ?
cell-option-sector = Secteur de la cellule
cell-ask-sector = De quel secteur est-elle ?
cell-option-cell = La cellule, si ce n'est pas celle de ce groupe
cell-ask-cell = Quelle cellule ?
cell-option-code = Le code d'un groupe de la cellule
cell-ask-code = Quel est le code ? Quelqu'un de la cellule l'obtient avec /cell code.
cell-option-key = Quoi changer
cell-ask-key = Que veux-tu changer ?
cell-option-value = La nouvelle valeur
cell-ask-value = Quelle est la nouvelle valeur ?
cell-name-taken = Il y a déjà une cellule nommée { $name }. Choisis un autre nom.
cell-code = { $cell } : le code est { $code }
cell-code-how = Qui administre l'autre groupe y écrit : /cell join { $code }. Il marche une fois, pendant { $lasts }.
cell-code-not-yours = Seul qui administre la fédération ou coordonne { $cell } peut créer un code pour elle.
cell-joined = Ce groupe est maintenant celui de { $cell }, dans { $federation }. Tout le monde ici devient membre à sa première commande, par exemple /help.
cell-show = { $cell }, dans { $federation }
cell-show-sector = Secteur : { $sector }
cell-show-place = Lieu : { $place }
cell-show-zone = Heure : { $zone }. Langue : { $language }
cell-show-members = { $count ->
    [0] Pas encore de membres
    [one] { $count } membre
   *[other] { $count } membres
}
cell-show-chats = { $count ->
    [one] { $count } groupe
   *[other] { $count } groupes
}
cell-show-coordinator = Coordination : { $person }
cell-show-treasurer = Trésorerie : { $person }
cell-set-name = La cellule s'appelle maintenant { $name }.
cell-set-place = Le lieu de la cellule est maintenant { $place }.
cell-set-zone = L'heure de la cellule est maintenant celle de { $zone }.
cell-set-language = Je parle désormais en { $language } dans les groupes de la cellule.
cell-set-sector = La cellule est maintenant dans le secteur { $sector }.
cell-uncoordinated = Personne ne coordonne plus { $cell }. Qui administre la fédération nomme quelqu'un : /cell settings coordinator
cell-set-coordinator = { $person } coordonne maintenant la cellule.
cell-set-treasurer = Qui a le rôle { $role } tient maintenant la trésorerie de la cellule, et qui suivra aussi.
cell-coordinator-sure = { $person } coordonne la cellule { $of } ? C'est { $accounts }, { $cell }.
cell-coordinator-not-member = Seul un membre de la cellule peut la coordonner.
cell-leave-sure = { $count ->
    [0] C'est le seul groupe de { $cell }. S'il sort, seul qui administre la fédération peut ramener un groupe. Le faire sortir ?
    [one] Il reste { $count } autre groupe à { $cell }. Faire sortir celui-ci ?
   *[other] Il reste { $count } autres groupes à { $cell }. Faire sortir celui-ci ?
}
cell-leave-yes = Oui, sortir
cell-left = Ce groupe n'est plus celui de { $cell }. Ses membres restent membres jusqu'à leur départ.
federation-needs-steward = C'est un réglage de toute la fédération. Seul qui l'administre peut le changer.
federation-set-name = La fédération s'appelle maintenant { $name }.
federation-set-vouches = { $count ->
    [0] Plus personne n'a besoin de garants.
    [one] Un engagement compte maintenant quand { $count } membre se porte garant de la personne.
   *[other] Un engagement compte maintenant quand { $count } membres se portent garants de la personne.
}
federation-set-smallest-group = { $count ->
    [one] Les chiffres se publient maintenant pour des groupes d'au moins { $count } personne. Cela vaut pour les nouvelles campagnes.
   *[other] Les chiffres se publient maintenant pour des groupes d'au moins { $count } personnes. Cela vaut pour les nouvelles campagnes.
}
federation-set-interval = { $count ->
    [one] Les chiffres se publient maintenant chaque minute. Cela vaut pour les nouvelles campagnes.
   *[other] Les chiffres se publient maintenant toutes les { $count } minutes. Cela vaut pour les nouvelles campagnes.
}
federation-set-retention = { $count ->
    [one] Les données personnelles s'effacent maintenant { $count } jour après la clôture de leur campagne.
   *[other] Les données personnelles s'effacent maintenant { $count } jours après la clôture de leur campagne.
}

code-link = Ajoute-moi à l'autre groupe
code-file = ajoute-moi.png
code-alt = Code QR du lien : scanne-le pour m'ajouter à l'autre groupe
code-unknown = Je ne connais pas ce code. Vérifie-le, ou demandes-en un autre avec /cell code.
code-used = Ce code a déjà servi. Demandes-en un autre avec /cell code.
code-expired = Ce code a expiré. Demandes-en un autre avec /cell code.
code-too-many = Cela fait trop de codes faux. Tu peux réessayer { $until }.

# /sector

sector-about = Les secteurs de la fédération
sector-new-about = Crée un secteur
sector-list-about = Montre les secteurs
sector-option-name = Nom du nouveau secteur
sector-ask-name = Comment s'appelle le nouveau secteur ?
sector-name-taken = Il y a déjà un secteur nommé { $name }.
sector-made = Le secteur { $name } existe. Ajoute-lui une cellule avec /cell new.
sector-list = Secteurs de { $federation }
sector-line = { $count ->
    [0] { $name } : pas encore de cellule
    [one] { $name } : { $count } cellule
   *[other] { $name } : { $count } cellules
}

# /me

me-about = Tes réglages et tes données
me-show-about = Montre ce que je sais de toi
me-cell-about = Montre ou change la cellule où tu comptes
me-leave-about = Te fait quitter cette cellule
me-language-about = Choisit la langue dans laquelle je t'écris
me-zone-about = Choisit ton fuseau horaire
me-quiet-about = Choisit les heures où je ne t'écris pas en privé
me-export-about = Te donne tout ce que je garde sur toi, en fichier
me-forget-about = T'efface, avec tout ce qui est à toi
me-option-cell = Une de tes cellules
me-ask-cell = Laquelle de tes cellules ?
me-option-language = Langue, par exemple français
me-ask-language = Quelle langue dois-je parler avec toi ?
me-option-zone = La grande ville la plus proche
me-ask-zone = Quelle grande ville a ton heure ? Par exemple : Paris
me-option-from = Quand elles commencent, ou « off »
me-ask-quiet-from = Quand commencent tes heures calmes ? Par exemple : 22:00. Ou « off » pour ne pas en avoir.
me-option-to = Quand elles finissent
me-ask-quiet-to = Quand finissent tes heures calmes ? Par exemple : 08:00
me-show = Toi dans { $federation }
me-show-no-cell = Tu n'es dans aucune cellule en ce moment.
me-show-cells = Membre de { $cells }
me-show-counts-in = Tu comptes dans { $cell }
me-show-steward = Tu administres la fédération
me-show-language = Langue : { $language }
me-show-zone = Heure : { $zone }
me-show-quiet = Heures calmes : { $from } à { $to }
me-show-no-quiet = Pas d'heures calmes à toi : de { $from } à { $to }, je ne te demande rien qui puisse attendre
me-show-accounts = Comptes : { $accounts }
me-account = { $name } ({ $platform })
me-show-vouches = { $count ->
    [one] { $count } membre se porte garant de toi, il en faut { $needed }
   *[other] { $count } membres se portent garants de toi, il en faut { $needed }
}
me-cell-not-member = Tu n'es pas membre de { $cell }. Écris d'abord une commande dans son groupe.
me-cell-set = Tu comptes maintenant dans { $cell }.
me-answers-moved = Ces réponses de toi comptent dans { $cell } : { $drives }
me-answers-withdrawn = Tes réponses dans ces campagnes sont retirées : { $drives }
me-answers-would-move = Ces réponses de toi compteront dans { $cell } : { $drives }
me-answers-would-stay-behind = { $cell } n'a pas part à ces campagnes, tes réponses y seront donc retirées : { $drives }
me-answers-would-go = Tes réponses dans ces campagnes seront retirées : { $drives }
me-cell-sure = Veux-tu compter dans { $cell } ?
me-cell-yes = Oui, y compter
me-cell-only = Tu es membre de { $cell }, et tu y comptes.
me-cell-which = Tu comptes dans { $cell }. Dans quelle cellule veux-tu compter ?
me-leave-which = Quelle cellule veux-tu quitter ?
me-leave-sure = Veux-tu quitter { $cell } ?
me-leave-sure-last = Veux-tu quitter { $cell } ? C'est ta seule cellule : tes réponses dans les campagnes ouvertes sont retirées.
me-leave-sure-only = Veux-tu quitter { $cell } ? C'est ta seule cellule.
me-leave-yes = Oui, quitter
me-left = Tu as quitté { $cell }. Si tu écris une commande dans son groupe, tu redeviens membre.
me-not-in-cell = Tu n'es pas membre de cette cellule.
me-last-steward = Personne d'autre n'administre la fédération. Nomme d'abord quelqu'un, avec /steward add.
me-language-set = Je te parle désormais en { $language }.
me-zone-set = Ton heure est maintenant celle de { $zone }.
me-quiet-set = De { $from } à { $to }, je ne t'écris en privé que ce qui ne peut pas attendre.
me-quiet-off = Tu n'as plus d'heures calmes à toi. De { $from } à { $to }, je ne te demande toujours rien qui puisse attendre.
me-quiet-none = Pas d'heures calmes
me-export = Voici tout ce que je garde sur toi.
me-forget-sure = Dois-je t'effacer de { $federation }, avec tes comptes, réglages et réponses dans les campagnes ouvertes ? C'est sans retour. Les décomptes des campagnes closes restent.
me-forget-yes = Oui, oublie-moi
me-forgotten = Je ne te connais plus. Au revoir, et prends soin de toi.

# /steward

steward-about = Qui administre veille sur toute la fédération
steward-add-about = Confie la fédération à quelqu'un
steward-remove-about = Ne la confie plus à quelqu'un
steward-ask-person = Qui ? Mentionne avec @.
steward-add-sure = Confier l'administration à { $person } ? C'est { $accounts }, { $cell }. Qui administre veille sur toute la fédération.
making-cell = de la cellule { $cell }
making-no-cell = d'aucune cellule
steward-is-one = { $person } administre déjà la fédération.
steward-is-none = { $person } n'administre pas la fédération.
steward-added = { $person } administre maintenant la fédération.
steward-removed = { $person } n'administre plus la fédération.
steward-last = Il faut que quelqu'un administre la fédération. Ajoute d'abord une autre personne, avec /steward add.

# /vouch

vouch-about = Dit que tu connais quelqu'un, pour que ses engagements comptent
vouch-ask-person = De qui te portes-tu garant ? Mentionne avec @.
vouch-off = Personne n'a besoin de garants dans cette fédération.
vouch-yourself = Tu ne peux pas être ton propre garant. Demande à quelqu'un qui te connaît.
vouch-left = { $person } n'est pas membre en ce moment. Porte-toi garant quand ce sera le cas.
vouch-already = Tu te portes déjà garant de { $person }.
vouch-done = Merci : tu te portes garant de { $person }. { $count ->
    [one] Il y a { $count } garant, il en faut { $needed }.
   *[other] Il y a { $count } garants, il en faut { $needed }.
}
vouch-reached = Tu as maintenant assez de garants : tes engagements comptent.
vouch-lost = Un de tes garants est parti : { $count ->
    [0] tu n'en as plus, il en faut { $needed }.
    [one] il t'en reste { $count }, il en faut { $needed }.
   *[other] il t'en reste { $count }, il en faut { $needed }.
} Ce qui compte déjà continue de compter ; pour de nouvelles réponses, demande /vouch à quelqu'un qui te connaît.

# /help

help-about = Montre ce que tu peux faire ici
help-option-command = Une commande, par exemple drive
help-ask-command = De l'aide sur quelle commande ?
help-meanwhile = Je ne peux rien consulter en ce moment. Ceci marchera de nouveau dès que possible :
help-first-unbound = Commence par /setup. Ou rejoins une cellule qui existe : /cell join et son code.
help-first-council = Commence par /assembly next : quand vous réunissez-vous ?
help-first-coordinator = Commence par /drive new : demande quelque chose aux gens. Ou prévois quelque chose : /action plan.
help-first-stranger = Commence dans ton groupe : écris-y /help, et je te connais. Si je suis nouveau là-bas, qui l'administre écrit : /setup
help-first-member = Commence par /pledge : que te demande-t-on, et qu'as-tu répondu ?
help-group-emergency = En urgence
help-group-together = Répondre et décider
help-group-tasks = Faire ensemble
help-group-care = Prendre soin les uns des autres
help-group-councils = Plusieurs cellules ensemble
help-group-own = Toi
help-group-setting-up = Réglages
help-line = /{ $command } : { $about }{ $level }
help-for-everybody = { "" }
help-for-coordinators = { " " }· coordination
help-for-stewards = { " " }· administration
help-option = { $name } : { $about }
help-option-optional = { $name } : { $about } (facultatif)
help-more = Plus sur l'une d'elles : /help { $command }
help-not-yours = /{ $command } n'est pas pour toi en ce moment. Demande à qui coordonne ou administre.
help-unknown = Cette commande n'existe pas. /help les montre toutes.
help-wrong-about = Signale une de mes phrases, fausse ou difficile à comprendre
help-wrong-option-text = Quelques mots de la phrase telle qu'elle est, et ce qui ne va pas
help-wrong-ask-text = Quelle phrase ne va pas ? Écris-en quelques mots tels quels, et ce qu'il faudrait dire.
help-wrong-which = De laquelle parles-tu ?
help-wrong-none = Aucune de celles-ci
help-wrong-told = Merci. Qui administre la fédération le lit, sans ton nom.
help-wrong-told-of = Merci. Qui administre la fédération le lit, sans ton nom. La phrase : { $ids } ({ $language })
help-wrong-many = J'ai déjà signalé assez de phrases pour l'instant. Signale celle-ci dans quelques heures.
help-wrong-nobody = Personne que je puisse prévenir ne s'occupe de moi ici. Dis-le à qui fait tourner ce bot.
help-wrong-stranger = Je ne sais pas qui prévenir : je ne t'ai encore vu·e dans aucun groupe. Écris-le là-bas, ou dis-le à qui fait tourner ce bot.
help-wrong-heard = Quelqu'un dit qu'une de mes phrases ne va pas :
help-wrong-where = La phrase : { $ids }, dans { $folder }
help-wrong-unknown = Quelle phrase, je ne sais pas : elle n'a pas été citée.
help-wrong-how = Comment la corriger : docs/translating.md
