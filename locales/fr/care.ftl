# Le carnet du soin : /care (commands/care/ledger.ts).

care-about = Soin : le noter, le lire à voix haute, voir le tien
care-give-about = Noter un soin que quelqu'un a donné
care-read-about = Le soin de cette cellule, à lire à voix haute en cinq minutes
care-mine-about = Ce que tu as donné, et ce qui attend ton oui
care-option-what = Ce qui a été donné, en quelques mots
care-ask-what = Qu'est-ce qui a été donné ? Quelques mots suffisent.
care-option-kind = Quel genre : temps, nourriture, savoir ou écoute
care-ask-kind = Quel genre de soin était-ce ?
care-option-to = Pour qui, si tu veux le dire
care-ask-to = Pour qui était-ce ?
care-option-by = Qui l'a donné, si ce n'est pas toi ; je lui demande d'abord
care-ask-by = Qui l'a donné ?
care-option-anonymous = Sans ton nom, et sans aucun lien vers toi
care-ask-anonymous = Sans ton nom ?

care-kind-time = temps
care-kind-food = nourriture
care-kind-knowledge = savoir
care-kind-listening = écoute
care-what-to = { $what } – pour { $to }
care-given = C'est noté : { $what }. Merci !
care-given-unnamed = C'est noté, sans ton nom. Rien ne mène de là à toi. Merci !
care-sort = C'était quoi ?
care-sorted = Noté comme { $kind } : { $what }.
care-waits = Je demande d'abord à { $person }. Ce sera noté après son oui.
care-no-cell = Tu n'es pas membre de cette cellule. Écris cela dans le groupe de la tienne.
care-not-member = Cette personne n'est pas membre de cette cellule.
care-to-themselves = Ici, personne n'a à se remercier soi-même. Laisse « to: » de côté.
care-anonymous-own = Sans nom, tu ne peux noter que ce que tu as donné toi-même.
care-anonymous-to = Sans ton nom, dis avec des mots pour qui c'était, et ne nomme personne.
care-one-at-a-time = Cela nommerait deux autres personnes. Nommes-en une, et dis l'autre avec des mots.

care-ask-giver = Tu as donné : { $what }. Cela peut-il figurer dans le carnet du soin de ta cellule ?
care-ask-recipient = Quelqu'un a noté ce qu'il t'a donné : { $what }. Ton nom peut-il y figurer ?
care-ask-why = Le carnet se lit quand nous nous réunissons. Sans points ni classement.
care-button-yes = Oui
care-button-unnamed = Sans mon nom
care-button-no = Non
care-answer-yes = C'est dans le carnet. Merci !
care-answer-unnamed = C'est dans le carnet, sans ton nom. Merci !
care-answer-no = C'est enlevé. Personne ne le saura.
care-gone = C'est déjà réglé, ou disparu.
care-mine-none = Rien n'attend ta réponse, et rien de toi n'est dans le carnet. Pour noter : /care give
care-mine =
    { $count ->
        [one] Tu as donné { $count } chose, notée dans le carnet :
       *[other] Tu as donné { $count } choses, notées dans le carnet :
    }
care-mine-line = { $kind } : { $what } ({ $day })
care-button-remove = Enlever : { $what }
care-removed = C'est enlevé.

care-read = Le soin qui nous a portés
care-read-none = Le carnet est encore vide. Pour noter : /care give
care-read-line = { $name } – { $gave }
care-read-part = { $kind } : { $things }
care-read-names = Merci à { $names }.
care-read-end = À lire à voix haute, lentement. L'ordre change à chaque fois.
