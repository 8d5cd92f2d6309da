# Le soin demandé, et offert : /care need, /care offer (commands/care/asked.ts).

care-need-about = Demander du soin, en privé : transport, lit, garde d'enfants, repas
care-offer-about = Offrir un soin que tu peux donner souvent
care-need-option-what = Ce qu'il te faut, en quelques mots
care-need-ask-what = De quoi as-tu besoin ? Quelques mots suffisent.
care-need-option-when = Quand il te le faut
care-need-ask-when = Quand en as-tu besoin ?
care-need-option-form = Quel genre de soin
care-need-ask-form = Quel genre de soin est-ce ? Ainsi je trouve qui l'offre.
care-need-form-unknown = Je ne connais pas ce genre de soin.
care-offer-option-form = Ce que tu offres : transport, garde d'enfants, hébergement, ou tes mots
care-offer-ask-form = Qu'offres-tu ?

care-form-shelter = Hébergement
care-form-other = Autre chose
care-need-what = { $what } ({ $form })

care-need-asked = Tu demandes : { $what }, { $time }.
care-need-asked-how = Je demande à qui l'offre, l'un après l'autre. Ces personnes et qui coordonne lisent le besoin, pas que c'est toi. Personne d'autre ne le lit.
care-need-reach = Pour que je puisse te dire que quelqu'un peut, écris-moi d'abord en privé.
care-need-before-meeting = Si personne ne peut d'ici le { $time }, votre prochaine réunion lit, sans ton nom : « { $line } »
care-need-at-meeting = Votre prochaine réunion lit, sans ton nom : « { $line } »
care-open-point = { $form } : quelqu'un en a besoin le { $day }, et personne ne peut encore. Qui peut : /care offer
care-need-searching = Tu demandes : { $what }, { $time }. Personne n'a encore dit oui ; je continue de demander.
care-need-nobody = Personne ne peut pour l'instant : { $what }, { $time }. Je continue de demander.
care-need-lost = Qui avait dit oui ne peut finalement pas.
care-need-past = C'est passé. Quand en as-tu besoin ?
care-need-far = C'est trop loin : { $days } jours au plus.
care-need-many = Tu as déjà { $most } demandes. Retires-en une d'abord : /care mine

care-need-question = Quelqu'un de { $cell } a besoin de : { $what }, { $time }. Tu l'offres. Peux-tu ?
care-need-question-how = Tu apprends qui c'est quand vous avez dit oui tous les deux. Si tu ne peux pas, personne ne le sait.
care-need-coordinator = Quelqu'un de { $cell } a besoin de : { $what }, { $time }. Je demande à qui l'offre.
care-need-coordinator-open = Personne ne peut pour l'instant, dans { $cell } : { $what }, { $time }. C'est un point ouvert de votre prochaine réunion, sans nom.
care-need-coordinator-how = Personne ne lit cela, sauf toi et qui l'offre. Je dis qui c'est seulement à qui le donne, après deux oui.
care-need-yes = Merci ! Je demande à qui en a besoin, et je t'écris dès son oui.
care-need-no = D'accord. Personne ne le saura.
care-need-cannot = D'accord. Je dis à qui en a besoin que cela ne se fait finalement pas, et je demande à quelqu'un d'autre.
care-need-taken = Quelqu'un d'autre a déjà dit oui. Merci !
care-need-gone = C'est réglé, ou plus nécessaire.

care-need-match = Quelqu'un peut : { $what }, { $time }. Je vous mets en contact ?
care-need-match-how = Alors chacun apprend qui est l'autre. Sinon, l'autre apprend seulement que ce n'est plus nécessaire.
care-need-found = { $person } te donne : { $what }, { $time }.
care-need-given = { $person } a besoin de : { $what }, { $time }, et c'est toi qui le donnes.
care-need-write = Écrivez-vous pour le reste.
care-need-another = D'accord. Je demande à quelqu'un d'autre.
care-need-back = C'est retiré. Si quelqu'un avait dit oui, il apprend que ce n'est plus nécessaire.
care-need-unlisted = D'accord, la réunion ne le lit pas. Je continue de demander.
care-need-lost-before = Qui avait dit oui ne peut plus. Je continue de demander.
care-need-told-gone = Ce à quoi tu avais dit oui pour le { $time } n'est plus nécessaire. Merci !
care-need-in-ledger = un soin demandé

care-need-button-can = Je peux
care-need-button-cannot = Je ne peux pas
care-need-button-after-all = Finalement, je ne peux pas
care-need-button-agree = Oui, mets-nous en contact
care-need-button-another = Non, quelqu'un d'autre
care-need-button-back = Retirer
care-need-button-not-needed = Plus nécessaire
care-need-button-unlisted = Pas à la réunion

care-offered = Tu offres : { $form }. Cela vaut jusqu'au { $day } ; redis-le, et cela vaut plus longtemps.
care-offered-how = Quand quelqu'un en a besoin, je te demande en privé. Personne ne voit que tu l'offres.
care-offer-reach = Je ne peux te demander que si tu m'as déjà écrit en privé.
care-offer-button-back = Ne plus offrir : { $form }
care-offer-back = C'est retiré. Personne ne le saura.
care-offer-short =
    { $least ->
        [one] Dis en un mot d'au moins { $least } lettre ce que tu offres : transport, garde d'enfants, ou avec tes mots.
       *[other] Dis en un mot d'au moins { $least } lettres ce que tu offres : transport, garde d'enfants, ou avec tes mots.
    }
care-offer-little = Cela ne dit pas ce que tu offres. Dis-le : transport, garde d'enfants, ou avec tes mots.
care-offer-near = Voulais-tu dire { $form } ?
care-offer-button-as-written = Comme je l'ai écrit : { $form }
care-offer-other = Alors dis en quelques mots ce que tu offres : réparer des vélos, une présence la nuit.
care-offer-many = Tu offres déjà { $most } choses. Retires-en une d'abord : /care mine
