# Les cercles : /circle (commands/circle.ts).

circle-about = Un cercle par semaine : qui raconte un récit, qui partage un savoir-faire
circle-new-about = Lancer le cercle hebdomadaire, ou en changer le jour et l'heure
circle-show-about = Les prochaines fois du cercle, et qui fait quoi
circle-join-about = Entrer dans le roulement des récits et savoir-faire
circle-leave-about = Quitter le roulement du cercle
circle-swap-about = Échanger ton prochain tour avec quelqu'un
circle-end-about = Mettre fin au cercle
circle-option-day = Quel jour de la semaine
circle-ask-day = Quel jour de la semaine ?
circle-option-time = À quelle heure
circle-ask-time = À quelle heure ? Par exemple « 18:00 ».
circle-option-with = Avec qui
circle-ask-with = Avec qui veux-tu échanger ton tour ?

circle-name = Cercle des récits et savoir-faire
circle-part-story = un récit
circle-part-skill = un savoir-faire
circle-nobody = encore personne
circle-line = { $time } – { $part } : { $who }
circle-rota =
    { $people ->
        [0] Il n'y a encore personne dans le roulement. Entrez-y, et les tours se répartissent également.
        [one] { $people } personne est dans le roulement. Les tours se répartissent également.
       *[other] { $people } personnes sont dans le roulement. Les tours se répartissent également.
    }
circle-none = Cette cellule n'a pas encore de cercle. Qui coordonne le lance : /circle new
circle-no-cell = Tu n'es pas membre de cette cellule. Écris cela dans le groupe de la tienne.
circle-joined = Tu es dans le roulement. Je te rappelle ton tour deux jours avant.
circle-joined-already = Tu es déjà dans le roulement.
circle-left = Tu as quitté le roulement. Tes tours vont aux suivants.
circle-not-in = Tu n'es pas dans le roulement.
circle-ended = Le cercle est fini.
circle-ended-before = Le cercle est fini. Il n'a plus lieu le { $time }.
circle-no-turn = Aucun tour n'est prévu pour toi. Pour voir à qui c'est : /circle show
circle-they-no-turn = { $person } n'a pas de tour à échanger. Pour voir qui en a : /circle show
circle-swap-asked = La question part à { $person }.
circle-swap-question = { $person } voudrait échanger : tu prendrais { $part } le { $time }, et l'autre { $yours } le { $yourTime }. D'accord ?
circle-swap-question-chat = { $asked }, { $person } voudrait échanger : tu prendrais { $part } le { $time }, et l'autre { $yours } le { $yourTime }. D'accord ?
circle-swap-gone = C'est à quelqu'un d'autre, ou cela a changé entre-temps. Pour voir qui fait quoi : /circle show
circle-swap-declined = D'accord, rien ne change.
circle-swap-declined-there = { $person } ne peut pas échanger. Rien ne change.
circle-swap-declined-chat = { $asker }, { $person } ne peut pas échanger. Rien ne change.
circle-swapped = C'est échangé. Tu as { $part } le { $time }.
circle-exchanged = C'est échangé : { $turns }.
circle-has = { $person } a { $part } le { $time }
circle-over = C'est passé. Merci quand même !
circle-cannot = D'accord. Je demande à la personne suivante.
circle-volunteer = Pour le { $time }, il faut quelqu'un qui ait { $part } à partager. Qui veut bien ?
circle-reminder = C'est ton tour dans le cercle : { $part }, le { $time }.
circle-reminder-chat = Au cercle du { $time }, { $person } a { $part } pour nous.
circle-button-join = Entrer dans le roulement
circle-button-leave = Quitter le roulement
circle-button-yes = Oui, échanger
circle-button-no = Non
circle-button-cannot = Je ne peux pas
circle-button-swap = Échanger
