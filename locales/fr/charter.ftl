# La charte d'une cellule : /charter (commands/charter).

charter-about = Les règles que ta cellule s'est données, et les notes en marge
charter-show-about = Les règles en vigueur, et ce qui est ouvert à leur sujet
charter-add-about = Ajouter une règle ; elle vaut si personne n'objecte pendant 48 heures
charter-amend-about = Changer une règle ; cela vaut si personne n'objecte pendant 48 heures
charter-note-about = Écrire en marge d'une règle, sans ton nom
charter-print-about = Les règles en page pour le mur
charter-hide-about = Retirer les mots d'une note ; qu'elle a existé reste visible

charter-option-text = La règle, en une phrase ou deux
charter-ask-text = Quelle est la règle ? Une phrase ou deux.
charter-option-rule = Quelle règle : son numéro
charter-ask-rule = Quelle règle ? Son numéro.
charter-option-note = Ce que tu en penses
charter-ask-note = Qu'en penses-tu ? Personne ne voit que c'est toi.
charter-option-which-note = Quelle note : son numéro
charter-ask-which-note = Quelle note ? Son numéro.
charter-option-pages = Sur combien de pages
charter-ask-pages = Sur combien de pages ?

charter-no-cell = Seule une cellule a une charte, et tu n'es dans aucune.
charter-no-rule = Il n'y a pas de règle { $number }. /charter show les montre.
charter-no-rule-yet = Il n'y a pas encore de règle { $number }. La décision { $decision } doit en devenir une : /charter show
charter-no-note = Il n'y a pas de note { $number } avec des mots.
charter-full = Une charte a { $rules } règles au plus. Changes-en une : /charter amend
charter-amended-already = La règle { $number } est déjà en train de changer. /charter show montre comment.
charter-notes-enough = Tu as { $notes } notes dont ta cellule n'a pas encore parlé. Après votre réunion, tu pourras en écrire d'autres.
charter-noted = Noté en marge de la règle { $number }. Ce sera montré le { $at } avec les autres, dans le désordre. Personne ne voit que c'est toi.
charter-hidden = La note { $number }, en marge de la règle { $rule }, a été masquée par qui coordonne.

charter-of = Charte de { $cell }
charter-empty = Il n'y a pas encore de règle : /charter add
charter-none-yet = Aucune règle n'est encore en vigueur. La décision { $decision } doit en devenir une : /charter show
charter-coming = À venir, si personne n'objecte
charter-coming-new = Nouvelle, décision { $number } : { $text }
charter-coming-amended = Règle { $rule }, décision { $number } : { $text }
charter-margin = En marge
charter-note = Règle { $rule }, note { $number } : { $text }
charter-note-hidden = Règle { $rule }, note { $number } : masquée par qui coordonne
charter-more-notes =
    { $more ->
        [one] … et { $more } autre note : /charter show
       *[other] … et { $more } autres notes : /charter show
    }
charter-new-notes = Nouveau en marge de la charte
charter-notes-open = Elles restent ouvertes jusqu'à votre réunion. Personne n'apprend qui les a écrites. Pour en écrire une : /charter note
charter-version = Version n° { $version }, { $since }

charter-dated = Version n° { $version }, { $at }
charter-foot = Version { $version } du { $at }. L'actuelle : écris /charter show dans ton groupe
charter-file = charte-{ $version }.pdf
charter-does-not-fit =
    { $pages ->
        [one] Cela tient sur une page.
       *[other] Cela ne tient pas sur une page en lettres lisibles au mur. Il en faut { $pages }.
    }
charter-button-pages =
    { $pages ->
        [one] Imprimer sur { $pages } page
       *[other] Imprimer sur { $pages } pages
    }
