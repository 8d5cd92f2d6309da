# Lo que escribió alguien, a solas en un bloque (src/chat/message.ts).
verbatim = { $text }

# Lo que responde el bot cuando no entiende lo que alguien ha escrito (src/words).

words-moment-not-understood = No entiendo cuándo es eso. Prueba con «viernes 18:00», «en 3 días» o «2026-03-27 18:00».
words-moment-in-past = Ese momento ya ha pasado. Indica uno que esté por venir.
words-moment-too-far =
    { $years ->
        [one] Eso queda demasiado lejos. Puede ser dentro de un año como máximo.
       *[other] Eso queda demasiado lejos. Puede ser dentro de { $years } años como máximo.
    }
words-duration-not-understood = No entiendo cuánto dura eso. Prueba con «2h», «90 min» o «3 días».
words-duration-too-long =
    { $years ->
        [one] Eso dura demasiado. Puede durar un año como máximo.
       *[other] Eso dura demasiado. Puede durar { $years } años como máximo.
    }
words-time-not-understood = No entiendo esa hora. Prueba con «18:00» o «6 de la tarde».
words-number-not-understood = Aquí necesito un número entero, por ejemplo «50».
words-number-out-of-range = Ese número no vale aquí. Puede ir de { $min } a { $max }.
words-percentage-not-understood = Necesito un porcentaje entero de 1 a 100, por ejemplo «30 %».
words-goal-not-understood = Necesito un número de personas, por ejemplo «50», o un porcentaje de los miembros, por ejemplo «30 %».
