# Les résultats : /tally (commands/tally.ts, commands/tally-message.ts).

tally-about = Résultats des campagnes et des votes : voir, publier dans bien des groupes
tally-show-about = Montrer les chiffres publiés d'une campagne, ou le résultat d'un vote
tally-post-about = Les publier dans tous les groupes concernés, après un regard sur la liste
tally-receipts-about = Montrer quels groupes l'ont reçu, et pourquoi pas d'autres
tally-option-vote = Quel vote : son numéro
tally-ask-vote = Quel vote ?
tally-option-to = Ces secteurs seulement, « council » pour ses groupes, ou « federation » pour tous
tally-ask-to = Dans quels groupes ?

tally-one-of = Une campagne ou un vote, l'un après l'autre.
tally-none = Il n'y a pas encore de campagne ici. Pour un vote, écris /tally show vote:1 avec son numéro.
tally-vote-open = Ce vote est encore ouvert. Son résultat se voit à la clôture.
tally-not-yours = C'est pour qui coordonne un conseil concerné, ou administre la fédération.
tally-hidden = Comme convenu, les chiffres de cette campagne ne se voient pas encore.
tally-cell-own = Une campagne ou un vote d'une cellule ne va que dans ses propres groupes.
tally-federation-needs-steward = Seul qui administre la fédération peut publier partout.
tally-nobody = Il n'y a pas de groupe où publier.
tally-not-posted = Ce n'est pas encore publié.

tally-preview =
    { $chats ->
        [one] Cela part dans { $chats } groupe :
       *[other] Cela part dans { $chats } groupes :
    }
tally-preview-again =
    { $chats ->
        [one] { $chats } d'entre eux l'a déjà : les anciens chiffres y sont remplacés.
       *[other] { $chats } d'entre eux l'ont déjà : les anciens chiffres y sont remplacés.
    }
tally-button-post =
    { $chats ->
        [one] Publier dans { $chats } groupe
       *[other] Publier dans { $chats } groupes
    }
tally-posting =
    { $chats ->
        [one] Je publie dans { $chats } groupe.
       *[other] Je publie dans { $chats } groupes. De nouveaux chiffres y remplaceront les anciens.
    }
tally-button-receipts = Qui l'a reçu ?
tally-receipts-of = Publié : { $title }
tally-receipts =
    { $chats ->
        [one] Arrivé dans { $sent } groupe sur { $chats }{ $waiting ->
            [0] {""}
            [one] , { $waiting } en attente
           *[other] , { $waiting } en attente
        }{ $failed ->
            [0] {""}
            [one] , { $failed } échec
           *[other] , { $failed } échecs
        }
       *[other] Arrivé dans { $sent } groupes sur { $chats }{ $waiting ->
            [0] {""}
            [one] , { $waiting } en attente
           *[other] , { $waiting } en attente
        }{ $failed ->
            [0] {""}
            [one] , { $failed } échec
           *[other] , { $failed } échecs
        }
    }
tally-receipt-sent = { $chat } : arrivé
tally-receipt-waiting = { $chat } : en attente

tally-all = Tous ensemble
tally-by-sector = Par secteur
tally-other-ways = Autres façons d'en être
tally-people = { $people }
tally-people-last = { $people } au dernier décompte
tally-goal = Objectif : { $goal }
tally-minimum = Chaque secteur : { $minimum } au moins
tally-firm = Fermes
tally-waiting = En attente d'autres
tally-note = Les nombres de moins de { $people } personnes ne se voient pas, et moins de { $people } ont pu venir ou partir depuis le dernier décompte.
tally-figures =
    { $firm } { $firm ->
        [one] ferme
       *[other] fermes
    }{ $waiting ->
        [0] {""}
        [one] , { $waiting } en attente
       *[other] , { $waiting } en attente
    }
tally-figures-last =
    { $firm } { $firm ->
        [one] ferme
       *[other] fermes
    }{ $waiting ->
        [0] {""}
        [one] , { $waiting } en attente
       *[other] , { $waiting } en attente
    } au dernier décompte
tally-nothing = encore rien à montrer
tally-line = { $label } : { $figures }
tally-more-sectors =
    { $sectors ->
        [one] { $sectors } autre secteur ne se voit pas
       *[other] { $sectors } autres secteurs ne se voient pas
    }
tally-alt = Image avec des barres : { $title }
tally-alt-next = { $before }. { $item }
tally-file = resultats-{ $number }.png
tally-file-vote = resultat-vote-{ $number }.png
tally-vote-title = Vote { $number } : { $text }
tally-carried = Adopté
tally-not-carried = Pas adopté
tally-yes = Oui
tally-no = Non
tally-abstain = Abstentions
tally-votes = { $votes }
tally-needed = Il faut : { $needed }
