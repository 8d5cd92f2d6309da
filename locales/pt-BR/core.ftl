# O que uma pessoa escreveu, sozinho num bloco (src/chat/message.ts).
verbatim = { $text }

# O que o bot responde quando não entende o que alguém escreveu (src/words).

words-moment-not-understood = Não entendi quando é isso. Tente “sexta 18:00”, “em 3 dias” ou “2026-03-27 18:00”.
words-moment-in-past = Esse momento já passou. Diga um que ainda vem.
words-moment-too-far =
    { $years ->
        [one] Está longe demais. Pode ser no máximo daqui a { $years } ano.
       *[other] Está longe demais. Pode ser no máximo daqui a { $years } anos.
    }
words-duration-not-understood = Não entendi quanto tempo é isso. Tente “2h”, “90 min” ou “3 dias”.
words-duration-too-long =
    { $years ->
        [one] É tempo demais. Pode ser no máximo { $years } ano.
       *[other] É tempo demais. Pode ser no máximo { $years } anos.
    }
words-time-not-understood = Não entendi essa hora. Tente “18:00” ou “6 da tarde”.
words-number-not-understood = Preciso de um número inteiro aqui, como “50”.
words-number-out-of-range = Esse número não serve aqui. Pode ser de { $min } a { $max }.
words-percentage-not-understood = Preciso de uma porcentagem inteira de 1 a 100, como “30%”.
words-goal-not-understood = Preciso de um número de pessoas, como “50”, ou uma porcentagem dos integrantes, como “30%”.
