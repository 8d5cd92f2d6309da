# Lo que responde el bot a un valor que no entiende (src/core/options).

options-did-you-mean = No conozco «{ $typed }». ¿Querías decir «{ $near }»?
options-name-unknown = No conozco «{ $typed }».
options-name-one-of = No conozco «{ $typed }». Hay { $names }.
options-text-empty = Aquí necesito unas palabras.
options-lines-too-many = Es demasiado. Como máximo { $most } líneas, por favor.
options-line-too-long = Una línea es demasiado larga. Como máximo { $max } caracteres cada una, por favor.
options-ways-too-few = Las formas de sumarse son al menos dos, separadas por punto y coma.
options-way-taken = «{ $way }» no puede ser una forma de sumarse: ya significa otra cosa. Usa otras palabras, por favor.
options-text-too-long = Es demasiado largo. Como máximo { $max } caracteres, por favor.
options-choice-one-of = Puede ser { $words }.
options-flag = No conozco «{ $typed }». Escribe «{ $word }» o no pongas nada.
options-zone-unknown = No conozco ningún lugar llamado «{ $typed }». Prueba con la ciudad grande más cercana, por ejemplo «Madrid».
options-zone-near = No conozco «{ $typed }». ¿Querías decir { $near }?
options-language-unknown = Hablo { $languages }.
options-language-draft = { $language } (borrador)
options-person-unknown = Aquí no conozco a nadie que se llame «{ $name }». Menciona a esa persona con @ cuando haya escrito alguna orden en un chat de la célula.
options-person-unseen = Todavía no conozco a { $name }. Pídele que escriba primero cualquier orden en un chat de la célula, por ejemplo /help.
options-person-which = { $name } ({ $account })
options-which-line = { $number }: { $name }
options-person-several = Más de una persona se llama { $name }. Menciona con @ a quien quieras decir.
options-cells-all = Todas las células
filled-in = Nadie ha dicho a qué hora, así que he puesto las { $time }. ¿Otra?

option-confirm = ¿Seguro?
option-person = Quién: una mención, o el nombre que se ve en el chat

options-day-monday = Lunes
options-day-tuesday = Martes
options-day-wednesday = Miércoles
options-day-thursday = Jueves
options-day-friday = Viernes
options-day-saturday = Sábado
options-day-sunday = Domingo
