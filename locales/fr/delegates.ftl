# /delegate

delegate-about = Qui parle pour ta cellule dans un conseil
delegate-choose-about = Ouvre une élection de délégué·es dans la cellule
delegate-stand-about = Dit que tu te présentes
delegate-propose-about = Propose quelqu'un, qui reçoit la question
delegate-accept-about = Accepte d'être candidat·e, ou le mandat de ta cellule
delegate-decline-about = Dit que tu ne te présentes pas
delegate-vote-about = Ta réponse dans une élection ou une révocation ; personne ne la voit
delegate-mandate-about = Dit à quoi ta cellule tient ses délégué·es
delegate-recall-about = Demande à la cellule si elle révoque un·e délégué·e
delegate-step-down-about = Rend ton siège dans un conseil
delegate-show-about = Montre les sièges, et les choix en cours

delegate-option-seats = Combien de sièges ; tous ceux qui sont vides si tu ne dis rien
delegate-ask-seats = Combien de sièges ?
delegate-option-alternates = Combien de suppléances ; autant que de sièges si tu ne dis rien
delegate-ask-alternates = Combien de suppléances ?
delegate-option-until = Jusqu'à quand on siège ; sans fin si tu ne dis rien
delegate-ask-until = Jusqu'à quand ? Par exemple : 1er mars
delegate-option-lasts = Combien de temps on peut répondre ; 48 heures si tu ne dis rien
delegate-ask-lasts = Combien de temps peut-on répondre ? Par exemple : 48h
delegate-option-poll = L'élection
delegate-option-for = Noms ou numéros avec des virgules, « aucun », « oui », « non » ou « retirer »
delegate-ask-for = Qui accepterais-tu ?
delegate-option-mandate = À quoi vos délégué·es sont tenus, avec vos mots
delegate-ask-mandate = Que doivent défendre vos délégué·es ?
delegate-ask-propose = Qui proposes-tu ? Mentionne avec @.
delegate-ask-recall = Qui doit perdre son siège ? Mentionne avec @.

delegate-poll-gone = Cette élection est finie et effacée.
delegate-poll-closed = C'est clos. Les réponses n'y changent plus rien.
delegate-seats-unknown = Je ne comprends pas. Essaie « 2 », ou « 10 max 5 » pour un de plus tous les 10 membres, 5 au plus.
delegate-no-council = { $cell } ne siège encore dans aucun conseil. Qui administre la fédération l'y met avec /council settings add.
delegate-not-in-council = { $cell } ne siège pas dans le conseil { $council }.
delegate-no-poll = Aucun choix n'est en cours dans ta cellule.
delegate-which = Lequel ?
delegate-which-election = Conseil { $council }
delegate-which-recall = Révocation de { $person }
delegate-opened = C'est ouvert, dans les groupes de ta cellule.
delegate-lasts = Cela peut durer d'une heure à 14 jours.
delegate-choosing-already = Ta cellule est déjà en train de choisir. /delegate show le montre.
delegate-seats-are = { $empty ->
    [0] { $all ->
        [one] Le siège est pourvu. Pour le choisir à nouveau : seats:{ $all }
       *[other] Les { $all } sièges sont pourvus. Pour les choisir tous à nouveau : seats:{ $all }
    }
    [one] { $all ->
        [one] Il y a un siège, et il est vide. Pour le choisir : seats:{ $all }
       *[other] Il y a { $all } sièges, dont un vide. Choisissez celui-là, ou les { $all }.
    }
   *[other] Il y a { $all } sièges, dont { $empty } vides. Choisissez-en { $empty } au plus, ou les { $all }.
}

delegate-election = Qui parle pour { $cell } dans le conseil { $council } ?
delegate-places = { $seats ->
    [one] { $seats } siège
   *[other] { $seats } sièges
}, { $alternates ->
    [0] sans suppléance
    [one] { $alternates } suppléance
   *[other] { $alternates } suppléances
}
delegate-term-line = On siège jusqu'au { $until }.
delegate-nobody-yet = Personne ne se présente encore.
delegate-candidate-line = { $number }. { $name }
delegate-proposed-line = { $number }. { $name } (sur proposition, n'a pas encore dit oui)
delegate-how = Touche chaque nom que tu accepterais. Touche encore pour le retirer. Personne ne voit ta réponse.
delegate-second-round = Égalité : choisissez de nouveau, entre ces noms. Touche chaque nom que tu accepterais.
delegate-lot-if-tie = S'il y a encore égalité, le sort décide. Son sceau : { $seal }
delegate-stand-until = On peut se présenter jusqu'au { $until }.
delegate-stand-over = On ne peut plus se présenter.
delegate-turnout = Réponses : { $voted } sur { $members }, il en faut { $needed }. Jusqu'au { $until }.
delegate-turnout-again = Réponses : { $voted }. Jusqu'au { $until }.
delegate-name = { $name }
delegate-accepted-name = Oui : { $name }
delegate-button-none = Aucun nom
delegate-button-stand = Je veux bien
delegate-button-accept = J'accepte
delegate-button-decline = Non, merci
delegate-button-choose = Choisir
delegate-recall-question = Faut-il révoquer { $person } du siège de { $cell } dans le conseil { $council } ?
delegate-recall-yes = Oui, révoquer
delegate-recall-no = Non, garder

delegate-no-quorum = Trop peu de réponses : { $voted } sur { $members }, il en fallait { $needed }. Rien ne change.
delegate-void = Ce n'est plus nécessaire, et c'est clos.
delegate-nobody = Personne n'est choisi. Rien ne change.
delegate-recalled = { $person } perd le siège : { $yes } pour la révocation, sur { $voted } réponses, de { $members } membres.
delegate-kept = { $person } garde le siège : { $yes } pour la révocation, sur { $voted } réponses, de { $members } membres.
delegate-chosen = Choix : { $people }
delegate-chosen-alternates = Suppléance : { $people }
delegate-score = { $number }. { $name } : { $count }
delegate-voted = Réponses : { $voted } sur { $members }, il en fallait { $needed }.
delegate-lot = Égalité aux deux tours. Le sort a donné, dans cet ordre : { $people }
delegate-lot-how = Pour refaire le tirage : le plus petit SHA-256 de « { $seed }:numéro » vient en premier. Numéros tirés : { $numbers }. Le sceau était le SHA-256 de { $seed }.
delegate-council-told = { $cell } a choisi pour le conseil { $council } : { $people }

delegate-you-stand = { $person } se présente pour le siège de { $cell } dans le conseil { $council }.
delegate-proposed = On propose { $person } pour { $council }, et je lui pose la question. Sa réponse : /delegate accept.
delegate-stands-already = { $person } est déjà sur la liste.
delegate-too-late = Il est trop tard pour se présenter. Le choix est en cours.
delegate-full = La liste est pleine.
delegate-counts-elsewhere = Pour s'y présenter, il faut compter dans { $cell }.
delegate-holds-seat = { $person } y a déjà un siège.
delegate-you-are-proposed = On te propose de parler pour { $cell } dans le conseil { $council }. Veux-tu bien ? Tu as jusqu'au { $until }.
delegate-you-are-proposed-chat = { $person }, on te propose de parler pour { $cell } dans le conseil { $council }. Veux-tu bien ? Tu as jusqu'au { $until }.
delegate-asked-another = Cette question est pour quelqu'un d'autre.
delegate-accepted = Tu as accepté le siège de { $cell } dans le conseil { $council }, avec son mandat.
delegate-nothing-to-accept = Rien n'attend ton oui.
delegate-not-standing = Tu ne te présentes pas.
delegate-declined = Tu ne te présentes pas pour le siège de { $cell } dans le conseil { $council }.

delegate-accepts = C'est noté : tu accepterais ce nom. Touche encore pour le retirer. /delegate vote montre toute ta réponse.
delegate-taken-back = C'est noté : tu as retiré ce nom. /delegate vote montre toute ta réponse.
delegate-voted-noted = C'est noté. Tu peux changer jusqu'à la fin. /delegate vote montre ta réponse.
delegate-vote-withdrawn = Ta réponse est retirée.
delegate-vote-elsewhere = Pour y répondre, il faut compter dans { $cell }.
delegate-yes-or-no = Réponds « oui », « non » ou « retirer ».
delegate-no-candidate = Personne sur la liste ne s'appelle { $typed }. Prends les noms ou numéros de la liste.
delegate-stands-no-more = Cette personne ne se présente plus.
delegate-own-none = Tu n'as pas encore répondu.
delegate-own-nobody = Ta réponse : aucun nom.
delegate-own-people = Tu accepterais : { $people }
delegate-own-yes = Ta réponse : oui, révoquer.
delegate-own-no = Ta réponse : non, garder.

delegate-mandate-set = Les délégué·es de { $cell } au conseil { $council } ont pour mandat :
delegate-new-mandate = { $cell } te donne ce mandat dans le conseil { $council } :
delegate-mandate = Mandat : { $mandate }
delegate-your-mandate = Ton mandat : { $mandate }
delegate-you-are = Tu parles maintenant pour { $cell } dans le conseil { $council }.
delegate-asked-in-chat = { $person }, tu parles maintenant pour { $cell } dans le conseil { $council }. Acceptes-tu, avec le mandat ?
delegate-you-stand-in = Tu es en suppléance pour { $cell } dans le conseil { $council } : tu parles quand le ou la délégué·e n'est pas là.
delegate-your-seat-ended = Ton siège pour { $cell } dans le conseil { $council } est fini. Merci pour ce que tu as fait.
delegate-assembly-near = { $assembly } commence { $when }.
delegate-assembly-goes-on = { $assembly } est en cours jusqu'au { $when }.

delegate-is-none = { $person } n'a pas de siège de { $cell } dans le conseil { $council }.
delegate-recall-open = La question est déjà posée à la cellule, sur { $person }.
delegate-recall-again = La cellule vient de décider sur { $person }. La question peut revenir à partir du { $next }.
delegate-recall-opened = La question est posée à la cellule. Personne n'apprend qui la voulait.
delegate-you-hold-none = Tu n'as de siège dans aucun conseil.
delegate-step-down-sure = Veux-tu rendre ton siège dans le conseil { $council } ?
delegate-step-down-yes = Oui, le rendre
delegate-stepped-down = Tu as rendu ton siège dans le conseil { $council }. Merci pour ce que tu as fait.

delegate-end-recalled = { $cell } a révoqué { $person } du conseil { $council }.
delegate-end-stepped-down = { $person } a rendu le siège de { $cell } dans le conseil { $council }.
delegate-end-left = { $person } a quitté la cellule : le siège de { $cell } dans le conseil { $council } est libre.
delegate-end-elsewhere = { $person } compte maintenant dans une autre cellule : le siège de { $cell } dans le conseil { $council } est libre.
delegate-end-linked = { $person } avait deux sièges avec deux comptes : un de { $cell } dans le conseil { $council } est libre.
delegate-end-term = { $person } a fini de siéger pour { $cell } dans le conseil { $council }.
delegate-moves-up = { $person } prend le siège.
delegate-seat-empty = Le siège est maintenant vide.
delegate-empty = { $count ->
    [one] { $cell } a { $count } siège vide dans le conseil { $council }. Personne n'y parle pour vous.
   *[other] { $cell } a { $count } sièges vides dans le conseil { $council }.
}
delegate-term-ahead = { $person } siège pour { $cell } dans le conseil { $council } jusqu'au { $until }. Choisissez à temps.

delegate-show-council = Sièges du conseil { $council }
delegate-show-cell = { $cell } dans le conseil { $council }
delegate-cell-people = { $cell } : { $people }{ $empty ->
    [0] { "" }
    [one] , un siège vide
   *[other] , { $empty } sièges vides
}
delegate-cell-empty = { $count ->
    [one] { $cell } : vide
   *[other] { $cell } : { $count } sièges, tous vides
}
delegate-seat-line = Siège { $number } : { $person }{ $alternate }{ $accepted }{ $until }
delegate-seat-line-empty = Siège { $number } : vide
delegate-alternate = { ", " }suppléance { $person }
delegate-no-alternate = { "" }
delegate-has-accepted = { "" }
delegate-has-not-accepted = { ", " }n'a pas encore accepté le mandat
delegate-no-term = { "" }
delegate-until = { ", " }jusqu'au { $until }
delegate-sectors = Sièges de tous les secteurs
delegate-sector-line = { $sector } : { $filled } pourvus sur { $seats }

council-seats = { $count ->
    [one] Chaque cellule a { $count } siège dans le conseil.
   *[other] Chaque cellule a { $count } sièges dans le conseil.
}
council-seats-members = Chaque cellule a un siège dans le conseil, et un de plus par tranche entamée de { $per } membres, { $cap } au plus.
