# /council, and what is said in a council's chats

core-of-council = Este chat es del consejo { $council }. Usa eso en el chat de tu célula.
core-only-in-council = Eso funciona en el chat de un consejo.
core-only-in-council-of = Eso funciona en el chat de un consejo: { $councils }.
core-only-in-council-lead = Eso lo hace quien coordina un consejo, en el chat de ese consejo: { $councils }.
core-council-stranger = Este chat es del consejo { $council } y todavía no te conozco. Escribe antes en el chat de tu célula: /help. Si te conozco en otra plataforma, escríbeme allí /me link.
core-council-guest = Eso es para las células del consejo { $council }. Ninguna de las tuyas está en él.
core-needs-delegate = Eso es para las personas delegadas de este consejo.
core-needs-council-coordinator = Eso es para quien coordina este consejo: { $people }.
core-council-uncoordinated = Eso es para quien coordina el consejo { $council }, y ahora nadie lo coordina. Quien administra la federación nombra a alguien: /council settings coordinator
help-for-delegates = { " " }· para delegadas y delegados

council-about = Los consejos: varias células juntas
council-new-about = Crea un consejo de varias células y un código para su primer chat
council-code-about = Crea un código para que otro chat se una al consejo
council-join-about = Une este chat a un consejo con un código (administradores del chat)
council-show-about = Muestra el consejo y sus células
council-settings-about = Cambia un ajuste del consejo, o sus células si administras la federación
council-leave-about = Saca este chat de su consejo
council-option-name = Nombre del consejo nuevo
council-ask-name = ¿Cómo se llama el consejo nuevo?
council-option-cells = Las células que envían personas delegadas, separadas por comas
council-ask-cells = ¿Qué células envían personas delegadas? Por ejemplo: Cochera 5, Cochera 6
council-option-council = El consejo, si hay varios
council-ask-council = ¿Qué consejo es?
council-ask-code = ¿Cuál es el código? Lo consigue con /council code quien coordina el consejo.
council-none = Aquí todavía no hay ningún consejo. Quien administra la federación crea uno con /council new.
council-name-taken = Ya hay un consejo llamado { $name }. Elige otro nombre.
council-seats-later = { $seats } Hay una asamblea en marcha: sus asientos no cambian hasta que se cierre.
council-remove-meets = Hay una asamblea en marcha. { $cell } puede salir cuando se cierre.
council-few-cells = Un consejo necesita al menos dos células.
council-not-yours = Eso solo lo puede hacer quien administra la federación o coordina { $council }.
council-code = Consejo { $council }: el código es { $code }
council-code-how = Alguien que administre el chat del consejo escribe allí: /council join { $code }. Sirve una sola vez, durante { $lasts }.
council-joined = Este chat ya es del consejo { $council }, en { $federation }. Aquí me puede usar cada miembro de una de sus células.
council-show = Consejo { $council }, en { $federation }
council-show-cells = { $count ->
    [one] Una célula: { $cells }
   *[other] { $count } células: { $cells }
}
council-show-sectors = { $count ->
    [one] Del sector { $sectors }
   *[other] De los sectores { $sectors }
}
council-show-chats = { $count ->
    [0] Todavía sin chat
    [one] Un chat
   *[other] { $count } chats
}
council-set-name = El consejo se llama ahora { $name }.
council-set-zone = El consejo sigue ahora la hora de { $zone }.
council-set-language = Desde ahora hablo en los chats del consejo en este idioma: { $language }.
council-coordinator-sure = ¿Que { $person } coordine el consejo { $of }? Es { $accounts }, { $cell }.
council-uncoordinated = Ahora nadie coordina el consejo { $council }. Quien administra la federación nombra a alguien: /council settings coordinator
council-set-coordinator = { $person } coordina ahora el consejo.
council-set-treasurer = Quien tenga el rol { $role } lleva desde ahora la tesorería del consejo. Donde una célula no tiene bastante gente para aprobar, puede hacerlo.
council-set-add = { $cell } envía ahora personas delegadas a { $council }.
council-set-remove = { $cell } ya no envía personas delegadas a { $council }.
council-cell-there = { $cell } ya está en este consejo.
council-cell-not-there = { $cell } no está en este consejo.
council-coordinator-not-member = Solo puede coordinar el consejo quien administra la federación o es miembro de una de sus células.
council-leave-sure = { $count ->
    [0] Este es el único chat del consejo { $council }. ¿Lo saco?
    [one] Al consejo { $council } le queda un chat más. ¿Saco este?
   *[other] Al consejo { $council } le quedan { $count } chats más. ¿Saco este?
}
council-left = Este chat ya no es del consejo { $council }.
