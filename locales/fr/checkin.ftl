# Le point anonyme : /care checkin (commands/checkin.ts).

checkin-about = Répondre à trois questions sur comment on va, sans que cela se voie
checkin-ask-me = Comment je vais ?
checkin-ask-need = De quoi ai-je besoin ?
checkin-ask-us = Comment allons-nous ?
checkin-ask-words = Dis-le en quelques mots.
checkin-words-how = Personne n'apprend que c'était toi. N'écris rien qui te trahisse.
checkin-tap-good = Bien
checkin-tap-so-so = Moyen
checkin-tap-tired = De la fatigue
checkin-tap-low = Pas bien
checkin-tap-rest = Repos
checkin-tap-company = Compagnie
checkin-tap-help = Un coup de main
checkin-tap-nothing = Rien pour le moment
checkin-tap-close = Proches
checkin-tap-fine = Ça va
checkin-tap-strained = Tendus
checkin-tap-apart = On s'éloigne
checkin-button = Faire le point
checkin-button-words = Avec mes mots
checkin-card = Comment allez-vous ?
checkin-card-after = Comment allez-vous après cela ? { $gathering }
checkin-how = Trois questions, un geste chacune. Personne ne voit ta réponse. Plus tard, le groupe voit seulement ce qu'au moins { $least } personnes ont dit pareil.
checkin-until = Ouvert jusqu'au { $until }.
checkin-direct = Ou écris-moi en privé : /care checkin
checkin-closed = Ce point est clos.
checkin-noted = C'est noté.
checkin-done = C'est noté. Merci, et prends soin de toi.
checkin-done-change = Tu peux changer ta réponse jusqu'au { $until }. Ensuite le groupe voit ce qu'au moins { $least } personnes ont dit pareil, et qui a dit quoi est effacé.
checkin-too-few =
    { $members ->
        [one] Je connais { $members } membre de cette cellule. Un point ne montre que ce que { $least } personnes disent pareil : tant qu'il n'y en a pas plus, rien ne peut se voir. Parlez-vous quand vous vous retrouvez.
       *[other] Je connais { $members } membres de cette cellule. Un point ne montre que ce que { $least } personnes disent pareil : tant qu'il n'y en a pas plus, rien ne peut se voir. Parlez-vous quand vous vous retrouvez.
    }
checkin-button-begin = Commencer quand même
checkin-none = Aucun point n'est ouvert ici.
checkin-elsewhere = Ce point est celui d'une autre cellule.
checkin-too-late = Ce point est clos.
checkin-result = Comment nous allons
checkin-result-line =
    { $people ->
        [one] { $answer } : { $people } personne
       *[other] { $answer } : { $people } personnes
    }
checkin-result-words = « { $words } »
checkin-result-none = Moins de { $least } personnes ont dit la même chose, donc rien n'est montré. Parlez-en quand vous vous retrouvez.
checkin-result-end = On voit ce qu'au moins { $least } personnes ont dit pareil. Qui a dit quoi est effacé.
