# O que o bot responde a um valor que não entende (src/core/options).

options-did-you-mean = Não conheço “{ $typed }”. Seria “{ $near }”?
options-name-unknown = Não conheço “{ $typed }”.
options-name-one-of = Não conheço “{ $typed }”. Há { $names }.
options-text-empty = Aqui preciso de algumas palavras.
options-lines-too-many = É demais. No máximo { $most } linhas, por favor.
options-line-too-long = Uma linha é longa demais. No máximo { $max } caracteres cada uma, por favor.
options-ways-too-few = São pelo menos duas formas de participar, separadas por ponto e vírgula.
options-way-taken = “{ $way }” não pode ser uma forma de participar: já quer dizer outra coisa. Use outras palavras, por favor.
options-text-too-long = É longo demais. No máximo { $max } caracteres, por favor.
options-choice-one-of = Pode ser { $words }.
options-flag = Não conheço “{ $typed }”. Escreva “{ $word }” ou deixe vazio.
options-zone-unknown = Não conheço um lugar chamado “{ $typed }”. Tente a cidade grande mais próxima, como “São Paulo”.
options-zone-near = Não conheço “{ $typed }”. Seria { $near }?
options-language-unknown = Eu falo { $languages }.
options-language-draft = { $language } (rascunho)
options-person-unknown = Não conheço ninguém com o nome “{ $name }” aqui. Mencione a pessoa com @, depois que ela escrever um comando em um grupo do comitê.
options-person-unseen = Ainda não conheço { $name }. Primeiro essa pessoa escreve qualquer comando em um grupo do comitê, como /help.
options-person-which = { $name } ({ $account })
options-which-line = { $number }: { $name }
options-person-several = Mais de uma pessoa se chama { $name }. Mencione com @ quem você quer dizer.
options-cells-all = Todos os comitês
filled-in = Ninguém disse a hora, então pus { $time }. Outra?

option-confirm = Certeza?
option-person = Quem: uma menção, ou o nome que aparece no grupo

options-day-monday = Segunda
options-day-tuesday = Terça
options-day-wednesday = Quarta
options-day-thursday = Quinta
options-day-friday = Sexta
options-day-saturday = Sábado
options-day-sunday = Domingo
