# A carta de um comitê: /charter (commands/charter).

charter-about = As regras que o comitê combinou, e notas na margem
charter-show-about = As regras que valem, e o que está em aberto sobre elas
charter-add-about = Incluir uma regra; vale se não houver objeção em 48 horas
charter-amend-about = Mudar uma regra; a mudança vale se não houver objeção em 48 horas
charter-note-about = Escrever na margem de uma regra, sem seu nome
charter-print-about = As regras como página para a parede
charter-hide-about = Tirar as palavras de uma nota; que ela existiu, fica

charter-option-text = A regra, em uma ou duas frases
charter-ask-text = Qual é a regra? Uma ou duas frases.
charter-option-rule = Qual regra: o número
charter-ask-rule = Qual regra? O número.
charter-option-note = O que você acha dela
charter-ask-note = O que você acha dela? Ninguém vê que foi você.
charter-option-which-note = Qual nota: o número
charter-ask-which-note = Qual nota? O número.
charter-option-pages = Em quantas páginas
charter-ask-pages = Em quantas páginas?

charter-no-cell = Só um comitê tem carta, e você não está em nenhum.
charter-no-rule = Não existe a regra { $number }. /charter show mostra todas.
charter-no-rule-yet = Ainda não existe a regra { $number }. A decisão { $decision } vai virar uma: /charter show
charter-no-note = Não existe a nota { $number } com palavras.
charter-full = Uma carta tem no máximo { $rules } regras. Mude uma: /charter amend
charter-amended-already = A regra { $number } já está sendo mudada. /charter show mostra como.
charter-notes-enough = Você tem { $notes } notas de que o comitê ainda não falou. Depois da reunião, você pode escrever mais.
charter-noted = Anotado na margem da regra { $number }. Aparece em { $at } com todas as outras, em ordem sorteada. Ninguém vê que foi você.
charter-hidden = A coordenação escondeu a nota { $number }, na margem da regra { $rule }.

charter-of = Carta de { $cell }
charter-empty = Ainda não há nenhuma regra: /charter add
charter-none-yet = Ainda não vale nenhuma regra. A decisão { $decision } vai virar uma: /charter show
charter-coming = A caminho, se não houver objeção
charter-coming-new = Nova, decisão { $number }: { $text }
charter-coming-amended = Regra { $rule }, decisão { $number }: { $text }
charter-margin = Na margem
charter-note = Regra { $rule }, nota { $number }: { $text }
charter-note-hidden = Regra { $rule }, nota { $number }: escondida pela coordenação
charter-more-notes =
    { $more ->
        [one] … e mais { $more } nota: /charter show
       *[other] … e mais { $more } notas: /charter show
    }
charter-new-notes = Novidades na margem da carta
charter-notes-open = Ficam em aberto até vocês se reunirem. Ninguém fica sabendo quem escreveu. Para escrever uma: /charter note
charter-version = Versão { $version }, { $since }

charter-dated = Versão { $version }, { $at }
charter-foot = Versão { $version } de { $at }. A atual: escreva /charter show no seu grupo
charter-file = carta-{ $version }.pdf
charter-does-not-fit =
    { $pages ->
        [one] Cabe em { $pages } página.
       *[other] Não cabe em uma página com letras que se leiam na parede. Ocupa { $pages }.
    }
charter-button-pages =
    { $pages ->
        [one] Imprimir em { $pages } página
       *[other] Imprimir em { $pages } páginas
    }
