# /council, et ce qui se dit dans les groupes d'un conseil

core-of-council = Ce groupe est celui du conseil { $council }. Fais cela dans le groupe de ta cellule.
core-only-in-council = Cela marche dans le groupe d'un conseil.
core-only-in-council-of = Cela marche dans le groupe d'un conseil : { $councils }.
core-only-in-council-lead = C'est à la coordination d'un conseil de le faire, dans son groupe : { $councils }.
core-council-stranger = Ce groupe est celui du conseil { $council }, et je ne te connais pas encore. Écris d'abord dans le groupe de ta cellule : /help. Si je te connais sur une autre plateforme, écris-moi là-bas /me link.
core-council-guest = C'est pour les cellules du conseil { $council }. Aucune des tiennes n'en est.
core-needs-delegate = C'est pour les délégué·es de ce conseil.
core-needs-council-coordinator = C'est pour qui coordonne ce conseil : { $people }.
core-council-uncoordinated = C'est pour qui coordonne le conseil { $council }, et personne ne le coordonne en ce moment. Qui administre la fédération nomme quelqu'un : /council settings coordinator
help-for-delegates = { " " }· délégué·es

council-about = Conseils : plusieurs cellules ensemble
council-new-about = Crée un conseil de plusieurs cellules, et un code pour son premier groupe
council-code-about = Crée un code pour qu'un autre groupe rejoigne le conseil
council-join-about = Relie ce groupe à un conseil par un code (administration du groupe)
council-show-about = Montre le conseil et ses cellules
council-settings-about = Change un réglage du conseil ; avec les droits voulus, aussi ses cellules
council-leave-about = Sort ce groupe de son conseil
council-option-name = Nom du nouveau conseil
council-ask-name = Comment s'appelle le nouveau conseil ?
council-option-cells = Les cellules qui envoient des délégué·es, séparées par des virgules
council-ask-cells = Quelles cellules y envoient des délégué·es ? Par exemple : Dépôt 5, Dépôt 6
council-option-council = Le conseil, s'il y en a plusieurs
council-ask-council = Quel conseil ?
council-ask-code = Quel est le code ? Qui administre la fédération ou coordonne le conseil l'a par /council code.
council-none = Il n'y a pas encore de conseil ici. Qui administre la fédération en crée un avec /council new.
council-name-taken = Il y a déjà un conseil nommé { $name }. Choisis un autre nom.
council-seats-later = { $seats } Une assemblée est en cours : ses sièges restent tels quels jusqu'à sa clôture.
council-remove-meets = Une assemblée est en cours. { $cell } pourra sortir quand elle sera close.
council-few-cells = Un conseil a au moins deux cellules.
council-not-yours = Seul qui administre la fédération ou coordonne { $council } peut le faire.
council-code = Conseil { $council } : le code est { $code }
council-code-how = Qui administre le groupe du conseil y écrit : /council join { $code }. Il marche une fois, pendant { $lasts }.
council-joined = Ce groupe est maintenant celui du conseil { $council }, dans { $federation }. Les membres de ses cellules peuvent m'utiliser ici.
council-show = Conseil { $council }, dans { $federation }
council-show-cells = { $count ->
    [one] { $count } cellule : { $cells }
   *[other] { $count } cellules : { $cells }
}
council-show-sectors = { $count ->
    [one] Secteur : { $sectors }
   *[other] Secteurs : { $sectors }
}
council-show-chats = { $count ->
    [0] Pas encore de groupe
    [one] { $count } groupe
   *[other] { $count } groupes
}
council-set-name = Le conseil s'appelle maintenant { $name }.
council-set-zone = L'heure du conseil est maintenant celle de { $zone }.
council-set-language = Je parle désormais en { $language } dans les groupes du conseil.
council-coordinator-sure = { $person } coordonne le conseil { $of } ? C'est { $accounts }, { $cell }.
council-uncoordinated = Personne ne coordonne plus le conseil { $council }. Qui administre la fédération nomme quelqu'un : /council settings coordinator
council-set-coordinator = { $person } coordonne maintenant le conseil.
council-set-treasurer = Qui a le rôle { $role } tient maintenant la trésorerie du conseil, et peut valider là où une cellule a trop peu de gens pour le faire.
council-set-add = { $cell } envoie maintenant des délégué·es à { $council }.
council-set-remove = { $cell } n'envoie plus de délégué·es à { $council }.
council-cell-there = { $cell } est déjà dans ce conseil.
council-cell-not-there = { $cell } n'est pas dans ce conseil.
council-coordinator-not-member = Pour coordonner le conseil, il faut administrer la fédération ou être membre d'une de ses cellules.
council-leave-sure = { $count ->
    [0] C'est le seul groupe du conseil { $council }. Le faire sortir ?
    [one] Il reste { $count } autre groupe au conseil { $council }. Faire sortir celui-ci ?
   *[other] Il reste { $count } autres groupes au conseil { $council }. Faire sortir celui-ci ?
}
council-left = Ce groupe n'est plus celui du conseil { $council }.
