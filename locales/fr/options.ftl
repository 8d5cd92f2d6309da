# Ce que le bot répond à une valeur qu'il ne comprend pas (src/core/options).

options-did-you-mean = Je ne connais pas « { $typed } ». Voulais-tu dire « { $near } » ?
options-name-unknown = Je ne connais pas « { $typed } ».
options-name-one-of = Je ne connais pas « { $typed } ». Il y a { $names }.
options-text-empty = Il me faut quelques mots ici.
options-lines-too-many = C'est trop. { $most } lignes au plus.
options-line-too-long = Une ligne est trop longue. { $max } caractères au plus pour chacune.
options-ways-too-few = Il faut au moins deux façons d'en être, séparées par des points-virgules.
options-way-taken = « { $way } » ne peut pas être une façon d'en être : cela veut déjà dire quelque chose. Prends d'autres mots.
options-text-too-long = C'est trop long. { $max } caractères au plus.
options-choice-one-of = Ce peut être { $words }.
options-flag = Je ne connais pas « { $typed } ». Écris « { $word } » ou laisse vide.
options-zone-unknown = Je ne connais pas de lieu nommé « { $typed } ». Essaie la grande ville la plus proche, par exemple « Paris ».
options-zone-near = Je ne connais pas « { $typed } ». Voulais-tu dire { $near } ?
options-language-unknown = Je parle { $languages }.
options-language-draft = { $language } (ébauche)
options-person-unknown = Je ne connais personne nommé « { $name } » ici. Mentionne avec @, après une première commande de cette personne dans un groupe de la cellule.
options-person-unseen = Je n'ai pas encore rencontré { $name }. Il faut d'abord une commande de sa part dans un groupe de la cellule, par exemple /help.
options-person-which = { $name } ({ $account })
options-which-line = { $number } : { $name }
options-person-several = Plusieurs personnes s'appellent { $name }. Mentionne avec @ celle que tu veux dire.
options-cells-all = Toutes les cellules
filled-in = Personne n'a dit d'heure, j'ai donc pris { $time }. Une autre ?

option-confirm = C'est sûr ?
option-person = Qui : une mention, ou le nom montré dans le groupe

options-day-monday = lundi
options-day-tuesday = mardi
options-day-wednesday = mercredi
options-day-thursday = jeudi
options-day-friday = vendredi
options-day-saturday = samedi
options-day-sunday = dimanche
