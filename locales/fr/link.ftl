# /me link et /me unlink

link-about = Relie un autre compte à toi, pour que tu comptes une fois
link-unlink-about = Refait de ce compte une personne à part
link-option-code = Le code que ton autre compte a reçu de /me link
link-ask-code = Quel est le code ? Ton autre compte l'obtient avec /me link.
link-only-direct = Toi seul dois le voir. Écris-moi /me link en privé.
link-open-direct = M'écrire en privé

link-code = Ton code est { $code }
link-code-how = Avec ton autre compte, écris-moi en privé : /me link { $code }. Il marche une fois, pendant { $lasts }. Ensuite je te demande ici si ce compte est à toi.
link-code-keep = Ne le donne à personne, et n'entre aucun code que quelqu'un d'autre t'a donné.
link-code-unknown = Je ne connais pas ce code. Vérifie-le, ou prends-en un autre avec /me link depuis ton autre compte.
link-code-used = Ce code a déjà servi. Prends-en un autre avec /me link depuis ton autre compte.
link-code-expired = Ce code a expiré. Prends-en un autre avec /me link depuis ton autre compte.
link-same-account = C'est le compte qui a créé le code. Entre-le avec ton autre compte.
link-already = Ce compte et { $account } sont déjà reliés.
link-other-federation = Ce code vient d'une autre fédération. Écris d'abord une commande avec ce compte dans un groupe de cette fédération, puis entre de nouveau le code ici.
link-rights = Ce code vient de { $account }. Si tu relies, tes droits d'administration ou de coordination sont aussi à ce compte. Est-il à toi ?
link-rights-yes = Oui, c'est mon compte
link-entered = J'ai demandé à { $account } si ce compte est bien à la même personne. Réponds là-bas, dans les { $lasts }.

link-is-it-yours = { $account } a entré ton code. Ce compte est-il aussi à toi ? Alors les deux comptent pour une personne.
link-yes = Oui, il est à moi
link-no = Non
link-counts-in = Tu comptes dans { $cell }, et nulle part ailleurs. /me cell le change.
link-withdrawn = { $cell } n'a pas part à ces campagnes, tes réponses y sont donc retirées : { $drives }
link-seat-lost = Le siège de { $cell } dans le conseil { $council } n'est plus à toi
link-stands-in-no-more = Tu n'es plus en suppléance pour { $cell } dans le conseil { $council }
link-closed-twice = { $count ->
    [one] { $count } campagne close a compté les deux comptes. Ses chiffres restent tels quels.
   *[other] { $count } campagnes closes ont compté les deux comptes. Leurs chiffres restent tels quels.
}
link-will-ask = Les deux comptes ont répondu ; je te demanderai quelle réponse vaut : { $drives }
link-which = « { $drive } » : tes deux comptes ont donné des réponses différentes. Laquelle vaut ?
link-answer-in = J'en suis
link-answer-if = { $others ->
    [one] Si { $others } autre en est
   *[other] Si { $others } autres en sont
}
link-answer-if-sector = { $others ->
    [one] Si { $others } autre de mon secteur en est
   *[other] Si { $others } autres de mon secteur en sont
}
link-answer-withdrawn = Retirée
link-declined = Rien n'a été relié. Si quelqu'un d'autre a entré ton code, il ne peut plus rien en faire.
link-too-late = C'est trop tard, ou c'est déjà fait. Recommence avec /me link.
link-done = { $accounts } sont reliés : tu comptes une fois.
link-done-there = Ce compte est maintenant relié à { $accounts } : tu comptes une fois. /me unlink le défait.
link-undo = Pour le défaire, écris /me unlink depuis le compte qui doit rester seul.

link-only-account = C'est ton seul compte, il n'y a donc rien à défaire. /me link en ajoute un autre.
link-unlink-sure = { $account } redevient une personne à part ? Tes réponses, garanties et droits restent à { $others }.
link-unlink-yes = Oui, délier
link-unlinked = { $account } est maintenant une personne à part, et n'a encore répondu à aucune campagne ouverte.
link-unlinked-there = { $account } n'est plus un de tes comptes. Tes réponses restent à toi.
