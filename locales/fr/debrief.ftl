# Ce qui a été gagné et appris : /debrief (commands/debrief).

debrief-about = Ce qu'on a gagné et appris : répondre sans que cela se voie, l'écrire, le retrouver
debrief-answer-about = Répondre à ce qui a été gagné, appris, et à la suite, sans que cela se voie
debrief-show-about = Ce qu'on a appris jusqu'ici
debrief-write-about = Écrire ce qui ressort d'un bilan, en deux ou trois phrases
debrief-option-text = Ce qu'on a appris, en deux ou trois phrases
debrief-ask-text = Qu'avez-vous appris ? Deux ou trois phrases, sans noms. La cellule peut objecter pendant deux jours.

debrief-card = Qu'avons-nous appris ? { $what }
debrief-of-burst = Le temps fort du { $from } au { $to }
debrief-how = Ce qui a été gagné, ce qui a été appris, la suite : réponds avec tes mots, personne ne voit que c'était toi. Plus tard, le groupe voit ensemble toutes les réponses à une question, sans noms, si au moins { $least } personnes y ont répondu.
debrief-until = Ouvert jusqu'au { $until }.
debrief-button = Répondre
debrief-direct = Ou écris-moi en privé : /debrief
debrief-closed = On ne peut plus répondre.
debrief-aloud = Quand vous vous retrouvez, dites-vous ce qui a été gagné, ce qui a été appris et la suite. Qui coordonne en écrit deux ou trois phrases, sans noms.
debrief-button-write = L'écrire
debrief-button-write-of = Écrire : { $what }

debrief-which = Lequel ?
debrief-ask-won = Qu'avons-nous gagné ?
debrief-ask-learnt = Qu'avons-nous appris ?
debrief-ask-next = Quelle est la suite ?
debrief-ask-words = Dis-le en quelques mots.
debrief-words-how = Personne n'apprend que c'était toi. N'écris pas de noms, ni rien qui te trahisse.
debrief-button-words = Écrire
debrief-button-skip = Passer
debrief-noted = C'est noté.
debrief-done = C'est tout. Merci.
debrief-done-change = Tu peux changer tes réponses jusqu'au { $until }. Ensuite le groupe voit les réponses aux questions qui en ont au moins { $least }, et qui a dit quoi est effacé.
debrief-none = Rien n'est demandé à personne ici en ce moment. Ce qu'on a appris : /debrief show
debrief-none-to-write = Rien n'est demandé à personne en ce moment. Il reste à écrire :
debrief-elsewhere = C'est celui d'une autre cellule.
debrief-too-late = On ne peut plus y répondre.

debrief-answer = « { $words } »
debrief-result-none = Moins de { $least } personnes ont répondu à la même question, donc rien n'est montré. Parlez-en quand vous vous retrouvez. Qui coordonne en écrit deux ou trois phrases, sans noms.
debrief-result-end = On voit les réponses aux questions qui en ont au moins { $least }, par ordre alphabétique. Qui a dit quoi est effacé.
debrief-written-so = C'est déjà écrit, mot pour mot : décision { $number }. Les deux jours de la cellule continuent comme avant.
debrief-then = Qui coordonne en fait deux ou trois phrases, sans noms. On peut y objecter pendant deux jours.
debrief-nothing-to-write = Il n'y a rien à écrire : la question vient après une action ou un temps fort.
debrief-written = C'est déjà écrit (décision { $number }). Pour le changer : /decide supersede { $number }
debrief-write-later = On peut répondre jusqu'au { $until }. Écris-le ensuite.
debrief-voting = Vous votez sur ce qui en ressort. Cela pourra être réécrit quand le vote sera clos.

debrief-learnt = Ce que nous avons appris
debrief-line = { $what }, { $at } : { $text }
debrief-nothing-learnt = Rien n'est encore écrit. La question vient après une action ou un temps fort.
debrief-at-burst = Un temps fort commence. Ce que nous avons appris depuis le dernier
debrief-open-point = Ce que nous avons appris reste à écrire : { $what }
